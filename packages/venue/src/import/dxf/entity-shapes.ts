import type { Point } from '@daoyin/geometry';
import { type Affine, IDENTITY, MIRRORED } from './affine';
import {
  type Arc,
  bulgedLine,
  circlePoints,
  ellipsePoints,
  splinePoints,
  sweepBetween,
  type Vertex,
} from './curves';
import { hatchLoops } from './hatch';
import { type DxfEntity, numberAt } from './parse-dxf';
import { numberOf } from './read-groups';
import { plainText } from './text';

/** What an entity draws, in the coordinates of its block. */
export type Stroke =
  | {
      readonly kind: 'path';
      readonly points: readonly Point[];
      readonly closed: boolean;
      readonly arcs: readonly Arc[];
      /** Filled, as hatches and solids are. */
      readonly filled: boolean;
    }
  | { readonly kind: 'text'; readonly at: Point; readonly text: string; readonly height: number };

const RADIANS = Math.PI / 180;

/** The strokes of an entity that is no INSERT; none for what has no place on a floor plan (dimensions, views, pictures). */
export function strokesOf(entity: DxfEntity): readonly Stroke[] {
  return STROKES.get(entity.type)?.(entity) ?? [];
}

export function isKnown(type: string): boolean {
  return STROKES.has(type);
}

/** From an entity's own coordinates to those of its block: mirrored where it was drawn to be seen from below. */
export function ownFrame({ groups }: DxfEntity): Affine {
  return (numberAt(groups, 230) ?? 1) < 0 ? MIRRORED : IDENTITY;
}

const STROKES: ReadonlyMap<string, (entity: DxfEntity) => readonly Stroke[]> = new Map(
  Object.entries({
    LINE: (entity) => [path([pointAt(entity), pointAt(entity, 11)])],
    LWPOLYLINE: lightPolyline,
    POLYLINE: heavyPolyline,
    ARC: arc,
    CIRCLE: (entity) => [
      path(circlePoints(pointAt(entity), radiusOf(entity), 0, 2 * Math.PI).slice(1), { closed: true }),
    ],
    ELLIPSE: ellipse,
    SPLINE: spline,
    MLINE: multiline,
    HATCH: ({ groups }) => hatchLoops(groups).map((loop) => path(loop, { closed: true, filled: true })),
    SOLID: solid,
    TRACE: solid,
    TEXT: text,
    ATTRIB: text,
    MTEXT: text,
  }),
);

function path(
  points: readonly Point[],
  { closed = false, filled = false, arcs = [] as readonly Arc[] } = {},
): Stroke {
  return { kind: 'path', points, closed, filled, arcs };
}

function pointAt({ groups }: DxfEntity, code = 10): Point {
  return { x: numberAt(groups, code) ?? 0, y: numberAt(groups, code + 10) ?? 0 };
}

function radiusOf({ groups }: DxfEntity): number {
  return Math.abs(numberAt(groups, 40) ?? 0);
}

const CLOSED = 1;

function lightPolyline({ groups }: DxfEntity): readonly Stroke[] {
  const vertices: { x: number; y: number; bulge: number }[] = [];
  for (const group of groups) {
    const last = vertices.at(-1);
    if (group.code === 10) vertices.push({ x: numberOf(group), y: 0, bulge: 0 });
    else if (group.code === 20 && last) last.y = numberOf(group);
    else if (group.code === 42 && last) last.bulge = numberOf(group);
  }
  return polyline(vertices, ((numberAt(groups, 70) ?? 0) & CLOSED) !== 0);
}

const MESH = 16 | 64;
const SPLINE_FRAME = 16; // control points, drawn only to be moved

function heavyPolyline({ groups, parts }: DxfEntity): readonly Stroke[] {
  const flags = numberAt(groups, 70) ?? 0;
  if ((flags & MESH) !== 0) return [];
  const vertices = parts
    .filter((part) => ((numberAt(part.groups, 70) ?? 0) & SPLINE_FRAME) === 0)
    .map((part) => ({ ...pointAt(part), bulge: numberAt(part.groups, 42) ?? 0 }));
  return polyline(vertices, (flags & CLOSED) !== 0);
}

/** A polyline that ends where it began is closed, whatever its flag says. */
function polyline(vertices: readonly Vertex[], flagged: boolean): readonly Stroke[] {
  if (vertices.length < 2) return [];
  const [first, last] = [vertices[0]!, vertices.at(-1)!];
  const returns = vertices.length > 3 && first.x === last.x && first.y === last.y;
  const { points, arcs } = bulgedLine(returns ? vertices.slice(0, -1) : vertices, flagged || returns);
  return [path(points, { closed: flagged || returns, arcs })];
}

function arc(entity: DxfEntity): readonly Stroke[] {
  const [start, end] = [50, 51].map((code) => (numberAt(entity.groups, code) ?? 0) * RADIANS);
  const centre = pointAt(entity);
  const points = circlePoints(centre, radiusOf(entity), start!, sweepBetween(start!, end!));
  return [path(points, { arcs: [{ centre, from: points[0]!, to: points.at(-1)! }] })];
}

