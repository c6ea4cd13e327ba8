import { decodeReadingLine } from '../lines';
import type { Advert } from '../types';

export interface RecordingOptions {
  /** The lines of a recording, as `daoyin record` writes them. */
  readonly lines: AsyncIterable<string> | Iterable<string>;
  /** Each recorded advert when its time has come, stamped with that time of `nowMs`. */
  readonly onAdvert: (advert: Advert) => void;
  /** A line that is no advert, with its number from 1. */
  readonly onProblem: (message: string) => void;
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** How many times faster than life. */
  readonly speed?: number;
}

export interface RecordingSource {
  stop(): void;
  /** Resolves when the recording is over or was stopped. */
  readonly finished: Promise<void>;
}

/** A silence in a recording longer than this is cut short: nobody wants to wait for it. */
const LONGEST_WAIT_MS = 60_000;

/** Plays a recording as if it were live: the same adverts in the same order, at the recorded pace. */
export function startRecordingSource(options: RecordingOptions): RecordingSource {
  const { lines, onAdvert, onProblem, nowMs, sleep, speed = 1 } = options;
  let stopped = false;
  let offsetMs: number | undefined; // from the recording's clock, slowed to life, to ours

  async function play({ atMs, ...rest }: Advert): Promise<void> {
    const recordedMs = atMs / speed;
    offsetMs ??= nowMs() - recordedMs;
    const waitMs = recordedMs + offsetMs - nowMs();
    // a clock that was set in the recording, or a long silence, shifts what follows
    if (waitMs > LONGEST_WAIT_MS || waitMs < -LONGEST_WAIT_MS) offsetMs = nowMs() - recordedMs;
    else if (waitMs > 0) await sleep(waitMs);
    if (!stopped) onAdvert({ ...rest, atMs: nowMs() });
  }

  async function run(): Promise<void> {
    let number = 0;
    for await (const line of lines) {
      if (stopped) return;
      number++;
      if (line.trim() === '') continue;
      const decoded = decodeReadingLine(line);
      if (!decoded.ok) onProblem(`line ${number}: ${decoded.problem}`);
      else if (decoded.input.kind === 'advert') await play(decoded.input.advert);
    }
  }

  return {
    stop() {
      stopped = true;
    },
    finished: run(),
  };
}
