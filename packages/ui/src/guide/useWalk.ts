import type { VenuePoint } from '@daoyin/geometry';
import type { Position } from '@daoyin/positioning';
import type { Forecast } from '@daoyin/protocol';
import { type NoRoute, type ProfileName, type Progress, progressOf, type Route } from '@daoyin/routing';
import { windowColours } from '@daoyin/services';
import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchVerdicts } from '../api/client';
import type { Hall } from '../api/useHall';
import { type Guide, openGuide } from './client';
import { errandTo, type Goal } from './goal';
import type { Stop, StopsPlan } from './messages';
import { openGoal, type Shut, timetableOf } from './opening';
import { useEvidence } from './useEvidence';
import { useLostSight } from './useLostSight';
import { useShut } from './useShut';
import { useSilence } from './useSilence';

/** How sure a place is that the walker told us, in metres (standard deviation). */
const TOLD_SIGMA = 1.5;
/** The radius in standard deviations that holds 95 % of a round normal distribution: √(−2 ln 0.05). */
const RAYLEIGH_95 = 2.4477;
/** A position this uncertain is no reason to give up a route. */
const REROUTE_ACCURACY = 15;
/** The least time between two routes, in the readings' own time. */
const REROUTE_MS = 5000;
const SILENCE_MS = 6000;

export interface Walk {
  readonly position: Position | undefined;
  /** The signal has gone: no new position for six seconds; or the page was hidden while steps carried the dot. */
  readonly stale: boolean;
  /** There is no signal of beacons: the position is what the walker told, carried on by steps where the phone counts them. */
  readonly told: boolean;
  readonly route: Route | undefined;
  /** Why there is no route, where there is none. */
  readonly problem: NoRoute['error'] | undefined;
  /** The goal serves nobody at this hour. */
  readonly shut: Shut | undefined;
  readonly routing: boolean;
  readonly progress: Progress | undefined;
  /** How often the route was found anew because the walker left it. */
  readonly reroutes: number;
  readonly setHere: (at: VenuePoint) => void;
  readonly hear: (readings: readonly unknown[]) => void;
  /** The order of several stops from here that is done first; undefined where the walker's place is not known. */
  readonly plan: (stops: readonly Stop[], forecast: Forecast | undefined) => Promise<StopsPlan | undefined>;
}

/** One visitor's walk to a goal: listens, locates, routes, and routes again where the walker leaves the way. */
export function useWalk(
  hall: Hall,
  goal: Goal | undefined,
  profile: ProfileName,
  start: VenuePoint | undefined,
  /** Whether the walk may tell the hall how its beacons are. */
  tellsBeacons = false,
): Walk {
  const [position, setPosition] = useState<Position | undefined>(undefined);
  const [heard, setHeard] = useState(false);
  const [carried, setCarried] = useState(false);
  const [tellings, setTellings] = useState(0);
  const [reroutes, setReroutes] = useState(0);
  const guide = useRef<Guide | undefined>(undefined);
  // changed on the way, it must not begin the walk anew
  const willing = useRef(tellsBeacons);
  willing.current = tellsBeacons;
  const walked = useRef<{ readonly start: VenuePoint | undefined; readonly position: Position } | undefined>(
    undefined,
  );
  if (position !== undefined) walked.current = { start, position };

  useEffect(() => {
    const { venue, register, services, closures } = hall;
    const colours = services === null ? {} : { colours: windowColours(services) };
    const timetable = timetableOf(hall);
    const opened = openGuide({
      venue,
      register,
      ...colours,
      timetable,
      closures,
      seed: 1,
      witness: willing.current,
      onPosition: setPosition,
    });
    guide.current = opened;
    void fetchVerdicts().then((known) => known.ok && opened.trust(known.value));
    const { at, sigma } = beginning(walked.current, start);
    if (at !== undefined) opened.anchor(at, sigma);
    return () => opened.close();
  }, [hall, start]);
  useEvidence(guide, tellsBeacons);

  const { route, problem, routing, find } = useRoute(guide, hall, goal, profile);
  const known = position !== undefined;
  const latest = useRef(position);
  latest.current = position;
  // biome-ignore lint/correctness/useExhaustiveDependencies: found anew for another goal, profile or departure, not for each step.
  useEffect(() => {
    if (latest.current === undefined) return;
    if (goal === undefined) guide.current?.prepare();
    else find(latest.current);
  }, [known, goal, profile, reroutes, find]);

  const progress = useProgress(route, position);
  useReroute(position, progress, () => setReroutes((count) => count + 1));

  const setHere = useCallback((at: VenuePoint) => {
    setTellings((count) => count + 1);
    guide.current?.anchor(at, TOLD_SIGMA);
  }, []);
  const hear = useCallback((readings: readonly unknown[]) => {
    if (readings.some(isSignal)) setHeard(true);
    else if (readings.length > 0) setCarried(true);
    guide.current?.readings(readings);
  }, []);
  const plan: Walk['plan'] = useCallback(
    async (stops, forecast) => {
      if (latest.current === undefined) return undefined;
      const { x, y, level } = latest.current;
      return guide.current?.plan({ query: { from: { x, y, level }, profile }, stops, forecast });
    },
    [profile],
  );
  const shut = useShut(hall, goal);
  const silent = useSilence(position, SILENCE_MS);
  const lost = useLostSight(carried, tellings);
  const told = position !== undefined && !heard;
  return {
    position,
    told,
    stale: told ? lost : silent,
    route,
    problem,
    shut,
    routing,
    progress,
    reroutes,
    setHere,
    hear,
    plan,
  };
}