function ellipse(entity: DxfEntity): readonly Stroke[] {
  const { groups } = entity;
  const major = pointAt(entity, 11);
  const ratio = numberAt(groups, 40) ?? 1;
  const [start, end] = [numberAt(groups, 41) ?? 0, numberAt(groups, 42) ?? 2 * Math.PI];
  const sweep = sweepBetween(start, end);
  const closed = sweep > 2 * Math.PI - 1e-6;
  const turn = (numberAt(groups, 230) ?? 1) < 0 ? -ratio : ratio;
  const minor = { x: -major.y * turn, y: major.x * turn };
  return [path(ellipsePoints(pointAt(entity), major, minor, start, sweep).slice(closed ? 1 : 0), { closed })];
}

function spline({ groups }: DxfEntity): readonly Stroke[] {
  const numbers = (code: number) => groups.filter((group) => group.code === code).map(numberOf);
  const points = (code: number) => {
    const ys = numbers(code + 10);
    return numbers(code).map((x, i) => ({ x, y: ys[i] ?? 0 }));
  };
  const [control, fit] = [points(10), points(11)];
  const found = control.length > 1 ? splinePoints(control, numbers(40), numberAt(groups, 71) ?? 3) : fit;
  return found.length < 2 ? [] : [path(found, { closed: ((numberAt(groups, 70) ?? 0) & CLOSED) !== 0 })];
}

/** The parallel lines of an MLINE: each vertex (11) with its mitre (13) and, for each line, how far along it goes (41). */
function multiline({ groups }: DxfEntity): readonly Stroke[] {
  const lines = new Map<number, Point[]>();
  let [vertex, mitre, element, taken] = [{ x: 0, y: 0 }, { x: 0, y: 0 }, -1, false];
  for (const group of groups) {
    if (group.code === 11) [vertex, element] = [{ x: numberOf(group), y: 0 }, -1];
    else if (group.code === 21) vertex = { ...vertex, y: numberOf(group) };
    else if (group.code === 13) mitre = { x: numberOf(group), y: 0 };
    else if (group.code === 23) mitre = { ...mitre, y: numberOf(group) };
    else if (group.code === 74) [element, taken] = [element + 1, false];
    else if (group.code === 41 && !taken && element >= 0) {
      taken = true; // what follows says where the line is broken
      const along = numberOf(group);
      const line = lines.get(element) ?? [];
      line.push({ x: vertex.x + along * mitre.x, y: vertex.y + along * mitre.y });
      lines.set(element, line);
    }
  }
  const closed = ((numberAt(groups, 71) ?? 0) & 2) !== 0;
  return [...lines.values()].filter((line) => line.length >= 2).map((line) => path(line, { closed }));
}

/** A filled triangle or quadrangle: its third and fourth corner are the other way round (DXF Reference, SOLID). */
function solid(entity: DxfEntity): readonly Stroke[] {
  const has = (code: number) => entity.groups.some((group) => group.code === code);
  const corners = [10, 11, 13, 12].filter(has).map((code) => pointAt(entity, code));
  return corners.length < 3 ? [] : [path(corners, { closed: true, filled: true })];
}

const RIGHT_OR_CENTRED = [72, 73, 74];

/** A line of text where its middle is, as nearly as can be told without its font. */
function text(entity: DxfEntity): readonly Stroke[] {
  const { groups, type } = entity;
  const parts = groups.filter(({ code }) => code === 3 || code === 1).map(({ value }) => value);
  const words = plainText(parts.join(''), type === 'MTEXT');
  const height = Math.abs(numberAt(groups, 40) ?? 0);
  if (words === '') return [];
  const isAligned =
    type !== 'MTEXT' &&
    RIGHT_OR_CENTRED.some((code) => (numberAt(groups, code) ?? 0) !== 0) &&
    groups.some(({ code }) => code === 11);
  const at = pointAt(entity, isAligned ? 11 : 10);
  return [{ kind: 'text', at: isAligned ? at : fromCorner(entity, at, words, height), text: words, height }];
}

/** From the corner where a text begins to its middle; an MTEXT says at which of nine points it hangs (71). */
function fromCorner({ groups, type }: DxfEntity, at: Point, words: string, height: number): Point {
  const lines = words.split('\n');
  const width = height * Math.max(...lines.map(lengthOf));
  const attachment = type === 'MTEXT' ? (numberAt(groups, 71) ?? 1) : 7;
  const across = [0.5, 0, -0.5][(attachment - 1) % 3]! * width;
  const up = [-0.5, 0, 0.5][Math.floor((attachment - 1) / 3)]! * height * lines.length * 1.4;
  const angle = (numberAt(groups, 50) ?? 0) * RADIANS;
  return {
    x: at.x + across * Math.cos(angle) - up * Math.sin(angle),
    y: at.y + across * Math.sin(angle) + up * Math.cos(angle),
  };
}

/** Of a line, in heights of its letters: an ideograph is as wide as it is high. */
function lengthOf(line: string): number {
  return [...line].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? 1 : 0.7), 0);
}
