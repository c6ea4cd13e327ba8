import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin, transform } from 'esbuild';
import { instrument } from './instrument';

/** A target as a program whose counters say where a run has been. */
export interface Program {
  readonly file: string;
  /** Counters of the decoder's own modules, as far as the program can get there at all. */
  readonly own: readonly number[];
  /** File and line of a counter, lines as they are without types. */
  readonly where: (place: number) => string;
  /** Texts that the decoder's modules are written with: names of fields, kinds, what they compare with. */
  readonly tokens: readonly string[];
}

const root = resolve(import.meta.dirname, '../..');
/** What is counted: the project's own code, not its dependencies, and not what makes the inputs. */
const COUNTED = /\/(packages|apps)\/.*\.tsx?$/;
const MAKES_INPUTS = /test-support\.ts$|\/test\//;

/** The target in one file; `modules` are the paths that its decoder's files begin with. */
export async function instrumented(
  name: string,
  modules: readonly string[],
  folder: string,
): Promise<Program> {
  const own: number[] = [];
  const tokens = new Set<string>();
  const places: string[] = [];
  const counting: Plugin = {
    name: 'counting',
    setup: ({ onLoad }) =>
      onLoad({ filter: COUNTED }, async ({ path }) => {
        if (MAKES_INPUTS.test(relative(root, path))) return undefined;
        const { code } = await transform(readFileSync(path, 'utf8'), {
          loader: path.endsWith('x') ? 'tsx' : 'ts',
          jsx: 'automatic',
          target: 'node20',
        });
        const counted = instrument(code, places.length);
        if (modules.some((module) => relative(root, path).startsWith(module))) {
          for (const i of counted.lines.keys()) own.push(places.length + i);
          for (const token of counted.tokens) tokens.add(token);
        }
        for (const line of counted.lines) places.push(`${relative(root, path)}: ${line}`);
        return { contents: counted.code, loader: 'js' };
      }),
  };
  const contents = `import { targets } from './targets'; export const target = targets[${JSON.stringify(name)}];`;
  const text = await bundled({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    format: 'cjs',
    plugins: [counting],
  });
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, `const __reached = (globalThis.__reached = new Uint32Array(${places.length}));${text}`);
  const kept = new Set([...text.matchAll(/__reached\[(\d+)\]/g)].map(([, place]) => Number(place)));
  const reachable = own.filter((place) => kept.has(place));
  return { file, own: reachable, where: (place) => places[place]!, tokens: [...tokens] };
}

export async function bundled(options: Parameters<typeof build>[0]): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    write: false,
  });
  return outputFiles![0]!.text;
}
