import { type MultiPolygon, polygonArea } from '@daoyin/geometry';
import { unionOfAreas } from '../../archive/boolean';
import type { Issue } from '../../types';
import type { ImportResult } from '../import-osm';
import { doorKind } from './door-sides';
import { planDoors, standingGlass } from './doors';
import { drawPlan } from './draw-plan';
import { type Drawing, readDrawing } from './drawing';
import type { DxfOptions } from './dxf-options';
import { type Barriers, planFloor } from './floor';
import { areaOf, furnishings, shaftAreas } from './furnishings';
import type { LayerRole } from './layer-roles';
import { type PlanRoom, planRooms } from './plan-rooms';
import { lineOf, type PlanPath, segmentsOf } from './plan-shapes';
import { DxfRefusal } from './read-groups';
import { type StoreyName, storeyOf } from './room-names';
import { serviceWindows } from './service-windows';

const MOST_VERTICES = 60_000; // of walls; a station's storey has some 5,000
const NOWHERE = [0, 0] as const; // where no one says where a building stands

/** An IMDF archive with one storey from a DXF drawing; what had to be assumed is said. It throws nothing. */
export function importDxf(
  fileName: string,
  name: string,
  bytes: Uint8Array,
  options: DxfOptions = {},
): ImportResult {
  try {
    return planOf(readDrawing(bytes, options), name, options);
  } catch (error) {
    if (!(error instanceof DxfRefusal)) throw error;
    const issue: Issue = { severity: 'error', kind: error.kind, message: `${fileName} ${error.message}.` };
    return { ok: false, issues: [issue] };
  }
}

function planOf(drawing: Drawing, name: string, options: DxfOptions): ImportResult {
  const { paths, texts } = drawing;
  const doors = planDoors(
    paths,
    wallsOf(paths).flatMap((path) => segmentsOf(lineOf(path))),
  );
  const floor = planFloor(
    barriersOf(
      paths,
      doors.map(({ line }) => line),
    ),
    areasOf(paths, 'outline'),
  );
  const drawn = paths
    .filter(({ role }) => role === 'room')
    .flatMap(areaOf)
    .filter((area) => polygonArea(area) >= 1);
  const counters = furnishings(paths, 'counter');
  const sources = { faces: floor.faces, drawn, shafts: shaftsOf(paths), doors };
  // Windows stand in rooms, and their numbers are no names of rooms: the rooms are made first without names.
  const { others } = serviceWindows(texts, counters, planRooms({ ...sources, texts: [] }));
  const rooms = planRooms({ ...sources, texts: others });
  if (rooms.length === 0) throw new DxfRefusal('dxf-no-room', 'has walls, but they enclose no room');
  const { windows } = serviceWindows(texts, counters, rooms);
  const outline = floor.faces.length > 0 ? floor.outline : unionOfAreas(rooms.flatMap(({ area }) => area));
  const kinds = doors.map((door) => ({ door, kind: doorKind(door, rooms, outline) }));
  const storey = storeyFrom(drawing, name, options);
  const origin = options.at ?? NOWHERE;
  const files = drawPlan({
    name,
    origin,
    storey: storey.storey,
    outline,
    rooms,
    walls: floor.faces.length > 0 ? floor.walls : [],
    counters,
    furniture: furnishings(paths, 'furniture'),
    doors: kinds.filter(({ kind }) => kind !== 'nowhere'),
    windows,
  });
  const issues = [
    ...drawing.issues,
    ...floor.issues,
    ...storey.issues,
    ...(options.at ? [] : [notLocated()]),
    ...doorsNowhere(kinds.filter(({ kind }) => kind === 'nowhere').length),
    ...withoutDoors(kinds.length, rooms),
    layersSaid(drawing),
  ];
  return { ok: true, files, issues };
}

function wallsOf(paths: readonly PlanPath[]): readonly PlanPath[] {
  return paths.filter(({ role }) => role === 'wall' || role === 'column');
}

function barriersOf(paths: readonly PlanPath[], doors: Barriers['doors']): Barriers {
  const solid = paths.filter(({ role, filled }) => role === 'column' || (filled && role === 'wall'));
  const standing = [...wallsOf(paths), ...standingGlass(paths)];
  const vertices = standing.reduce((sum, { points }) => sum + points.length, 0);
  if (vertices > MOST_VERTICES)
    throw new DxfRefusal(
      'dxf-too-detailed',
      `has walls of ${vertices} vertices; more than ${MOST_VERTICES} are refused: leave layers out`,
    );
  return {
    walls: standing.filter(({ filled }) => !filled).map(lineOf),
    doors,
    solid: unionOfAreas(solid.flatMap(areaOf)),
  };
}

function areasOf(paths: readonly PlanPath[], role: LayerRole): MultiPolygon {
  return unionOfAreas(paths.filter((path) => path.role === role).flatMap(areaOf));
}

const SHAFTS = { stairs: 'stairs', lift: 'elevator', escalator: 'escalator' } as const;

function shaftsOf(paths: readonly PlanPath[]) {
  return (['lift', 'escalator', 'stairs'] as const).flatMap((role) =>
    shaftAreas(paths, role).map((area) => ({ area, category: SHAFTS[role] })),
  );
}

/** The storey: what the caller says, what the largest title says, what the file is called, else 1F. */
function storeyFrom(
  { texts }: Drawing,
  name: string,
  { level, ordinal }: DxfOptions,
): { readonly storey: StoreyName; readonly issues: readonly Issue[] } {
  if (level !== undefined) {
    return { storey: { shortName: level, ordinal: ordinal ?? storeyOf(level)?.ordinal ?? 0 }, issues: [] };
  }
  const titles = texts.filter(({ text }) => /平面|PLAN/i.test(text)).sort((a, b) => b.height - a.height);
  const found = [...titles.map(({ text }) => text), name]
    .map(storeyOf)
    .find((storey) => storey !== undefined);
  const storey = found ?? { shortName: '1F', ordinal: 0 };
  const message = `The storey was taken to be ${storey.shortName}${found ? ', by its title or the name of the file' : ''}.`;
  return { storey, issues: [{ severity: 'assumption', kind: 'level-assumed', message }] };
}

function notLocated(): Issue {
  const message =
    'A drawing does not say where on earth it is: its middle was put at 0° 0°. Say "at": [longitude, latitude].';
  return { severity: 'assumption', kind: 'place-assumed', message };
}

function doorsNowhere(count: number): readonly Issue[] {
  if (count === 0) return [];
  const message = `${count} doors have no room on either side, or a wall on one, and were left out.`;
  return [{ severity: 'warning', kind: 'door-without-room', message }];
}

function withoutDoors(doors: number, rooms: readonly PlanRoom[]): readonly Issue[] {
  if (doors > 0 || rooms.length < 2) return [];
  const message =
    'No door was found: rooms are taken as open to their neighbours. Say which layers have the doors.';
  return [{ severity: 'warning', kind: 'dxf-no-doors', message }];
}

/** What each layer was taken for. */
function layersSaid({ layers, unit }: Drawing): Issue {
  const taken = layers.map(({ name, role }) => `${name}: ${role ?? 'nothing'}`);
  const list = taken.slice(0, 30).join(', ') + (taken.length > 30 ? ' …' : '');
  const message = `Read in ${unit}. Layers were taken as follows: ${list}.`;
  return { severity: 'assumption', kind: 'layers-taken', message };
}
