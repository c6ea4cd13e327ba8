import { type Element, type Name, name } from '../elements';
import { island, straightCounter } from '../parts/counter';
import { curvedCounter } from '../parts/curved-counter';
import { across, staffDoor } from '../parts/doors';
import { planter, seats } from '../parts/furniture';
import { staffRoom } from '../parts/rooms';
import { staffEntrance, toilets } from '../parts/strip';
import { at } from '../shapes';
import { atrium, endStairs, liftCore, northStairs } from './cores';
import { NORTH, northRoom, type Side, sideAt, WEST } from './frame';

/** Where the staff zone of the north counters ends and the offices behind it begin. */
const OFFICES = 50;
const FACE = 60;

/** Everything that stands over everything: stairs, lifts, escalators, toilets, the staff's entrances. */
export function core(level: string): Element[] {
  const sides: readonly Side[] = ['west', 'east'];
  const isGround = level === '1F';
  return [
    ...atrium(level),
    ...sides.flatMap((side) => [
      ...liftCore(side),
      planter(`planter-lifts-${side}-south`, sideAt(side, 34.9, 22.5), 0.7),
      planter(`planter-lifts-${side}-north`, sideAt(side, 34.9, 33.5), 0.7),
      ...northStairs(side),
      ...endStairs(side, 13, isGround),
      ...toilets(side, 17),
      ...staffEntrance(side, 39, NORTH, FACE, isGround),
    ]),
  ];
}

/** An office behind a north counter, with its door to the staff zone. */
export function northOffice(key: string, side: Side, x0: number, x1: number, label: Name): Element[] {
  const middle = side === 'west' ? (x0 + x1) / 2 : 108 - (x0 + x1) / 2;
  return staffRoom(
    key,
    label,
    northRoom(side, x0, x1, OFFICES),
    staffDoor(`${key}-door`, ...across(at(middle, OFFICES), 1, 'x')),
  );
}

/** The straight counter of a north-side wing, 18 windows, with three offices behind. */
export function northWing(side: Side, first: number, label: Name): Element[] {
  const key = `counter-north-${side}`;
  const start = side === 'west' ? WEST : 71;
  const office = name('后台办公室', 'Back office');
  return [
    ...straightCounter({
      key,
      name: label,
      frame: { start: at(start, NORTH), facing: 'south' },
      width: 28,
      depth: 6,
      first,
      count: 18,
    }),
    ...northOffice(`${key}-office-1`, side, 9, 18, office),
    ...northOffice(`${key}-office-2`, side, 18, 28, office),
    ...northOffice(`${key}-office-3`, side, 28, 37, office),
  ];
}

/** The counter in the axis of the atrium: 16 windows on an arc that comes towards the visitor. */
export function northCentre(first: number, label: Name): Element[] {
  const key = 'counter-north-centre';
  const office = name('后台办公室', 'Back office');
  return [
    ...curvedCounter({
      key,
      name: label,
      from: at(41, NORTH),
      to: at(67, NORTH),
      sagitta: 2,
      back: [at(67, OFFICES), at(41, OFFICES)],
      first,
      count: 16,
    }),
    ...northOffice(`${key}-office-1`, 'west', 41, 54, office),
    ...northOffice(`${key}-office-2`, 'west', 54, 67, office),
  ];
}

/** The island of a wing, `perSide` windows on each side, about the middle of the wing. */
export function wingIsland(side: Side, first: number, label: Name, perSide = 8): Element[] {
  const middle = side === 'west' ? 21 : 87;
  return island({
    key: `island-${side}`,
    name: label,
    x: middle - perSide * 0.75,
    y: 22,
    depth: 7,
    perSide,
    first,
  });
}

/** The waiting area between the island and the north counter of a wing. */
export function wingSeats(side: Side): Element[] {
  const [a, b] = side === 'west' ? [11, 20.2] : [80.6, 89.8];
  return [
    ...seats({ key: `seats-north-${side}-1`, x: a, y: 33.6, benches: 3, rows: 4 }),
    ...seats({ key: `seats-north-${side}-2`, x: b, y: 33.6, benches: 3, rows: 4 }),
  ];
}
