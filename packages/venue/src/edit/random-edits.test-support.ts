import type { Random } from '@daoyin/geometry';
import { readVenue } from '../archive/read-venue';
import { twoRooms } from '../import/dxf/dxf.test-support';
import { imported } from '../import/dxf/imported.test-support';
import { tinyArchive, tinyRegister } from '../tiny-archive.test-support';
import type { Venue } from '../types';
import { uuidOf } from '../uuid';
import { alignBeacons, distributeBeacons, distributeOnGrid, renumberBeacons } from './beacons/arrange';
import * as beacons from './beacons/place';
import type { Action, HallDocument } from './document';
import { deleteClosures, putClosure } from './plan/closures';
import { drawCounter, drawDoor, drawRoom, drawShaft, drawWall, placeAmenity } from './plan/draw';
import { deleteFeatures, setFeatures } from './plan/edit-features';
import { moveFeatures, rotateFeatures } from './plan/move';
import { putStorey } from './plan/put-storey';
import { deleteVertex, insertVertex, moveVertex, setEdgeLength } from './plan/vertices';

/** The tiny hall with its beacons and a small catalogue. */
export function tinyDocument(): HallDocument {
  const result = readVenue(tinyArchive());
  if (!result.ok) throw new Error('the tiny archive is broken');
  const item = (id: string) => ({ id, name: { en: id }, windows: ['1'] });
  const catalogue = {
    venue: 'tiny',
    items: [item('a'), item('b')],
    hours: { regular: '24/7' },
    holidays: [],
  };
  return { venue: result.venue, register: tinyRegister(), closures: [], catalogue };
}

const DRAWN = new Map(
  ['1F', '2F', '3F', 'M'].map((level) => [level, imported(twoRooms(), { level }).venue] as const),
);

/** A drawing of two rooms as the storey of this name, which may be one of the tiny hall; each names its rooms alike. */
export const drawnStorey = (level: string): Venue => DRAWN.get(level)!;

/** Any edit of a document that somebody may make, with the values of a seed. */
export function randomAction(random: Random, document: HallDocument): Action {
  const { venue, register, closures } = document;
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const some = <T extends { readonly id: string }>(items: readonly T[]) =>
    items.filter(() => random() < 0.4).map(({ id }) => id);
  const x = () => Math.round(random() * 20_000) / 1000;
  const point = () => ({ x: x(), y: Math.round(random() * 12_000) / 1000 });
  const level = pick(venue.levels)?.shortName ?? '1F';
  const id = uuidOf(`random ${random()}`);
  const ids = some(register.beacons);
  const areas = [...venue.units, ...venue.fixtures, ...venue.sections];
  const vertex = {
    id: pick([...areas, ...venue.levels])?.id ?? id,
    ring: 0,
    vertex: Math.floor(random() * 4),
  };
  const a = point();
  const ring = [a, { x: a.x + 2, y: a.y }, { x: a.x + 2, y: a.y + 1 }, { x: a.x, y: a.y + 1 }];
  const actions: readonly (() => Action)[] = [
    () => beacons.placeBeacon(beacons.nextBeaconId(register), { ...point(), level }),
    () => beacons.moveBeacons(ids, x() - 10, x() - 10),
    () => beacons.setHeight(ids, x()),
    () => beacons.setBeacons(ids, { note: `note ${x()}`, gainDb: random() < 0.5 ? undefined : x() }),
    () => beacons.retireBeacons(ids),
    () => beacons.deleteBeacons(ids.slice(0, 1)),
    () => beacons.replaceBeacon(pick(register.beacons)?.id ?? '', beacons.nextBeaconId(register)),
    () => alignBeacons(ids, pick(['x', 'y', 'line'] as const)!),
    () => distributeBeacons(ids),
    () => distributeOnGrid(ids, { origin: { x: 0, y: 0 }, spacing: 5, angle: random() }),
    () => renumberBeacons(ids, `C${Math.floor(random() * 50)}`),
    () => drawWall({ id, level, line: [a, point()], thickness: 0.2 }),
    () => drawRoom({ id, level, ring, category: 'room', name: { en: 'New', 'zh-Hans': '新' } }),
    () => drawDoor({ id, level, line: [a, { x: a.x + 1, y: a.y }] }),
    () => placeAmenity({ id, level, point: point(), category: 'information' }),
    () =>
      drawCounter({
        id,
        level,
        from: a,
        to: { x: a.x + 4, y: a.y },
        count: 3,
        firstNumber: `${10 + Math.floor(random() * 80)}`,
      }),
    () => drawShaft({ id, kind: 'elevator', levels: ['1F', '2F'], ring }),
    () => deleteFeatures(some(areas).slice(0, 2)),
    () => moveFeatures(some(areas), x() - 10, x() - 6),
    () => rotateFeatures(some(areas), a, random()),
    () => moveVertex(vertex, point()),
    () => insertVertex(vertex, point()),
    () => deleteVertex(vertex),
    () => setEdgeLength(vertex, x()),
    () =>
      setFeatures('units', some(venue.units), { restriction: random() < 0.5 ? undefined : 'employeesonly' }),
    () =>
      putClosure({
        id,
        featureIds: [pick(areas)?.id ?? id],
        from: '2026-03-01T08:00',
        reason: { en: 'Works' },
      }),
    () => deleteClosures(some(closures)),
    () => {
      const storey = pick([...DRAWN.keys()])!;
      return putStorey(drawnStorey(storey), storey);
    },
  ];
  return actions[Math.floor(random() * actions.length)]!();
}
