import type { VenuePoint } from '@daoyin/geometry';
import type { Destination } from '@daoyin/routing';
import type { Services } from '@daoyin/services';
import { compareWindowNumbers, type FeatureId, type Labels, type Venue } from '@daoyin/venue';
import type { IconName } from '../components/Icon';
import { en } from '../language/en';
import { zh } from '../language/zh';
import { type FacilityKind, facilities, facilityOfCategory } from './facilities';

export type PlaceKind = 'window' | 'department' | 'service' | 'theme' | 'facility' | 'room';

/** One place that would do, and where it is. */
export interface Target {
  readonly to: Destination;
  readonly at: VenuePoint;
}

/** Somewhere to go: one of `targets`, whichever is nearest. */
export interface Place {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: Labels;
  readonly detail: Labels;
  readonly targets: readonly Target[];
  /** Numbers of its windows, in order. */
  readonly windows: readonly string[];
  readonly levels: readonly string[];
  readonly icon: IconName;
  readonly facility?: FacilityKind;
  /** For the search: what it is called, what else leads to it, and how much it weighs. */
  readonly words: readonly string[];
  readonly context: readonly string[];
  readonly weight: number;
}

/** Everything in a venue that a visitor may ask for. */
export function placesOf(venue: Venue, services: Services | null): readonly Place[] {
  const known = knownWindows(venue);
  return [
    ...facilityPlaces(venue),
    ...departmentPlaces(known, services),
    ...themePlaces(known, services),
    ...windowPlaces(venue, services),
    ...roomPlaces(venue),
    ...servicePlaces(known, services),
  ];
}

function windowPlaces(venue: Venue, services: Services | null): Place[] {
  const duties = new Map(services?.windows.map((duty) => [duty.number, duty]));
  const departments = new Map(services?.departments.map((department) => [department.id, department]));
  return venue.windows.map(({ number, name, at }) => {
    const duty = duties.get(number);
    const department = duty && departments.get(duty.departmentId);
    return {
      id: `window:${number}`,
      kind: 'window',
      name: { zh: `${number} 号窗口`, en: `Window ${number}` },
      detail: duty?.duty ?? name,
      targets: [{ to: { window: number }, at }],
      windows: [number],
      levels: [at.level],
      icon: 'window',
      words: [number, `${number}号窗口`, `Window ${number}`],
      context: [...texts(name), ...texts(duty?.duty), ...texts(department?.name)],
      weight: 1.2,
    };
  });
}

function departmentPlaces(known: KnownWindows, services: Services | null): Place[] {
  return (services?.departments ?? []).flatMap(({ id, name }) => {
    const numbers = services!.windows.filter((duty) => duty.departmentId === id).map((duty) => duty.number);
    const there = known(numbers);
    if (there.windows.length === 0) return [];
    return [
      {
        id: `department:${id}`,
        kind: 'department' as const,
        name,
        detail: rangesOf(there.windows),
        ...there,
        icon: 'department' as const,
        words: texts(name),
        context: there.windows,
        weight: 1.6,
      },
    ];
  });
}

function servicePlaces(known: KnownWindows, services: Services | null): Place[] {
  const departments = new Map(services?.departments.map((department) => [department.id, department.name]));
  return (services?.items ?? []).flatMap(({ id, name, departmentId, windows: numbers }) => {
    const there = known(numbers);
    if (there.windows.length === 0) return [];
    const department = departments.get(departmentId);
    return [
      {
        id: `service:${id}`,
        kind: 'service' as const,
        name,
        detail: department ?? {},
        ...there,
        icon: 'service' as const,
        words: texts(name),
        context: texts(department),
        weight: 1,
      },
    ];
  });
}

/** A theme menu leads to the window of its first step. */
function themePlaces(known: KnownWindows, services: Services | null): Place[] {
  return (services?.themes ?? []).flatMap(({ id, name, steps }) => {
    const first = steps.find((step) => known(step.windows).windows.length > 0);
    if (first === undefined) return [];
    return [
      {
        id: `theme:${id}`,
        kind: 'theme' as const,
        name,
        detail: first.name,
        ...known(first.windows),
        icon: 'service' as const,
        words: texts(name),
        context: steps.flatMap((step) => texts(step.name)),
        weight: 1.3,
      },
    ];
  });
}

interface Spot {
  readonly kind: FacilityKind;
  readonly id: FeatureId;
  readonly at: VenuePoint;
  readonly name: Labels;
}

