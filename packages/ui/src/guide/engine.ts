import { type Chain, type ChainSettings, decodeReading, startChain } from '@daoyin/beacon-ingest';
import type { Position } from '@daoyin/positioning';
import { createRouter, type Router } from '@daoyin/routing';
import { localTime, readerOf } from '@daoyin/services';
import { type Closure, closedAt, type Labels, type Venue } from '@daoyin/venue';
import type { GuideReport, GuideRequest, Timetable } from './messages';
import { planStops } from './plan-stops';
import { type GuideWitness, startWitness } from './witness';

/** The least time between two positions, in the readings' own time: a dot need not move more often. */
const POSITION_INTERVAL_MS = 200;

/** The radius in standard deviations that holds 95 % of a round normal distribution: √(−2 ln 0.05). */
const RAYLEIGH_95 = 2.4477;

/**
 * One visitor's positioning chain and router behind messages: what the worker runs, so that drawing never waits for either.
 * No clock and no I/O of its own.
 */
export function createGuideEngine(report: (report: GuideReport) => void): (request: GuideRequest) => void {
  let chain: Chain | undefined;
  let settings: ChainSettings | undefined;
  let witness: GuideWitness | undefined;
  let venue: Venue | undefined;
  let router: Router | undefined;
  let colours: ReadonlyMap<string, Labels> | undefined;
  let timetable: Timetable | undefined;
  let closures: readonly Closure[] = [];
  let newestMs = Number.NEGATIVE_INFINITY;
  let reportedMs = Number.NEGATIVE_INFINITY;

  const tellPosition = (always: boolean) => {
    const restarted = newestMs < reportedMs;
    if (!always && !restarted && newestMs - reportedMs < POSITION_INTERVAL_MS) return;
    const position = chain?.positionAt(newestMs);
    reportedMs = newestMs;
    if (position !== undefined) report({ type: 'position', position });
  };

  return (request) => {
    switch (request.type) {
      case 'open': {
        const { register, seed, estimator, witness: listens = false } = request;
        venue = request.venue;
        colours = request.colours;
        timetable = request.timetable;
        closures = request.closures ?? [];
        router = undefined;
        newestMs = reportedMs = Number.NEGATIVE_INFINITY;
        const hall = { register, ...(venue && { venue }) };
        settings = { ...hall, seed, ...(estimator === undefined ? {} : { estimator }) };
        chain = startChain(settings);
        witness = listens ? startWitness(hall) : undefined;
        return;
      }
      case 'trust':
        if (settings && newestMs === Number.NEGATIVE_INFINITY)
          chain = startChain({ ...settings, verdicts: request.verdicts });
        return;
      case 'lines':
        for (const line of request.lines) {
          newestMs = pushLine(chain, witness, line) ?? newestMs;
          witness?.settle(newestMs, (atMs) => chain?.positionAt(atMs));
        }
        return tellPosition(false);
      case 'evidence':
        return report({ type: 'evidence', id: request.id, evidence: witness?.evidence(request.draw) });
      case 'anchor': {
        const atMs = Number.isFinite(newestMs) ? newestMs : request.atMs;
        newestMs = atMs;
        chain?.push({ kind: 'anchor', atMs, at: request.at, sigma: request.sigma });
        if (chain?.positionAt(atMs) === undefined)
          report({ type: 'position', position: toldPosition(request, atMs) });
        else tellPosition(true);
        return;
      }
      case 'prepare':
        if (venue === undefined || router !== undefined) return;
        router = routerOf(venue, colours, timetable);
        return router.rehearse();
      case 'route': {
        if (venue === undefined) return;
        const { id, query, destinations, atMs } = request;
        const isFirst = router === undefined;
        router ??= routerOf(venue, colours, timetable);
        router.setClosed(shutAt(closures, timetable, atMs));
        const at = timetable && localTime(atMs, timetable.clock.timeZone);
        report({ type: 'route', id, result: router.nearest({ ...query, ...(at && { at }) }, destinations) });
        // The visitor reads the route now: a good moment to make the first closing quick.
        if (isFirst) router.rehearse();
        return;
      }
      case 'plan': {
        if (venue === undefined) return;
        const { id, atMs } = request;
        router ??= routerOf(venue, colours, timetable);
        router.setClosed(shutAt(closures, timetable, atMs));
        const readHours = timetable && readerOf(timetable.clock, timetable.holidays);
        const timeZone = zoneOf(timetable);
        const result = planStops({ router, readHours, timeZone, atMs }, request);
        report({ type: 'plan', id, result });
      }
    }
  };
}

function routerOf(
  venue: Venue,
  colours: ReadonlyMap<string, Labels> | undefined,
  timetable: Timetable | undefined,
): Router {
  return createRouter(venue, {
    ...(colours && { colours }),
    ...(timetable && {
      readHours: readerOf(timetable.clock, timetable.holidays),
      hours: new Map(timetable.doors.map(({ featureId, hours }) => [featureId, hours])),
    }),
  });
}

const zoneOf = (timetable: Timetable | undefined): string =>
  timetable?.clock.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What is shut for a time; a closure whose hours nobody can read holds all the time. */
function shutAt(
  closures: readonly Closure[],
  timetable: Timetable | undefined,
  atMs: number,
): readonly string[] {
  if (closures.length === 0) return [];
  const read = timetable && readerOf(timetable.clock, timetable.holidays);
  const now = localTime(atMs, zoneOf(timetable));
  return [...closedAt(closures, now, (hours, at) => read?.(hours)?.isOpen(at) ?? true)];
}

/** What a walker told is a position too, where no signal gives a better one. */
function toldPosition({ at, sigma }: Extract<GuideRequest, { type: 'anchor' }>, atMs: number): Position {
  const variance = sigma * sigma;
  return { atMs, ...at, covariance: [variance, 0, variance], accuracy95: RAYLEIGH_95 * sigma };
}

/** Pushes a line and gives its time; a bad line is counted by the chain and changes nothing. */
function pushLine(
  chain: Chain | undefined,
  witness: GuideWitness | undefined,
  line: unknown,
): number | undefined {
  if (typeof line !== 'object' || line === null) {
    chain?.badLine();
    return undefined;
  }
  const decoded = decodeReading(line as Record<string, unknown>);
  if (!decoded.ok) {
    chain?.badLine();
    return undefined;
  }
  const events = chain?.push(decoded.input) ?? [];
  witness?.hear(events);
  return decoded.input.kind === 'advert' ? decoded.input.advert.atMs : decoded.input.atMs;
}
