import type { VenuePoint } from '@daoyin/geometry';
import type { Position } from '@daoyin/positioning';
import { type NoRoute, type Progress, type ProfileName, progressOf, type Route } from '@daoyin/routing';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Hall } from '../api/useHall';
import { type Guide, openGuide } from './client';
import { type Goal, queriesTo } from './goal';
import { useSilence } from './useSilence';

/** How sure a place is that the walker told us, in metres (standard deviation). */
const TOLD_SIGMA = 1.5;
/** A position this uncertain is no reason to give up a route. */
const REROUTE_ACCURACY = 15;
/** How long the walker must be off the route, in the readings' own time. */
const OFF_ROUTE_MS = 4000;
const SILENCE_MS = 6000;

export interface Walk {
  readonly position: Position | undefined;
  /** No new position for six seconds. */
  readonly stale: boolean;
  readonly route: Route | undefined;
  readonly problem: NoRoute['error']['kind'] | undefined;
  readonly routing: boolean;
  readonly progress: Progress | undefined;
  /** How often the route was found anew because the walker left it. */
  readonly reroutes: number;
  readonly setHere: (at: VenuePoint) => void;
  readonly hear: (readings: readonly unknown[]) => void;
}

/** One visitor's walk to a goal: listens, locates, routes, and routes again where the walker leaves the way. */
export function useWalk(
  hall: Hall,
  goal: Goal | undefined,
  profile: ProfileName,
  start: VenuePoint | undefined,
): Walk {
  const [position, setPosition] = useState<Position | undefined>(undefined);
  const [reroutes, setReroutes] = useState(0);
  const guide = useRef<Guide | undefined>(undefined);

  useEffect(() => {
    const { venue, register } = hall;
    const opened = openGuide({ venue, register, seed: 1, onPosition: setPosition });
    guide.current = opened;
    if (start !== undefined) opened.anchor(start, TOLD_SIGMA);
    return () => opened.close();
  }, [hall, start]);

  const { route, problem, routing, find } = useRoute(guide, goal, profile);
  const known = position !== undefined;
  const latest = useRef(position);
  latest.current = position;
  // biome-ignore lint/correctness/useExhaustiveDependencies: found anew for another goal, profile or departure, not for each step.
  useEffect(() => {
    if (latest.current !== undefined) find(latest.current);
  }, [known, goal, profile, reroutes, find]);

  const progress = useMemo(
    () => (route === undefined || position === undefined ? undefined : progressOf(route, position)),
    [route, position],
  );
  useReroute(position, progress, () => setReroutes((count) => count + 1));

  const setHere = useCallback((at: VenuePoint) => {
    guide.current?.anchor(at, TOLD_SIGMA);
    setReroutes((count) => count + 1);
  }, []);
  const hear = useCallback((readings: readonly unknown[]) => guide.current?.readings(readings), []);
  const stale = useSilence(position, SILENCE_MS);
  return { position, stale, route, problem, routing, progress, reroutes, setHere, hear };
}

/** The route to the goal; an answer that comes after another question is dropped. */
function useRoute(guide: { readonly current: Guide | undefined }, goal: Goal | undefined, profile: ProfileName) {
  const [route, setRoute] = useState<Route | undefined>(undefined);
  const [problem, setProblem] = useState<NoRoute['error']['kind'] | undefined>(undefined);
  const [routing, setRouting] = useState(false);
  const asked = useRef(0);
  const find = useCallback(
    (from: VenuePoint) => {
      if (goal === undefined) return;
      asked.current += 1;
      const turn = asked.current;
      setRouting(true);
      const start = { x: from.x, y: from.y, level: from.level };
      void guide.current?.route(queriesTo(goal, start, profile)).then((result) => {
        if (turn !== asked.current) return;
        setRouting(false);
        setRoute(result.ok ? result : undefined);
        setProblem(result.ok ? undefined : result.error.kind);
      });
    },
    [guide, goal, profile],
  );
  return { route, problem, routing, find };
}

/** Calls back once the walker has been off the route long enough to mean it. */
function useReroute(
  position: Position | undefined,
  progress: Progress | undefined,
  reroute: () => void,
): void {
  const leftAtMs = useRef<number | undefined>(undefined);
  const again = useRef(reroute);
  again.current = reroute;
  useEffect(() => {
    if (position === undefined || progress === undefined) return;
    const off = progress.offRoute && !progress.arrived && position.accuracy95 < REROUTE_ACCURACY;
    if (!off) {
      leftAtMs.current = undefined;
      return;
    }
    leftAtMs.current ??= position.atMs;
    if (position.atMs - leftAtMs.current < OFF_ROUTE_MS) return;
    leftAtMs.current = undefined;
    again.current();
  }, [position, progress]);
}
