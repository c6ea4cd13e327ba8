import { boundsOf } from '@daoyin/geometry';
import type { Issue } from '../../types';
import type { DxfOptions } from './dxf-options';
import { flatten, type Shape } from './flatten';
import { type LayerRole, layerRoles } from './layer-roles';
import { parseDxf } from './parse-dxf';
import { lineOf, type PlanPath, type PlanText, partOf, radiusOf, roleOf, spanOf } from './plan-shapes';
import { DxfRefusal } from './read-groups';
import { DXF_UNITS, type DxfUnit, unitOf } from './units';

/** A layer of a drawing: what is on it, what it was taken for, and whether that was said or guessed. */
export interface DxfLayer {
  readonly name: string;
  readonly role: LayerRole | undefined;
  readonly paths: number;
  readonly texts: number;
}

/** A drawing as a floor plan: its strokes in metres around the middle, with what they are. */
export interface Drawing {
  readonly paths: readonly PlanPath[];
  readonly texts: readonly PlanText[];
  readonly layers: readonly DxfLayer[];
  readonly unit: DxfUnit;
  readonly issues: readonly Issue[];
}

/** Reads a DXF file. Throws a `DxfRefusal` where no plan can be made of it. */
export function readDrawing(bytes: Uint8Array, options: DxfOptions = {}): Drawing {
  const file = parseDxf(bytes);
  const { shapes, unread } = flatten(file);
  const { roles, issues } = rolesOf(shapes, options);
  const used = shapes.filter((shape) => shape.kind === 'path' && isDrawn(roleOf(shape, roles)));
  if (used.length === 0)
    throw new DxfRefusal(
      'dxf-empty',
      `has nothing that could be a wall, a room or a door${unreadIn(unread)}`,
    );
  const { points, sizes } = sizesOf(used, roles);
  const found = unitOf(file.header, sizes, options.units);
  const scale = scaleAround(points, DXF_UNITS[found.unit]);
  return {
    ...scaled(shapes, roles, scale),
    layers: layersOf(shapes, roles),
    unit: found.unit,
    issues: [...foreignObjects(unread), ...hiddenLayers(file.hidden), ...issues, ...found.issues],
  };
}

function sizesOf(used: readonly Shape[], roles: ReadonlyMap<string, LayerRole | undefined>) {
  const points = used.flatMap((shape) => (shape.kind === 'path' ? shape.points : []));
  const swings = used
    .filter((shape) => SWINGING.has(roleOf(shape, roles)))
    .flatMap((shape) => (shape.kind === 'path' ? shape.arcs : []))
    .map(radiusOf);
  return { points, sizes: { span: spanOf(points), swings } };
}

/** The layers of a DXF file with all that is drawn on them. Throws a `DxfRefusal` for what is no whole drawing. */
export function layersOfDrawing(bytes: Uint8Array, options: DxfOptions = {}) {
  const file = parseDxf(bytes);
  const { shapes } = flatten(file);
  const lines = shapes.flatMap((shape) =>
    shape.kind === 'path' ? [{ layer: shape.layer, line: lineOf(shape) }] : [],
  );
  const { roles } = rolesOf(shapes, options);
  const unit = guessedUnit(file.header, shapes, roles, options);
  return { layers: layersOf(shapes, roles), lines, ...(unit && { unit }) };
}

/** The unit that the drawing would be read in; undefined where it is absurd in each. */
function guessedUnit(
  header: Parameters<typeof unitOf>[0],
  shapes: readonly Shape[],
  roles: ReadonlyMap<string, LayerRole | undefined>,
  { units }: DxfOptions,
): DxfUnit | undefined {
  const used = shapes.filter((shape) => shape.kind === 'path' && isDrawn(roleOf(shape, roles)));
  try {
    return used.length === 0 ? units : unitOf(header, sizesOf(used, roles).sizes, units).unit;
  } catch (error) {
    if (!(error instanceof DxfRefusal)) throw error;
    return undefined;
  }
}

function rolesOf(shapes: readonly Shape[], { layers }: DxfOptions) {
  const names = shapes.flatMap(({ layer, within }) => [layer, ...within.map((block) => block.layer)]);
  return withWalls(shapes, layerRoles(new Set(names), layers));
}

const SWINGING: ReadonlySet<LayerRole | undefined> = new Set(['door', 'glass']);

function isDrawn(role: LayerRole | undefined): boolean {
  return role !== undefined && role !== 'ignore' && role !== 'text';
}

const ENCLOSING: ReadonlySet<LayerRole | undefined> = new Set(['wall', 'room', 'outline', 'glass', 'column']);

