import type { Opening, Unit } from '@daoyin/venue';

/**
 * What a unit means to a walker, by its IMDF 1.0.0 unit category:
 * `open` floor without walls of its own, a `room` that is entered through openings only, a `shaft` (lift, escalator, stairs)
 * that is used but never walked across, `steps` inside a level, or `solid`.
 */
export type UnitKind = 'open' | 'room' | 'shaft' | 'steps' | 'solid';

const KINDS: Readonly<Record<UnitKind, readonly string[]>> = {
  open: [
    'walkway',
    'walkway.island',
    'lobby',
    'unenclosedarea',
    'footbridge',
    'platform',
    'movingwalkway',
    'ramp',
    'terrace',
    'waitingroom.open',
    'openspace',
    'area',
    'corridor',
    'hallway',
    'concourse',
  ],
  steps: ['steps'],
  shaft: ['elevator', 'escalator', 'stairs'],
  solid: [
    'column',
    'brick',
    'concrete',
    'drywall',
    'glass',
    'wood',
    'structure',
    'wall',
    'opentobelow',
    'opentobelow.landscape',
    'void',
    'vegetation',
    'swimmingpool',
    'fieldofplay',
    'road',
    'water',
  ],
  room: [],
};

const KIND_OF = new Map(
  (Object.entries(KINDS) as [UnitKind, readonly string[]][]).flatMap(([kind, names]) =>
    names.map((name) => [name, kind] as const),
  ),
);

/** A category that nobody knows is a room: walls that are not there cost a detour, a way through a wall costs trust. */
export function unitKind(category: string): UnitKind {
  return KIND_OF.get(category.trim().toLowerCase()) ?? 'room';
}

const STAFF_CATEGORIES = new Set(['nonpublic', 'serverroom', 'storage', 'mailroom']);
const STAFF_RESTRICTIONS = new Set(['employeesonly', 'restricted']);

/** Whether visitors are kept out of a unit. */
export function isStaffOnly(unit: Unit): boolean {
  return (
    STAFF_CATEGORIES.has(unit.category.trim().toLowerCase()) ||
    (unit.restriction !== undefined && STAFF_RESTRICTIONS.has(unit.restriction.trim().toLowerCase()))
  );
}

/** Who may pass an opening; `never` is a door that is out of service, an emergency exit or a way for vehicles. */
export type Passage = 'anyone' | 'no-wheels' | 'staff' | 'never';

const NEVER = new Set(['automobile', 'automobile.principal', 'emergencyexit']);
const STAFF_OPENINGS = new Set(['service', 'restricted', 'employeesonly']);
const KEYS = new Set([
  'badgereader',
  'fingerprintreader',
  'keyaccess',
  'passwordaccess',
  'retinascanner',
  'voicerecognition',
]);
const NO_WHEELS = new Set(['revolving', 'turnstile']);

export function passageOf(opening: Opening): Passage {
  const category = opening.category.trim().toLowerCase();
  const controls = opening.accessControl.map((control) => control.trim().toLowerCase());
  if (NEVER.has(category) || controls.includes('outofservice')) return 'never';
  if (STAFF_OPENINGS.has(category) || controls.some((control) => KEYS.has(control))) return 'staff';
  return NO_WHEELS.has(opening.doorType ?? '') || category === 'turnstile' ? 'no-wheels' : 'anyone';
}

/** Fixtures that stand where people walk and stop nobody. */
const PASSABLE_FIXTURES = new Set(['inspectionarea', 'rug', 'marking']);

export function isObstacle(fixtureCategory: string): boolean {
  return !PASSABLE_FIXTURES.has(fixtureCategory.trim().toLowerCase());
}
