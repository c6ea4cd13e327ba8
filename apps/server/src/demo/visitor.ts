import type { VenuePoint } from '@daoyin/geometry';
import type { AdvertLine, Demonstration, TicketView } from '@daoyin/protocol';

/** Everything the demonstration needs from the rest of the server; times are wall-clock milliseconds. */
export interface DemonstrationContext {
  /** Takes a number for the next visitor and has a window call it. */
  readonly nextTicket: () => Promise<TicketView>;
  /** The way that the visitor of a ticket walks; undefined where there is none. */
  readonly pathTo: (window: string) => readonly VenuePoint[] | undefined;
  /** What a phone would hear on that way, in time order from 0 ms. */
  readonly advertsAlong: (path: readonly VenuePoint[], seed: number) => readonly AdvertLine[];
  /** Hands adverts to the door that every receiver uses. */
  readonly publish: (adverts: readonly AdvertLine[]) => void;
  /** Pages that listen to the visitor's session. */
  readonly listeners: () => number;
  readonly finish: (ticket: string) => Promise<void>;
  readonly speed: number;
  readonly nowMs: () => number;
  readonly warn: (message: string) => void;
}

export interface DemonstrationVisitor {
  describe(): Demonstration;
  stop(): void;
}

export const demonstrationSession = 'demo';

const TICK_MS = 200;
const STAND_AT_WINDOW_MS = 30_000;

/** A visitor who stands at the entrance until a page looks, walks to the window of their ticket, is served, and begins again. */
export async function startDemonstration(context: DemonstrationContext): Promise<DemonstrationVisitor> {
  let ticket = await context.nextTicket();
  let stopped = false;
  const round = async (seed: number): Promise<void> => {
    const path = ticket.window === null ? undefined : context.pathTo(ticket.window);
    if (path === undefined) context.warn(`the demonstration finds no way to window ${ticket.window}`);
    else await walk(context, context.advertsAlong(path, seed), () => stopped);
    if (stopped) return;
    await context.finish(ticket.number);
    ticket = await context.nextTicket();
  };
  const run = async () => {
    for (let seed = 1; !stopped; seed++) {
      await round(seed).catch((error: Error) => context.warn(`the demonstration: ${error.message}`));
      await pause(TICK_MS);
    }
  };
  void run();
  return {
    describe: () => ({ session: demonstrationSession, ticket: ticket.number, profile: 'walk' }),
    stop: () => {
      stopped = true;
    },
  };
}

/**
 * Publishes adverts as their time comes, on a clock that runs `speed` times faster than the wall's and starts when somebody
 * listens, so that nobody misses the beginning.
 */
async function walk(
  context: DemonstrationContext,
  adverts: readonly AdvertLine[],
  stopped: () => boolean,
): Promise<void> {
  const startMs = context.nowMs();
  const end = (adverts.at(-1)?.atMs ?? 0) + STAND_AT_WINDOW_MS;
  let [next, walkedMs, lastMs] = [0, 0, startMs];
  while (!stopped() && walkedMs < end) {
    await pause(TICK_MS);
    const nowMs = context.nowMs();
    if (context.listeners() > 0 || walkedMs > 0) walkedMs += (nowMs - lastMs) * context.speed;
    lastMs = nowMs;
    const first = next;
    while (next < adverts.length && adverts[next]!.atMs <= walkedMs) next++;
    const batch = adverts
      .slice(first, next)
      .map((advert) => ({ ...advert, atMs: Math.round(startMs + advert.atMs) }));
    if (batch.length > 0) context.publish(batch);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