/** Where no layer says that it has walls or rooms, all that no name speaks for is taken as walls. */
function withWalls(
  shapes: readonly Shape[],
  roles: ReadonlyMap<string, LayerRole | undefined>,
): { readonly roles: ReadonlyMap<string, LayerRole | undefined>; readonly issues: readonly Issue[] } {
  const paths = shapes.filter(({ kind }) => kind === 'path');
  if (paths.some((shape) => ENCLOSING.has(roleOf(shape, roles)))) return { roles, issues: [] };
  const unnamed = new Set(paths.map(({ layer }) => layer).filter((layer) => roles.get(layer) === undefined));
  if (unnamed.size === 0) return { roles, issues: [] };
  const names = [...unnamed].slice(0, 5).join(', ');
  const message = `No layer's name speaks of walls or rooms: what is on ${names}${unnamed.size > 5 ? ' …' : ''} was taken as walls.`;
  const taken = new Map(
    [...roles].map(([layer, role]) => [layer, unnamed.has(layer) ? 'wall' : role] as const),
  );
  return { roles: taken, issues: [{ severity: 'assumption', kind: 'layers-assumed', message }] };
}

type Scale = (point: { readonly x: number; readonly y: number }) => { x: number; y: number };

/** From the drawing's units to metres around the middle of what is drawn: surveyors' coordinates have millions. */
function scaleAround(points: readonly { readonly x: number; readonly y: number }[], metres: number): Scale {
  const { minX, minY, maxX, maxY } = boundsOf(points);
  const [x0, y0] = [(minX + maxX) / 2, (minY + maxY) / 2];
  return ({ x, y }) => ({ x: (x - x0) * metres, y: (y - y0) * metres });
}

function scaled(
  shapes: readonly Shape[],
  roles: ReadonlyMap<string, LayerRole | undefined>,
  to: Scale,
): Pick<Drawing, 'paths' | 'texts'> {
  const paths: PlanPath[] = [];
  const texts: PlanText[] = [];
  for (const shape of shapes) {
    const role = roleOf(shape, roles);
    if (shape.kind === 'text') {
      if (role !== 'ignore') texts.push({ role, at: to(shape.at), text: shape.text, height: shape.height });
      continue;
    }
    if (role === undefined || !isDrawn(role) || shape.points.length < 2) continue;
    const part = partOf(shape, role, roles);
    const arcs = shape.arcs.map((arc) => ({ centre: to(arc.centre), from: to(arc.from), to: to(arc.to) }));
    const { closed, filled } = shape;
    paths.push({ role, points: shape.points.map(to), closed, filled, arcs, ...(part && { part }) });
  }
  return { paths, texts };
}

function layersOf(
  shapes: readonly Shape[],
  roles: ReadonlyMap<string, LayerRole | undefined>,
): readonly DxfLayer[] {
  const counts = new Map<string, { paths: number; texts: number }>();
  for (const { layer, kind } of shapes) {
    const count = counts.get(layer) ?? { paths: 0, texts: 0 };
    counts.set(layer, count);
    count[kind === 'path' ? 'paths' : 'texts']++;
  }
  return [...counts]
    .map(([name, count]) => ({ name, role: roles.get(name), ...count }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Walls of 天正 and other add-ons are objects that only their program reads. */
function foreignObjects(unread: ReadonlyMap<string, number>): readonly Issue[] {
  const foreign = [...unread].filter(([type]) => /^TCH_|^ACAD_PROXY|^AEC_|^ACDB/.test(type));
  if (foreign.length === 0) return [];
  const list = foreign.map(([type, count]) => `${count} ${type}`).join(', ');
  const message = `Left out: ${list}. They are objects of an add-on; export the drawing as plain lines (天正: 图形导出, 天正3).`;
  return [{ severity: 'warning', kind: 'dxf-foreign-objects', message }];
}

function unreadIn(unread: ReadonlyMap<string, number>): string {
  const list = [...unread].map(([type, count]) => `${count} ${type}`).join(', ');
  return list === '' ? '' : ` (not read: ${list}; of 天正, export as 天正3)`;
}

function hiddenLayers(hidden: ReadonlySet<string>): readonly Issue[] {
  if (hidden.size === 0) return [];
  const names = [...hidden].slice(0, 5).join(', ');
  const message = `${hidden.size} layers are off or frozen and were left out: ${names}${hidden.size > 5 ? ' …' : ''}.`;
  return [{ severity: 'assumption', kind: 'dxf-hidden-layers', message }];
}
