import { createRoot, type ReconcilerRoot } from '@react-three/fiber';
import { type ReactElement, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { WebGLRenderer } from 'three';
import './world/three';
import { pixelRatio } from './pixel-ratio';
import type { Stage } from './stage';
import type { HallSceneProps } from './types';

const RESTORE_MS = 4000;
const TRIES = 3;

/**
 * A canvas in the host element with its own root of @react-three/fiber, which draws on demand. A lost context that the browser
 * does not restore within four seconds gets a new canvas, three times; then `onUnavailable` is told.
 */
export function useCanvasRoot(
  stage: Stage,
  latest: RefObject<HallSceneProps>,
  world: ReactElement,
): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const root = useRef<ReconcilerRoot<HTMLCanvasElement>>(undefined);
  const [attempt, setAttempt] = useState(0);
  const content = useRef(world);
  content.current = world;

  useLayoutEffect(() => {
    const element = host.current!;
    const canvas = document.createElement('canvas');
    Object.assign(canvas.style, { display: 'block', position: 'absolute', inset: '0' });
    element.append(canvas);
    const fail = (reason: string) => latest.current.onUnavailable?.(reason);
    const gl = makeRenderer(canvas, fail);
    if (!gl) return () => canvas.remove();
    const made = createRoot(canvas);
    let open = true;
    const fit = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (!open || width === 0 || height === 0) return;
      stage.resize(width, height);
      const size = { width, height, top: 0, left: 0 };
      made
        .configure({ gl, size, dpr: pixelRatio(), frameloop: 'demand', flat: true, linear: true })
        .then(() => {
          if (!open) return;
          root.current = made;
          made.render(content.current);
          stage.invalidate();
        })
        .catch((error: unknown) => fail(String(error)));
    };
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    if (element.clientWidth > 0) stage.resize(element.clientWidth, element.clientHeight);
    const forget = watchContext(canvas, stage, () => {
      if (attempt + 1 < TRIES) setAttempt(attempt + 1);
      else fail('The WebGL context was lost and did not come back.');
    });
    return () => {
      open = false;
      observer.disconnect();
      forget();
      root.current = undefined;
      made.unmount();
      canvas.remove();
    };
  }, [stage, latest, attempt]);

  useEffect(() => {
    root.current?.render(world);
    stage.invalidate();
  });
  return host;
}

function makeRenderer(canvas: HTMLCanvasElement, fail: (reason: string) => void): WebGLRenderer | undefined {
  try {
    const gl = new WebGLRenderer({
      canvas,
      antialias: true,
      alpha: true,
      powerPreference: 'high-performance',
    });
    gl.setClearColor(0, 0);
    return gl;
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** three takes up a restored context by itself; what the browser does not restore in time is given up. */
function watchContext(canvas: HTMLCanvasElement, stage: Stage, giveUp: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = (event: Event) => {
    event.preventDefault();
    timer = setTimeout(giveUp, RESTORE_MS);
  };
  const restored = () => {
    clearTimeout(timer);
    stage.invalidate();
  };
  canvas.addEventListener('webglcontextlost', lost);
  canvas.addEventListener('webglcontextrestored', restored);
  return () => {
    clearTimeout(timer);
    canvas.removeEventListener('webglcontextlost', lost);
    canvas.removeEventListener('webglcontextrestored', restored);
  };
}
