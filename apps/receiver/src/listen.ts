import type { Advert } from '@daoyin/beacon-ingest';
import type { AdvertLine } from '@daoyin/protocol';
import { advertLineOf } from './advert-line';

/** Where adverts go. */
export interface Sink {
  add(line: AdvertLine): void;
  close(): Promise<void>;
  /** What became of them, one line. */
  summary(): string;
}

/** A source that runs, or one line on why there is none. */
export type SourceStart =
  | { readonly ok: true; readonly source: { stop(): void; readonly finished?: Promise<void> } }
  | { readonly ok: false; readonly message: string };

export interface Listening {
  readonly listen: (
    onAdvert: (advert: Advert) => void,
    onProblem: (message: string) => void,
  ) => Promise<SourceStart>;
  readonly openSink: () => Promise<Sink>;
  readonly stopped: Promise<void>;
  readonly say: (line: string) => void;
}

export type ListenResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** How many broken packets are named one by one. */
const MOST_NAMED = 5;

/** Carries adverts from a source to a sink until it is stopped. The sink is opened only once there is something to hear. */
export async function listenUntilStopped({
  listen,
  openSink,
  stopped,
  say,
}: Listening): Promise<ListenResult> {
  let sink: Sink | undefined;
  const early: AdvertLine[] = [];
  let problems = 0;
  const started = await listen(
    (advert) => {
      const line = advertLineOf(advert);
      if (!line) return;
      if (sink) sink.add(line);
      else early.push(line);
    },
    (message) => {
      if (++problems <= MOST_NAMED) say(message);
    },
  );
  if (!started.ok) return started;
  try {
    sink = await openSink();
    for (const line of early) sink.add(line);
    say('listening; stop with Ctrl+C');
    await (started.source.finished ? Promise.race([stopped, started.source.finished]) : stopped);
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  } finally {
    started.source.stop();
  }
  try {
    await sink.close();
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  }
  say(`${sink.summary()}${problems > 0 ? `, ${problems} broken packets` : ''}`);
  return { ok: true };
}
