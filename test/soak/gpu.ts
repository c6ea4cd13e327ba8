/** What a page holds on the GPU, over all of its WebGL contexts that are not lost. */
export interface GpuHeld {
  readonly contexts: number;
  readonly textures: number;
  readonly buffers: number;
  readonly programs: number;
  readonly vertexArrays: number;
}

declare global {
  interface Window {
    gpuHeld: () => GpuHeld;
  }
}

/**
 * Counts what WebGL creates and deletes, below every library: run it in a page before its own scripts. Must stand alone: it is sent to
 * the page as text. three makes a geometry of several buffers and one vertex array.
 */
export function countGpuObjects(): void {
  const kinds = { textures: 'Texture', buffers: 'Buffer', programs: 'Program', vertexArrays: 'VertexArray' };
  type Kind = keyof typeof kinds;
  const contexts = new Map<WeakRef<WebGL2RenderingContext>, Record<Kind, number>>();
  const refs = new WeakMap<WebGL2RenderingContext, WeakRef<WebGL2RenderingContext>>();
  const countsOf = (context: WebGL2RenderingContext) => {
    let ref = refs.get(context);
    if (ref === undefined) {
      ref = new WeakRef(context);
      refs.set(context, ref);
    }
    let counts = contexts.get(ref);
    if (counts === undefined) {
      counts = { textures: 0, buffers: 0, programs: 0, vertexArrays: 0 }; // new, or given back after a loss, with nothing in it
      contexts.set(ref, counts);
    }
    return counts;
  };
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (this: WebGL2RenderingContext, ...rest: unknown[]) => unknown
  >;
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const [verb, by] of [
      ['create', 1],
      ['delete', -1],
    ] as const) {
      const name = `${verb}${kinds[kind]}`;
      const original = prototype[name]!;
      prototype[name] = function (...rest) {
        if (by > 0 || (rest[0] !== null && rest[0] !== undefined)) countsOf(this)[kind] += by;
        return original.apply(this, rest);
      };
    }
  }
  window.gpuHeld = () => {
    const held = { contexts: 0, textures: 0, buffers: 0, programs: 0, vertexArrays: 0 };
    for (const [ref, counts] of contexts) {
      const context = ref.deref();
      if (context === undefined || context.isContextLost()) {
        contexts.delete(ref);
        continue;
      }
      held.contexts += 1;
      for (const kind of Object.keys(kinds) as Kind[]) held[kind] += counts[kind];
    }
    return held;
  };
}

/**
 * Makes WebGL's drawing do nothing: what a page holds does not depend on pixels, and here the processor would draw them, 0.4 s a frame.
 * All else happens, uploads and programs too. Must stand alone, as above.
 */
export function drawNoPixels(): void {
  const prototype = WebGL2RenderingContext.prototype;
  const draws = ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const;
  for (const draw of [...draws, 'clear', 'blitFramebuffer'] as const) prototype[draw] = () => undefined;
}
