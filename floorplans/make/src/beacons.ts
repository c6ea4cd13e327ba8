import {
  type Bounds,
  boundsOfAreas,
  distance,
  distanceToBoundary,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
  ringContains,
} from '@daoyin/geometry';
import type { Storey } from './assemble';
import { at } from './shapes';
import { VOID } from './storeys/frame';

const PER_STOREY = 200;
const FROM_WALL = 0.4;
const UUID = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const EDDYSTONE_NAMESPACE = 'daf0da09aeac02170811'; // ten bytes, as an Eddystone-UID frame carries
const CLOSED = new Set(['structure', 'column', 'elevator', 'escalator', 'opentobelow', 'stairs', 'terrace']);

/** The register of the 600 beacons as `beacons.json`: on the ceilings, 3 m up, none over the atrium. */
export function beaconRegister(storeys: readonly Storey[]): string {
  let number = 0;
  const beacons = storeys.flatMap((storey) =>
    places(storey).map((place, i) => beacon(++number, storey, place, i + 1)),
  );
  const lines = beacons.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{\n  "venue": "zhongshan",\n  "beacons": [\n${lines}\n  ]\n}\n`;
}

function beacon(number: number, { level, ordinal }: Storey, { x, y }: Point, minor: number) {
  const id = `B${String(number).padStart(3, '0')}`;
  const instance = number.toString(16).padStart(12, '0');
  return {
    id,
    uuid: UUID,
    major: ordinal + 1,
    minor,
    level,
    x,
    y,
    height: 3,
    measuredPowerDbm: -59,
    intervalMs: 300 + ((number * 7) % 6) * 10,
    ...(number % 50 === 0 ? { eddystone: { namespace: EDDYSTONE_NAMESPACE, instance } } : {}),
    installedOn: '2017-08-11',
  };
}

/** The places of a storey's beacons: the staggered grid whose pitch gives the number, in reading order from the south-west. */
function places(storey: Storey): readonly Point[] {
  const canHang = hangingPlaces(storey);
  let [low, high] = [4.5, 7];
  for (let i = 0; i < 12; i++) {
    const pitch = (low + high) / 2;
    if (grid(canHang, pitch).length >= PER_STOREY) low = pitch;
    else high = pitch;
  }
  return thin(grid(canHang, low), PER_STOREY);
}

type CanHang = (place: Point) => boolean;

function grid(canHang: CanHang, pitch: number): Point[] {
  const row = (pitch * Math.sqrt(3)) / 2;
  const found: Point[] = [];
  for (let j = 0; j * row < 64; j++) {
    for (let i = 0; i * pitch < 112; i++) {
      const wanted = at(1.6 + (i + (j % 2) / 2) * pitch, -3 + j * row);
      const place = nearestGoodPlace(canHang, wanted, pitch / 2.6);
      if (place && found.every((other) => distance(other, place) > pitch * 0.62)) found.push(place);
    }
  }
  return found;
}

/** The wanted point, or the nearest within reach where a beacon can hang. */
function nearestGoodPlace(canHang: CanHang, wanted: Point, reach: number): Point | undefined {
  const step = 0.35;
  for (let radius = 0; radius <= reach; radius += step) {
    const count = radius === 0 ? 1 : 16;
    for (let k = 0; k < count; k++) {
      const angle = (2 * Math.PI * k) / count;
      const place = at(
        decimetre(wanted.x + radius * Math.cos(angle)),
        decimetre(wanted.y + radius * Math.sin(angle)),
      );
      if (canHang(place)) return place;
    }
  }
  return undefined;
}

const decimetre = (metres: number): number => Math.round(metres * 10) / 10;

/** Whether a beacon can hang at a place: in a room, off its walls, not over the atrium. */
function hangingPlaces({ units }: Storey): CanHang {
  const rooms = units
    .filter(({ category }) => !CLOSED.has(category))
    .map(({ area }) => ({ area, bounds: boundsOfAreas(area) }));
  const known = new Map<string, boolean>();
  return (place) => {
    const key = `${place.x} ${place.y}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer =
      !ringContains(VOID, place) &&
      rooms.some(({ area, bounds }) => isInside(bounds, place) && isOffWalls(area, place));
    known.set(key, answer);
    return answer;
  };
}

const isInside = ({ minX, minY, maxX, maxY }: Bounds, { x, y }: Point): boolean =>
  x > minX && x < maxX && y > minY && y < maxY;

const isOffWalls = (area: MultiPolygon, place: Point): boolean =>
  multiPolygonContains(area, place) &&
  area.every((polygon) => distanceToBoundary(polygon, place) >= FROM_WALL);

/** Takes away, one by one, the place that is nearest to another, until `count` are left. */
function thin(places: readonly Point[], count: number): readonly Point[] {
  const left = [...places];
  while (left.length > count) {
    const gaps = left.map((a) => Math.min(...left.map((b) => (a === b ? Infinity : distance(a, b)))));
    left.splice(gaps.indexOf(Math.min(...gaps)), 1);
  }
  if (left.length < count) throw new Error(`Expected ${count} places for beacons, found ${left.length}.`);
  return left.sort((a, b) => a.y - b.y || a.x - b.x);
}
