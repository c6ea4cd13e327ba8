import { type Moment, momentsOf, type ReplaySettings } from './moments';

/** Moments as they are computed, in order; `done` with the last. */
export interface MomentBatch {
  readonly moments: readonly Moment[];
  readonly done: boolean;
}

const BATCH = 20;

addEventListener('message', ({ data }: MessageEvent<ReplaySettings>) => {
  let moments: Moment[] = [];
  for (const moment of momentsOf(data)) {
    moments.push(moment);
    if (moments.length < BATCH) continue;
    postMessage({ moments, done: false } satisfies MomentBatch);
    moments = [];
  }
  postMessage({ moments, done: true } satisfies MomentBatch);
});
