import type { Mutator } from './forms/mutator';

/** A decoder of bytes that others made. It may refuse; it may not throw, hang, or grow without end. */
export interface FuzzTarget {
  /** How many inputs a full run gives it. */
  readonly runs: number;
  /** What the paths of the decoder's own files begin with: of what they hold, a run says how much it reached. */
  readonly modules: readonly string[];
  /** Inputs to begin with, so that the fuzzer need not guess the format. */
  readonly seeds: () => readonly Uint8Array[];
  /** Makes an input of others, so that what it makes is mostly of the form. */
  readonly mutate: Mutator;
  readonly eat: (bytes: Uint8Array) => void;
}

export type FuzzTargets = Readonly<Record<string, FuzzTarget>>;
