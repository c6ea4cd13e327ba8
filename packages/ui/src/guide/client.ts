import type { VenuePoint } from '@daoyin/geometry';
import type { BeaconEvidence, BeaconVerdict, Position } from '@daoyin/positioning';
import type { RouteResult } from '@daoyin/routing';
import type { BeaconRegister, Closure, Labels, Venue } from '@daoyin/venue';
import type { Errand, GuideReport, GuideRequest, StopsPlan, StopsWanted, Timetable } from './messages';

export interface GuideOptions {
  readonly venue: Venue | undefined;
  readonly register: BeaconRegister;
  readonly colours?: ReadonlyMap<string, Labels>;
  readonly timetable?: Timetable | undefined;
  readonly closures?: readonly Closure[] | undefined;
  readonly estimator?: string | undefined;
  readonly seed: number;
  /** Whether to listen for what the walk says of the beacons. */
  readonly witness?: boolean;
  readonly onPosition: (position: Position) => void;
}

/** One visitor's guide: what is heard goes in, positions and routes come out. Positions stay on this page. */
export interface Guide {
  readings(lines: readonly unknown[]): void;
  /** "I am here"; `sigma` in metres. */
  anchor(at: VenuePoint, sigma: number): void;
  /** Makes what the first way would wait for; for when nobody waits, since positions do meanwhile. */
  prepare(): void;
  route(errand: Errand): Promise<RouteResult>;
  plan(wanted: StopsWanted): Promise<StopsPlan>;
  /** Whom not to trust; it counts until the first reading. */
  trust(verdicts: readonly BeaconVerdict[]): void;
  /** What the walk says of one beacon, drawn by `draw` (0 … 1) from those that are out of reach by now. */
  evidence(draw: number): Promise<BeaconEvidence | undefined>;
  close(): void;
}

/** Starts the worker that locates and routes for one visitor. */
export function openGuide({ onPosition, ...settings }: GuideOptions): Guide {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const routes = new Map<number, (result: RouteResult) => void>();
  const plans = new Map<number, (result: StopsPlan) => void>();
  const evidences = new Map<number, (evidence: BeaconEvidence | undefined) => void>();
  let lastId = 0;
  const ask = (request: GuideRequest) => worker.postMessage(request);
  worker.addEventListener('message', ({ data }: MessageEvent<GuideReport>) => {
    if (data.type === 'position') return onPosition(data.position);
    if (data.type === 'evidence') evidences.get(data.id)?.(data.evidence);
    else if (data.type === 'plan') plans.get(data.id)?.(data.result);
    else routes.get(data.id)?.(data.result);
    for (const waiting of [plans, routes, evidences]) waiting.delete(data.id);
  });
  ask({ type: 'open', ...settings });
  return {
    readings: (lines) => ask({ type: 'lines', lines }),
    anchor: (at, sigma) => ask({ type: 'anchor', at, sigma, atMs: Date.now() }),
    prepare: () => ask({ type: 'prepare' }),
    route: (errand) =>
      new Promise((resolve) => {
        lastId += 1;
        routes.set(lastId, resolve);
        ask({ type: 'route', id: lastId, atMs: Date.now(), ...errand });
      }),
    plan: (wanted) =>
      new Promise((resolve) => {
        lastId += 1;
        plans.set(lastId, resolve);
        ask({ type: 'plan', id: lastId, atMs: Date.now(), ...wanted });
      }),
    trust: (verdicts) => ask({ type: 'trust', verdicts }),
    evidence: (draw) =>
      new Promise((resolve) => {
        lastId += 1;
        evidences.set(lastId, resolve);
        ask({ type: 'evidence', id: lastId, draw });
      }),
    close: () => worker.terminate(),
  };
}
