import { type Chain, decodeReading, startChain } from '@daoyin/beacon-ingest';
import { createRouter, type Router, type RouteQuery, type RouteResult } from '@daoyin/routing';
import type { Venue } from '@daoyin/venue';
import type { GuideReport, GuideRequest } from './messages';

/** The least time between two positions, in the readings' own time: a dot need not move more often. */
const POSITION_INTERVAL_MS = 200;

/**
 * One visitor's positioning chain and router behind messages: what the worker runs, so that drawing never waits for either.
 * No clock and no I/O of its own.
 */
export function createGuideEngine(report: (report: GuideReport) => void): (request: GuideRequest) => void {
  let chain: Chain | undefined;
  let venue: Venue | undefined;
  let router: Router | undefined;
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
        const { register, seed, estimator } = request;
        venue = request.venue;
        router = undefined;
        newestMs = reportedMs = Number.NEGATIVE_INFINITY;
        chain = startChain({
          register,
          seed,
          ...(venue === undefined ? {} : { venue }),
          ...(estimator === undefined ? {} : { estimator }),
        });
        return;
      }
      case 'lines':
        for (const line of request.lines) newestMs = pushLine(chain, line) ?? newestMs;
        return tellPosition(false);
      case 'anchor': {
        const atMs = Number.isFinite(newestMs) ? newestMs : request.atMs;
        newestMs = atMs;
        chain?.push({ kind: 'anchor', atMs, at: request.at, sigma: request.sigma });
        return tellPosition(true);
      }
      case 'route': {
        if (venue === undefined) return;
        router ??= createRouter(venue);
        report({ type: 'route', id: request.id, result: quickest(router, request.queries) });
      }
    }
  };
}

/** Pushes a line and gives its time; a bad line is counted by the chain and changes nothing. */
function pushLine(chain: Chain | undefined, line: unknown): number | undefined {
  if (typeof line !== 'object' || line === null) {
    chain?.badLine();
    return undefined;
  }
  const decoded = decodeReading(line as Record<string, unknown>);
  if (!decoded.ok) {
    chain?.badLine();
    return undefined;
  }
  chain?.push(decoded.input);
  return decoded.input.kind === 'advert' ? decoded.input.advert.atMs : decoded.input.atMs;
}

/** The quickest route of all queries; where none has one, the first reason why not. */
function quickest(router: Router, queries: readonly RouteQuery[]): RouteResult {
  const results = queries.map((query) => router.find(query));
  const routes = results.flatMap((result) => (result.ok ? [result] : []));
  routes.sort((a, b) => a.duration - b.duration);
  return (
    routes[0] ??
    results[0] ?? { ok: false, error: { kind: 'bad-query', message: 'No query was given.' } }
  );
}
