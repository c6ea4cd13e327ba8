import { createClockAlignment, type TimedLine } from '@daoyin/beacon-ingest/sources/clock';
import { lineOfAdvert } from '@daoyin/beacon-ingest/sources/heard-line';
import { startWebScan, type WebBluetooth } from '@daoyin/beacon-ingest/sources/web';
import { openEventStream } from '@daoyin/ui';

/** Whose ears a survey uses: a receiver or handheld of the hall, which the server hands on, or this device's own Bluetooth. */
export type Ears = 'receiver' | 'bluetooth';

export type EarsState = 'asking' | 'listening' | 'lost' | 'unsupported' | 'denied' | 'failed';

export interface ListenWishes {
  readonly session: string;
  /** Lines on this page's clock, in order. */
  readonly hear: (lines: readonly TimedLine[]) => void;
  readonly tell: (state: EarsState) => void;
}

/** Readings come to the page twice a second. */
const BATCH_MS = 500;

/** Listens until it is told to stop. */
export function listen(ears: Ears, wishes: ListenWishes): () => void {
  return ears === 'receiver' ? byServer(wishes) : byBluetooth(wishes);
}

function byServer({ session, hear, tell }: ListenWishes): () => void {
  const clock = createClockAlignment();
  const stream = openEventStream({
    session,
    onEvent: (event) => {
      if (event.type === 'readings' && event.session === session)
        hear(clock.align(event.readings, Date.now()));
    },
    onState: (state) => tell(state === 'open' ? 'listening' : state === 'lost' ? 'lost' : 'asking'),
  });
  return stream.close;
}

function byBluetooth({ hear, tell }: ListenWishes): () => void {
  const { bluetooth } = navigator as Navigator & { readonly bluetooth?: WebBluetooth };
  const waiting: TimedLine[] = [];
  let stop = () => {};
  let isWanted = true;
  tell('asking');
  const take = (advert: Parameters<typeof lineOfAdvert>[0]) => {
    const line = lineOfAdvert(advert);
    if (line) waiting.push(line);
  };
  void startWebScan(bluetooth, take, Date.now).then((start) => {
    if (!isWanted && start.ok) return start.stop();
    if (start.ok) stop = start.stop;
    tell(start.ok ? 'listening' : start.kind);
  });
  const timer = setInterval(() => {
    if (waiting.length > 0) hear(waiting.splice(0));
  }, BATCH_MS);
  return () => {
    isWanted = false;
    clearInterval(timer);
    stop();
  };
}
