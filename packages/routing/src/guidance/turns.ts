import { distance, type Point, type VenuePoint } from '@daoyin/geometry';
import type { Building } from '../route/building';
import type { Landmark, Manoeuvre, RouteLeg } from '../types';
import { angleBetween, type Bend, bendsOf, directionOf, headingAtStart, setOff } from './bends';
import { isSeen, landmarkOf, type Sight } from './landmarks';

/** Turns under this many radians are not spoken of while the heading stays near what was said last. */
const NOTICED = (30 * Math.PI) / 180;
const DRIFT = (45 * Math.PI) / 180;
/** A turn this near (in metres) to the end of a walk is part of arriving: what is left is too short to be said. */
export const AT_THE_END = 2.5;
/** Two turns to one side that are nearer (in metres) than this are one, round a corner or the end of an island; up to this many radians. */
const ROUND = 4.5;
const ROUND_MOST = (155 * Math.PI) / 180;
/** How far (in metres) a landmark may be from the turn that it marks. */
const BESIDE = 5;

type WalkLeg = Extract<RouteLeg, { kind: 'walk' }>;
type Turn = Extract<Manoeuvre, { kind: 'turn' }>;

/** The turns of a walk that are worth saying; `walked` metres came before it, and with none the walk begins here. */
export function turns(
  building: Building,
  leg: WalkLeg,
  walked: number,
  goal: Landmark | undefined,
): Manoeuvre[] {
  const told: Turn[] = [];
  let round: { readonly to: number; readonly turn: number } | undefined;
  const off = walked === 0 ? setOff(leg.path) : undefined;
  let heading = off?.heading ?? headingAtStart(leg.path) ?? 0;
  for (const bend of bendsOf(leg.path)) {
    if (off !== undefined && bend.distance <= off.distance) continue;
    const drifted = Math.abs(angleBetween(heading, bend.headingAfter)) > DRIFT;
    const size = Math.abs(bend.turn);
    const isNoticed = size >= NOTICED || (drifted && directionOf(bend.turn) !== 'straight');
    if (!isNoticed || leg.length - bend.distance < AT_THE_END || bend.distance < 0.5) continue;
    heading = bend.headingAfter;
    const at = { ...bend.at, level: leg.level };
    const last = told.at(-1);
    const whole = bend.turn + (round?.turn ?? 0);
    const goesOn =
      round !== undefined &&
      bend.distance - round.to < ROUND &&
      Math.sign(round.turn) === Math.sign(bend.turn);
    if (last !== undefined && goesOn && Math.abs(whole) < ROUND_MOST) {
      told[told.length - 1] = { ...last, direction: directionOf(whole) };
      round = { to: bend.distance, turn: whole };
      continue;
    }
    round = { to: bend.distance, turn: bend.turn };
    const direction = directionOf(bend.turn);
    const said = [told.at(-1)?.landmark, goal];
    const landmark = landmarkBeside(building, at, bend, said);
    told.push({
      kind: 'turn',
      distance: walked + bend.distance,
      at,
      direction,
      ...(landmark && { landmark }),
    });
  }
  return told;
}

/** The landmark at the inner side of a turn: what one goes round. Nothing behind one's back, and not what was `said`: of the turn before, as the goal. */
function landmarkBeside(
  building: Building,
  at: VenuePoint,
  bend: Bend,
  said: readonly (Landmark | undefined)[],
): Landmark | undefined {
  const inward = bend.headingBefore + (bend.turn > 0 ? 1 : -1) * (Math.PI / 2);
  const inner = { x: at.x + 0.7 * Math.cos(inward), y: at.y + 0.7 * Math.sin(inward) };
  const rank = (sight: Sight) => distance(inner, sight.at) - sight.weight;
  const beside = building
    .sights(at.level)
    .near(inner, BESIDE)
    .filter((sight) => !said.some((other) => other && isSame(other, sight)))
    .filter((sight) => distance(inner, sight.at) < BESIDE && isBefore(at, bend.headingBefore, sight.at))
    .sort((a, b) => rank(a) - rank(b));
  const seen = beside.find((sight) => isSeen(building.base(at.level), at, sight));
  return seen && landmarkOf(seen);
}

/** Whether two landmarks are one to who hears of them: a toilet's sign and its room have one name. */
function isSame(a: Landmark, b: Landmark): boolean {
  if (a.featureId === b.featureId) return true;
  const names = Object.values(a.name ?? {});
  return Object.values(b.name ?? {}).some((name) => names.includes(name));
}

function isBefore(at: Point, heading: number, point: Point): boolean {
  return (point.x - at.x) * Math.cos(heading) + (point.y - at.y) * Math.sin(heading) > -2;
}
