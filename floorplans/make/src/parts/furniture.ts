import type { Point, Ring } from '@daoyin/geometry';
import { type Element, type Name, name } from '../elements';
import { at, disc, rect } from '../shapes';
import { counterRect, type Facing, onCounter } from './counter';

const BENCH_LENGTH = 2.4;
const BENCH_DEPTH = 0.6;

export interface SeatBlock {
  readonly key: string;
  /** South-west corner. */
  readonly x: number;
  readonly y: number;
  /** Benches of four seats side by side, and rows one behind the other. */
  readonly benches: number;
  readonly rows: number;
  readonly rowPitch?: number;
}

/** A waiting area: rows of four-seat benches along x, joined end to end, with the section that names it. */
export function seats({ key, x, y, benches, rows, rowPitch = 1.5 }: SeatBlock): Element[] {
  const width = benches * BENCH_LENGTH;
  const rings = Array.from({ length: rows }, (_, row) =>
    rect(x, y + row * rowPitch, x + width, y + row * rowPitch + BENCH_DEPTH),
  );
  return [
    ...rings.map(
      (ring, row): Element => ({
        kind: 'fixture',
        key: `${key}-${row + 1}`,
        category: 'furniture',
        ring,
        name: name('等候座椅', 'Seats'),
      }),
    ),
    {
      kind: 'section',
      key,
      category: 'seating',
      ring: rect(x - 0.6, y - 0.6, x + width + 0.6, y + (rows - 1) * rowPitch + BENCH_DEPTH + 0.6),
      name: name('等候区', 'Waiting area'),
    },
    {
      kind: 'amenity',
      key,
      category: 'seating',
      point: at(x - 0.5, y + ((rows - 1) * rowPitch) / 2),
      name: name('等候座椅', 'Seats'),
    },
  ];
}

/** A round planter. */
export function planter(key: string, centre: Point, radius: number): Element {
  return {
    kind: 'fixture',
    key,
    category: 'vegetation',
    ring: disc(centre, radius, 12),
    name: name('绿植', 'Planter'),
  };
}

export function desk(key: string, ring: Ring, label: Name): Element {
  return { kind: 'fixture', key, category: 'desk', ring, name: label };
}

export function equipment(key: string, ring: Ring, label: Name): Element {
  return { kind: 'fixture', key, category: 'equipment', ring, name: label };
}

export interface MachineRow {
  readonly key: string;
  readonly start: Point;
  readonly facing: Facing;
  readonly count: number;
  readonly pitch: number;
  readonly width: number;
  readonly depth: number;
  readonly label: (number: number) => Name;
  readonly first?: number;
}

/** A row of machines that visitors serve themselves at, their fronts on one line. */
export function machines({
  key,
  start,
  facing,
  count,
  pitch,
  width,
  depth,
  label,
  first = 1,
}: MachineRow): Element[] {
  const frame = { start, facing };
  return Array.from({ length: count }, (_, i) => {
    const middle = (i + 0.5) * pitch;
    return {
      kind: 'kiosk',
      key: `${key}-${first + i}`,
      ring: counterRect(frame, middle - width / 2, -depth, middle + width / 2, 0),
      name: label(first + i),
      stand: onCounter(frame, middle, 0.6),
    };
  });
}

/** Ticket machines side by side with the amenity that a search finds. */
export function ticketMachines(key: string, start: Point, facing: Facing, count: number): Element[] {
  const label = (number: number) => name(`取号机${number}`, `Ticket machine ${number}`);
  const row = machines({ key, start, facing, count, pitch: 1.2, width: 0.6, depth: 0.5, label });
  return [
    ...row,
    {
      kind: 'amenity',
      key,
      category: 'ticketing',
      point: onCounter({ start, facing }, (count * 1.2) / 2, 0.6),
      name: name('取号机', 'Ticket machines'),
      accessibility: ['wheelchair'],
    },
  ];
}

/** High tables to fill forms in at, in a row along x. */
export function writingDesks(key: string, x: number, y: number, count: number, pitch = 2.6): Element[] {
  const label = name('填表台', 'Form-filling desk');
  return Array.from({ length: count }, (_, i) =>
    desk(`${key}-${i + 1}`, rect(x + i * pitch, y, x + i * pitch + 1.6, y + 0.7), label),
  );
}

/** Something to be found at a point. */
export function amenity(
  key: string,
  category: string,
  point: Point,
  label: Name,
  accessible = false,
): Element {
  return {
    kind: 'amenity',
    key,
    category,
    point,
    name: label,
    ...(accessible ? { accessibility: ['wheelchair'] } : {}),
  };
}

/** A kiosk of the hall's own 3D map guide (3D地图导引), for a fixed place. */
export function guideKiosk(number: number, start: Point, facing: Facing): Element[] {
  const label = () => name(`3D导引机${number}`, `3D guide kiosk ${number}`);
  return machines({
    key: 'guide-kiosk',
    start,
    facing,
    count: 1,
    pitch: 1.2,
    width: 0.7,
    depth: 0.4,
    label,
    first: number,
  });
}

/** A table in a room. */
export function table(key: string, ring: Ring): Element {
  return { kind: 'fixture', key, category: 'furniture', ring, name: name('会议桌', 'Table') };
}

/** Rows of tables or chairs along y that fill a room between two corners, an aisle of `aisle` metres between rows. */
export function rows(
  key: string,
  label: Name,
  area: readonly [number, number, number, number],
  depth = 0.6,
  aisle = 1,
): Element[] {
  const [x0, y0, x1, y1] = area;
  const count = Math.floor((x1 - x0 + aisle) / (depth + aisle));
  return Array.from({ length: count }, (_, i) => ({
    kind: 'fixture',
    key: `${key}-${i + 1}`,
    category: 'furniture',
    ring: rect(x0 + i * (depth + aisle), y0, x0 + i * (depth + aisle) + depth, y1),
    name: label,
  }));
}

/** A zone of an area of the catalogue, in which its colour is laid on the floor. */
export function zone(key: string, ring: Ring, label: Name): Element {
  return { kind: 'section', key: `area-${key}`, category: 'servicearea', ring, name: label };
}

/** Tactile paving. */
export function tactilePaving(key: string, line: readonly Point[]): Element {
  return { kind: 'detail', key: `tactile-${key}`, line };
}
