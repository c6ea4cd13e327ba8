import type { VenuePoint } from '@daoyin/geometry';
import type { Position } from '@daoyin/positioning';
import type { RouteResult } from '@daoyin/routing';
import type { BeaconRegister, Labels, Venue } from '@daoyin/venue';
import type { Errand, GuideReport, GuideRequest, Timetable } from './messages';

export interface GuideOptions {
  readonly venue: Venue | undefined;
  readonly register: BeaconRegister;
  readonly colours?: ReadonlyMap<string, Labels>;
  readonly timetable?: Timetable | undefined;
  readonly estimator?: string | undefined;
  readonly seed: number;
  readonly onPosition: (position: Position) => void;
}

/** One visitor's guide: what is heard goes in, positions and routes come out. Positions stay on this page. */
export interface Guide {
  readings(lines: readonly unknown[]): void;
  /** "I am here"; `sigma` in metres. */
  anchor(at: VenuePoint, sigma: number): void;
  route(errand: Errand): Promise<RouteResult>;
  close(): void;
}

/** Starts the worker that locates and routes for one visitor. */
export function openGuide({ onPosition, ...settings }: GuideOptions): Guide {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (result: RouteResult) => void>();
  let lastId = 0;
  const ask = (request: GuideRequest) => worker.postMessage(request);
  worker.addEventListener('message', ({ data }: MessageEvent<GuideReport>) => {
    if (data.type === 'position') return onPosition(data.position);
    waiting.get(data.id)?.(data.result);
    waiting.delete(data.id);
  });
  ask({ type: 'open', ...settings });
  return {
    readings: (lines) => ask({ type: 'lines', lines }),
    anchor: (at, sigma) => ask({ type: 'anchor', at, sigma, atMs: Date.now() }),
    route: (errand) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        ask({ type: 'route', id: lastId, atMs: Date.now(), ...errand });
      }),
    close: () => worker.terminate(),
  };
}
