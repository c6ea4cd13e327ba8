import type { DropReason } from './types';

/** What a chain has taken in and what became of it. */
export interface ChainCounters {
  readonly inputs: number;
  /** Readings that reached the estimator. */
  readonly readings: number;
  /** Steps, anchors and inertial samples. */
  readonly movements: number;
  readonly telemetry: number;
  readonly restarts: number;
  readonly dropped: Readonly<Record<DropReason, number>>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Counters at zero, to be counted up by their owner. */
export function createCounters(): Writable<Omit<ChainCounters, 'dropped'>> & {
  dropped: Record<DropReason, number>;
} {
  return {
    inputs: 0,
    readings: 0,
    movements: 0,
    telemetry: 0,
    restarts: 0,
    dropped: {
      'bad-line': 0,
      malformed: 0,
      'no-beacon': 0,
      'rssi-unavailable': 0,
      'unknown-beacon': 0,
      'retired-beacon': 0,
      duplicate: 0,
      late: 0,
      'time-spike': 0,
    },
  };
}

/** The counters in words, those at zero left out: `33578 inputs, 33000 readings, dropped: 12 unknown-beacon`. */
export function describeCounters({
  inputs,
  readings,
  movements,
  telemetry,
  restarts,
  dropped,
}: ChainCounters) {
  const said = [`${inputs} inputs`, `${readings} readings`];
  if (movements > 0) said.push(`${movements} movements`);
  if (telemetry > 0) said.push(`${telemetry} telemetry frames`);
  if (restarts > 0) said.push(`${restarts} restarts, the clock was set back`);
  const drops = Object.entries(dropped).filter(([, count]) => count > 0);
  if (drops.length > 0)
    said.push(`dropped: ${drops.map(([reason, count]) => `${count} ${reason}`).join(', ')}`);
  return said.join(', ');
}
