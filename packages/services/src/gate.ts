import type { VenuePoint } from '@daoyin/geometry';
import {
  type BeaconRegister,
  type Closure,
  type Issue,
  type Rule,
  type Venue,
  validateVenue,
} from '@daoyin/venue';
import { holidayIssue } from './holidays';
import { parseHours } from './hours/hours';
import { unservedWishes } from './served';
import type { Services } from './types';
import { validateServices } from './validate';

/** What the gate asks of a router: whether there is a way, and what cannot be reached at all. */
export interface Ways {
  readonly find: (query: {
    readonly from: VenuePoint;
    readonly to: { readonly window: string };
    readonly profile: 'walk' | 'step-free';
  }) => { readonly ok: boolean };
  readonly reachability: () => readonly Issue[];
}

/** Ways that are asked once each: as long as the plan stays the same, looking again costs nothing. */
export function rememberedWays(ways: Ways): Ways {
  const found = new Map<string, { readonly ok: boolean }>();
  let issues: readonly Issue[] | undefined;
  return {
    find: (query) => {
      const key = JSON.stringify(query);
      const known = found.get(key) ?? { ok: ways.find(query).ok };
      found.set(key, known);
      return known;
    },
    reachability: () => {
      issues ??= ways.reachability();
      return issues;
    },
  };
}

/** A hall as it would be published. */
export interface HallContent {
  readonly venue: Venue;
  readonly register?: BeaconRegister;
  readonly services?: Services | null;
  readonly closures?: readonly Closure[];
  /** What reading it found. */
  readonly issues?: readonly Issue[];
  /** The day it is at the hall (`2026-11-30`), to say that its holidays run out. */
  readonly today?: string;
}

/**
 * Every finding about a hall, errors first: plan, beacons, catalogue, closures, and whether every item leads to a window that
 * each visitor gets to. `moreRules` adds those of other packages, such as the accuracy that the beacons will give.
 */
export function hallIssues(hall: HallContent, ways: Ways, moreRules: readonly Rule[] = []): readonly Issue[] {
  const { venue, services, closures = [], issues, register, today } = hall;
  return validateVenue({ venue, ...(issues && { issues }), ...(register && { register }) }, [
    () => ways.reachability(),
    () => (services ? [...catalogueIssues(services, venue, ways), holidayIssue(services, today)] : []),
    () => closureIssues(closures, venue),
    ...moreRules,
  ]);
}

/** What is wrong with a catalogue on its plan, and what of it no visitor gets to. */
function catalogueIssues(services: Services, venue: Venue, ways: Pick<Ways, 'find'>): readonly Issue[] {
  const issues = validateServices(services, venue);
  return [...issues, ...unservedWishes(services, venue.windows, reachesFrom(venue, ways))];
}

/** Whether a window can be got to from one of the entrances; each is asked once. */
function reachesFrom(venue: Venue, ways: Pick<Ways, 'find'>) {
  const starts = venue.amenities
    .filter(({ category }) => category === 'entry' || category === 'entrance')
    .map(({ point, level }) => ({ ...point, level }));
  const known = new Map<string, boolean>();
  return (window: string, profile: 'walk' | 'step-free'): boolean => {
    const key = `${profile} ${window}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const reached = starts.some((from) => ways.find({ from, to: { window }, profile }).ok);
    known.set(key, reached);
    return reached;
  };
}

/** Closures that shut nothing, end before they begin, or have hours that nobody can read. */
function closureIssues(closures: readonly Closure[], venue: Venue): readonly Issue[] {
  const known = new Set([...venue.units, ...venue.openings, ...venue.connectors].map(({ id }) => id));
  return closures.flatMap((closure) => {
    const { id, featureIds, from, until, hours, at } = closure;
    const breach = (kind: string, what: string): Issue => ({
      severity: 'error',
      kind,
      message: `Closure ${id}: ${what}`,
      file: 'closures.json',
      featureId: id,
      ...(at && { at }),
    });
    const lost = featureIds.filter((featureId) => !known.has(featureId));
    return [
      ...lost.map((other) => breach('dangling-reference', `it shuts "${other}", which is not in the plan.`)),
      ...(from !== undefined && until !== undefined && from >= until
        ? [breach('closure-never', `it ends (${until}) before it begins (${from}).`)]
        : []),
      ...(hours !== undefined && parseHours(hours) === undefined
        ? [breach('bad-hours', `"hours" is "${hours}", which nobody can read.`)]
        : []),
    ];
  });
}