function facilityPlaces(venue: Venue): Place[] {
  const spots = facilitySpots(venue);
  return facilities.flatMap(({ kind, icon, name }) => {
    const mine = spots.filter((spot) => spot.kind === kind);
    if (mine.length === 0) return [];
    const names = { zh: zh[name], en: en[name] };
    return [
      {
        id: `facility:${kind}`,
        kind: 'facility' as const,
        name: names,
        detail: {},
        targets: mine.map(({ id, at }) => ({ to: { featureId: id }, at })),
        windows: [],
        levels: [...new Set(mine.map(({ at }) => at.level))],
        icon,
        facility: kind,
        words: [...texts(names), ...new Set(mine.flatMap((spot) => texts(spot.name)))],
        context: [],
        weight: 2,
      },
    ];
  });
}

/** Amenities by what they mean; what stands for lifts and stairs too where no amenity does; self-service machines. */
function facilitySpots(venue: Venue): readonly Spot[] {
  const amenities = venue.amenities.flatMap(({ id, category, level, point, name, accessibility }): Spot[] => {
    const facility = facilityOfCategory(category);
    if (facility === undefined) return [];
    const spot = { kind: facility.kind, id, at: { ...point, level }, name };
    const accessible = facility.kind === 'toilet' && accessibility.includes('wheelchair');
    return accessible ? [spot, { ...spot, kind: 'toilet-accessible' }] : [spot];
  });
  const covered = new Set(amenities.map(({ kind }) => kind));
  const units = venue.units.flatMap(({ id, category, level, area, name, restriction }): Spot[] => {
    const facility = facilityOfCategory(category);
    const at = area[0]?.outer[0];
    if (facility === undefined || at === undefined || restriction !== undefined || covered.has(facility.kind))
      return [];
    return [{ kind: facility.kind, id, at: { ...at, level }, name }];
  });
  const machines = venue.kiosks.flatMap(({ id, level, area, name }): Spot[] => {
    const at = area[0]?.outer[0];
    return at === undefined ? [] : [{ kind: 'self-service', id, at: { ...at, level }, name }];
  });
  return [...amenities, ...units, ...(covered.has('self-service') ? [] : machines)];
}

function roomPlaces(venue: Venue): Place[] {
  return venue.units
    .filter(({ name, restriction, category, area }) => {
      const named =
        texts(name).length > 0 &&
        restriction === undefined &&
        category !== 'nonpublic' &&
        area[0] !== undefined;
      return (
        named && facilityOfCategory(category) === undefined && !/walkway|opentobelow|structure/.test(category)
      );
    })
    .map(({ id, name, level, area }) => ({
      id: `room:${id}`,
      kind: 'room',
      name,
      detail: { zh: level, en: level },
      targets: [{ to: { featureId: id }, at: { ...area[0]!.outer[0]!, level } }],
      windows: [],
      levels: [level],
      icon: 'place',
      words: texts(name),
      context: [],
      weight: 1.1,
    }));
}

/** The entrances of a venue with their names, where a visitor may say to be. */
export function entrancesOf(venue: Venue): readonly { readonly name: Labels; readonly at: VenuePoint }[] {
  return facilitySpots(venue)
    .filter(({ kind, name }) => kind === 'entrance' && texts(name).length > 0)
    .map(({ name, at }) => ({ name, at }));
}

/** `1–3、7 号窗口` of 1, 2, 3 and 7. */
export function rangesOf(windows: readonly string[]): Labels {
  const runs: string[][] = [];
  for (const number of windows) {
    const run = runs.at(-1);
    if (run !== undefined && Number(number) === Number(run.at(-1)) + 1) run.push(number);
    else runs.push([number]);
  }
  const parts = runs.map((run) => (run.length > 1 ? `${run[0]}–${run.at(-1)}` : run[0]!));
  return {
    zh: `${parts.join('、')} 号窗口`,
    en: `${windows.length > 1 ? 'Windows' : 'Window'} ${parts.join(', ')}`,
  };
}

const texts = (labels: Labels | undefined): string[] =>
  Object.values(labels ?? {}).filter((text) => text.trim() !== '');

/** The windows of these numbers that a venue has, in order, as a place has them. */
type KnownWindows = (numbers: readonly string[]) => Pick<Place, 'windows' | 'targets' | 'levels'>;

/** Worked out once for each list of numbers: a thousand items share a few dozen. */
function knownWindows(venue: Venue): KnownWindows {
  const places = new Map(venue.windows.map(({ number, at }) => [number, at]));
  const answers = new Map<string, ReturnType<KnownWindows>>();
  const answer = (numbers: readonly string[]) => {
    const windows = numbers.filter((number) => places.has(number)).toSorted(compareWindowNumbers);
    const targets = windows.map((number) => ({ to: { window: number }, at: places.get(number)! }));
    return { windows, targets, levels: [...new Set(targets.map(({ at }) => at.level))] };
  };
  return (numbers) => {
    const key = numbers.join();
    const known = answers.get(key) ?? answer(numbers);
    answers.set(key, known);
    return known;
  };
}
