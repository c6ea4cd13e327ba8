import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { seededRandom } from '@daoyin/geometry';
import { chanceOf } from './forms/mutator';
import type { Program } from './program';
import type { FuzzTarget } from './target';

/** What the other thread sees of this one: the input that is being eaten, and how many were. */
export interface FuzzWork {
  readonly program: Pick<Program, 'file' | 'own' | 'tokens'>;
  readonly runs: number;
  readonly seed: number;
  /** Of what is eaten now: count, length, then its bytes. */
  readonly now: SharedArrayBuffer;
}

export type FuzzReport =
  | {
      readonly kind: 'done';
      /** Of the decoder's own places, those that no input reached. */
      readonly unreached: readonly number[];
      readonly corpus: number;
    }
  | { readonly kind: 'failed'; readonly input: Uint8Array; readonly reason: string };

export const MOST_BYTES = 100_000;
const HEADER = 8;
/** An input that takes longer is a way to stop a server with little; of the processor, because a busy machine stops anything for a second. */
const SLOW_MS = 1_000;

if (parentPort) parentPort.postMessage(fuzz(workerData as FuzzWork));

/** Keeps an input where it reached a place for the first time, or more often than any before by a power of two. */
function fuzz({ program, runs, seed, now }: FuzzWork): FuzzReport {
  const { target } = createRequire(import.meta.url)(program.file) as { target: FuzzTarget };
  const reached = (globalThis as unknown as { __reached: Uint32Array }).__reached;
  const best = new Uint8Array(reached.length);
  const [head, body] = [new Int32Array(now, 0, 2), new Uint8Array(now, HEADER)];
  const chance = chanceOf(seededRandom(seed), program.tokens);
  const corpus: Uint8Array[] = [...target.seeds(), new Uint8Array(0)];
  const pick = () => chance.pick(corpus);
  for (let run = 0; run < runs; run++) {
    const input =
      run < corpus.length ? corpus[run]! : target.mutate(pick(), pick(), chance).subarray(0, MOST_BYTES);
    body.set(input.subarray(0, body.length));
    head[1] = input.length;
    Atomics.add(head, 0, 1);
    reached.fill(0);
    const began = cpuMs();
    try {
      target.eat(input);
    } catch (error) {
      return { kind: 'failed', input, reason: (error as Error).stack ?? String(error) };
    }
    const ms = cpuMs() - began;
    if (ms > SLOW_MS && run > 100) return { kind: 'failed', input, reason: `took ${ms.toFixed(0)} ms` };
    if (isNews(reached, best)) corpus.push(input.slice());
  }
  const unreached = program.own.filter((place) => best[place] === 0);
  return { kind: 'done', unreached, corpus: corpus.length };
}

function isNews(reached: Uint32Array, best: Uint8Array): boolean {
  let news = false;
  for (let i = 0; i < reached.length; i++) {
    const count = reached[i]!;
    if (count === 0) continue;
    const level = Math.min(8, 32 - Math.clz32(count));
    if (level <= best[i]!) continue;
    best[i] = level;
    news = true;
  }
  return news;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
