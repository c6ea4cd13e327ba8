import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts the thread of a file beside the one that asks (`import.meta.url`), with what it reads as `workerData`. Beside the bundle that
 * Node runs lies the thread's own; from the sources it registers tsx first, which no thread inherits.
 */
export function startThread(name: string, beside: string, workerData?: unknown): Worker {
  const built = new URL(`./${name}.js`, beside);
  if (existsSync(fileURLToPath(built))) return new Worker(built, { workerData });
  const source = JSON.stringify(new URL(`./${name}.ts`, beside).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); });`;
  return new Worker(code, { eval: true, workerData });
}
