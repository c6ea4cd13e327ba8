import type { FeatureId, Issue, Labels, Venue } from '@daoyin/venue';
import { type Sights, sightsOf } from '../guidance/landmarks';
import { doorwayIssues, doorwaysOf } from '../space/doorways';
import { levelRules } from '../space/free-space';
import { levelParts } from '../space/level-parts';
import { type Access, accessKey } from '../space/walker';
import type { Destination } from '../types';
import { type GoalResult, goalOf } from './goals';
import { type LevelBase, type LevelPlan, type OpenPlan, openPlan } from './level-plan';
import { type Door, doorsOn, type Network } from './network';
import { stopsOf } from './stops';
import type { Timetable } from './timetable';

/** Plans and networks kept for closures that come and go. */
const KEPT_PLANS = 32;
const KEPT_NETWORKS = 16;
const KEPT_GOALS = 5000;

/** A venue's levels, prepared as they are asked for and kept. */
export interface Building {
  readonly venue: Venue;
  readonly network: (access: Access, closed: ReadonlySet<FeatureId>) => Network;
  readonly base: (level: string) => LevelBase;
  readonly issues: () => readonly Issue[];
  /** `goalOf`, remembered for windows and features. */
  readonly goal: (to: Destination) => GoalResult;
  /** What opens and shuts by the clock. */
  readonly timetable: Timetable;
  /** The colour of the area that a window is in, by the window's number. */
  readonly colours: ReadonlyMap<string, Labels>;
  /** The landmarks of a level. */
  readonly sights: (level: string) => Sights;
}

export function createBuilding(
  venue: Venue,
  timetable: Timetable,
  colours: ReadonlyMap<string, Labels>,
): Building {
  const bases = new Map<string, LevelBase>();
  const openPlans = new Map<string, OpenPlan>();
  const closedPlans = new Map<string, LevelPlan>();
  const networks = new Map<string, Network>();
  const seen = new Map<string, Sights>();
  const stops = stopsOf(venue);

  const base = (shortName: string): LevelBase => {
    const level = venue.levels.find((candidate) => candidate.shortName === shortName);
    if (level === undefined) throw new RangeError(`There is no level "${shortName}".`);
    return remember(bases, shortName, Infinity, () => {
      const parts = levelParts(venue, level);
      const doorways = doorwaysOf(parts);
      return { parts, doorways, rules: levelRules(parts, doorways) };
    });
  };

  const planOf = (level: string, access: Access, closed: ReadonlySet<FeatureId>): LevelPlan => {
    const key = `${accessKey(access)}|${level}`;
    const open = remember(openPlans, key, Infinity, () => openPlan(base(level), access));
    const { openings, units } = closuresOf(base(level), closed);
    if (openings.size === 0 && units.size === 0) return open;
    const closedKey = [key, ...[...openings].sort(), '', ...[...units].sort()].join('|');
    return remember(closedPlans, closedKey, KEPT_PLANS, () => open.shut(openings, units));
  };

  let last: { access: Access; closed: ReadonlySet<FeatureId>; network: Network } | undefined;
  const network: Building['network'] = (access, closed) => {
    if (last?.access === access && last.closed === closed) return last.network;
    const found = remember(networks, networkKey(access, closed), KEPT_NETWORKS, () => {
      const plans = new Map<string, LevelPlan>();
      const doors = new Map<string, readonly Door[]>();
      const plan = (level: string) => remember(plans, level, Infinity, () => planOf(level, access, closed));
      const doorsAt = (level: string) =>
        remember(doors, level, Infinity, () => doorsOn(plan(level), stops, access, closed));
      return { venue, access, stops, plan, doors: doorsAt };
    });
    last = { access, closed, network: found };
    return found;
  };

  const issues = () => [
    ...venue.levels.flatMap(({ shortName }) => {
      const { parts, doorways, rules } = base(shortName);
      return [...parts.issues, ...doorwayIssues(doorways), ...rules.issues];
    }),
    ...timetable.issues,
  ];
  const sights = (level: string) => remember(seen, level, Infinity, () => sightsOf(venue, level));
  const goals = new Map<string, GoalResult>();
  const goal = (to: Destination): GoalResult => {
    if (to === null || typeof to !== 'object' || (!('window' in to) && !('featureId' in to)))
      return goalOf(venue, to);
    const key = 'window' in to ? `window ${to.window}` : `feature ${to.featureId}`;
    return remember(goals, key, KEPT_GOALS, () => goalOf(venue, to));
  };
  return { venue, network, base, issues, goal, timetable, colours, sights };
}

interface Closures {
  readonly openings: ReadonlySet<FeatureId>;
  readonly units: ReadonlySet<FeatureId>;
}

/** A closed room is one whose doors are shut; closed floor without walls is shut as an area. */
function closuresOf({ parts, doorways, rules }: LevelBase, closed: ReadonlySet<FeatureId>): Closures {
  const openings = new Set(doorways.map(({ opening }) => opening.id).filter((id) => closed.has(id)));
  const units = new Set<FeatureId>();
  parts.floors.forEach(({ unit, kind }, i) => {
    if (!closed.has(unit.id)) return;
    if (kind !== 'room' || rules.open.has(unit.id)) units.add(unit.id);
    for (const { left, right, opening } of doorways) if (left === i || right === i) openings.add(opening.id);
  });
  return { openings, units };
}

function networkKey(access: Access, closed: ReadonlySet<FeatureId>): string {
  return [accessKey(access), ...[...closed].sort()].join('|');
}

/** The value of a key, made where it is missing; the one that was made first goes when there are too many. */
function remember<V>(map: Map<string, V>, key: string, most: number, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (map.size >= most) map.delete(map.keys().next().value!);
  map.set(key, made);
  return made;
}