/** Of a beacon: steps alone do not tell where one is, they carry on what was told. */
function isSignal(line: unknown): boolean {
  return typeof line === 'object' && line !== null && 'rssiDbm' in line;
}

/** Where a guide begins: where the walker was last, as when another plan is published while they walk; else where they said they start. */
function beginning(
  walked: { readonly start: VenuePoint | undefined; readonly position: Position } | undefined,
  start: VenuePoint | undefined,
): { readonly at: VenuePoint | undefined; readonly sigma: number } {
  if (walked === undefined || walked.start !== start) return { at: start, sigma: TOLD_SIGMA };
  const { x, y, level, accuracy95 } = walked.position;
  return { at: { x, y, level }, sigma: Math.max(0.5, accuracy95 / RAYLEIGH_95) };
}

/** Progress is a fold over positions, begun anew with each route. */
function useProgress(route: Route | undefined, position: Position | undefined): Progress | undefined {
  const [fold, setFold] = useState<{ readonly route: Route; readonly progress: Progress } | undefined>(
    undefined,
  );
  useEffect(() => {
    if (route === undefined || position === undefined) return setFold(undefined);
    setFold((last) => ({
      route,
      progress: progressOf(route, position, last?.route === route ? last.progress : undefined),
    }));
  }, [route, position]);
  return fold?.route === route ? fold?.progress : undefined;
}

/** The route to the goal; an answer that comes after another question is dropped. */
function useRoute(
  guide: { readonly current: Guide | undefined },
  hall: Hall,
  goal: Goal | undefined,
  profile: ProfileName,
) {
  const [route, setRoute] = useState<Route | undefined>(undefined);
  const [problem, setProblem] = useState<NoRoute['error'] | undefined>(undefined);
  const [routing, setRouting] = useState(false);
  const asked = useRef(0);
  // A dot behind a counter is an error of the dot: the route to the same goal stays.
  const led = useRef('');
  useEffect(() => {
    if (goal !== undefined) return;
    asked.current += 1;
    setRoute(undefined);
    setProblem(undefined);
    setRouting(false);
  }, [goal]);
  const errand = `${profile}/${JSON.stringify(goal?.targets)}`;
  const find = useCallback(
    (from: VenuePoint) => {
      if (goal === undefined) return;
      asked.current += 1;
      const turn = asked.current;
      setRouting(true);
      const start = { x: from.x, y: from.y, level: from.level };
      void guide.current?.route(errandTo(openGoal(hall, goal, Date.now()), start, profile)).then((result) => {
        if (turn !== asked.current) return;
        setRouting(false);
        if (result.ok) {
          setRoute(result);
          setProblem(undefined);
          led.current = errand;
        } else if (result.error.kind !== 'not-walkable' || led.current !== errand) {
          setRoute(undefined);
          setProblem(result.error);
        }
      });
    },
    [guide, hall, goal, profile, errand],
  );
  return { route, problem, routing, find };
}

/** Calls back when the walker has left the route, and again only after a while. */
function useReroute(
  position: Position | undefined,
  progress: Progress | undefined,
  reroute: () => void,
): void {
  const lastMs = useRef(Number.NEGATIVE_INFINITY);
  const again = useRef(reroute);
  again.current = reroute;
  useEffect(() => {
    if (position === undefined || !progress?.offRoute || progress.arrived) return;
    const { atMs, accuracy95 } = position;
    if (accuracy95 > REROUTE_ACCURACY || Math.abs(atMs - lastMs.current) < REROUTE_MS) return;
    lastMs.current = atMs;
    again.current();
  }, [position, progress]);
}
