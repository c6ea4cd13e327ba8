import {
  distance,
  distanceToBoundary,
  distanceToSegment,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
} from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import { flightsOf } from './flights';

/** Units in which one is carried without a step, by IMDF category. */
const CARRYING = new Set(['escalator', 'movingwalkway']);
const WITHIN = 5;

/** From which end to which an escalator or moving walkway carries. */
export type Run = readonly [Point, Point];

/** What may carry a walker who takes no step: its run where the plan has two ends of it. */
export interface Conveyor {
  readonly run?: Run;
}

/** The escalator or moving walkway of the level that a point is on, or within 5 m of. */
export type Carried = (x: number, y: number, level: number) => Conveyor | undefined;

const SHORTEST_RUN = 2;
const RIDDEN = 1.5;
const ALIGHTS_WITHIN = 5;

export function carriedNear(venue: Venue | undefined): Carried {
  const flights = flightsOf(venue).filter(({ kind }) => CARRYING.has(kind));
  const byLevel = (venue?.levels ?? []).map(({ shortName }, level) => ({
    areas: venue!.units
      .filter((unit) => unit.level === shortName && CARRYING.has(unit.category))
      .map(({ area }) => area),
    runs: flights.flatMap(({ ends }) =>
      ends.flatMap((end, i): Run[] => {
        const next = ends[i + 1];
        if (!next || distance(end.centre, next.centre) < SHORTEST_RUN) return [];
        return end.level === level || next.level === level ? [[end.centre, next.centre]] : [];
      }),
    ),
  }));
  return (x, y, level) => {
    const here = byLevel[level];
    if (!here) return undefined;
    const point = { x, y };
    const run = nearestRun(here.runs, point);
    if (run) return { run };
    return here.areas.some((area) => near(area, point)) ? {} : undefined;
  };
}

function nearestRun(runs: readonly Run[], point: Point): Run | undefined {
  let nearest: Run | undefined;
  let least = WITHIN;
  for (const run of runs) {
    const away = distanceToSegment(point, ...run);
    if (away >= least) continue;
    least = away;
    nearest = run;
  }
  return nearest;
}

/** The end of a run at which one steps off who has stood from one point to another; undefined for who was not carried. */
export function alightsAt(run: Run, from: Point, to: Point): Point | undefined {
  if (distance(from, to) < RIDDEN) return undefined;
  const end = distance(run[0], to) < distance(run[1], to) ? run[0] : run[1];
  return distance(end, to) < ALIGHTS_WITHIN ? end : undefined;
}

function near(area: MultiPolygon, point: Point): boolean {
  return (
    multiPolygonContains(area, point) || area.some((polygon) => distanceToBoundary(polygon, point) < WITHIN)
  );
}
