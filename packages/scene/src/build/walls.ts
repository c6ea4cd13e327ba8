import { centroid, multiPolygonContains, type Point, type Ring } from '@daoyin/geometry';
import type { Level, Opening, Unit, Venue } from '@daoyin/venue';
import { collinear, edgesOf, type Line, offset, parameter, pointOn, SHORTEST } from './lines';

export type WallKind = 'wall' | 'facade' | 'balustrade';

/** A straight piece of wall on the boundary of units, doors already cut out. */
export interface WallSegment {
  readonly a: Point;
  readonly b: Point;
  readonly kind: WallKind;
}

/** A door that was found on a wall. */
export interface Doorway {
  readonly opening: Opening;
  readonly a: Point;
  readonly b: Point;
  readonly kind: WallKind;
}

export interface Walls {
  readonly segments: readonly WallSegment[];
  readonly doorways: readonly Doorway[];
}

const OPEN = new Set([
  'walkway',
  'lobby',
  'foyer',
  'ramp',
  'escalator',
  'movingwalkway',
  'unspecified',
  'plaza',
  'sidewalk',
  'terrace',
  'road',
  'platform',
  'waitingroom',
  'footbridge',
  'unenclosedarea',
  'brick',
  'concrete',
  'fieldofplay',
]);

const VOID = new Set(['opentobelow']);

const SOLID = new Set(['column', 'structure', 'elevator']);

const DOOR_NEAR = 0.35;

const COUNTER_GAP = 0.35;

/** Whether nothing encloses a unit of this category against its neighbours of the same sort. */
export function isOpenUnit(unit: Unit): boolean {
  return OPEN.has(unit.category);
}

export function isVoid(unit: Unit): boolean {
  return VOID.has(unit.category);
}

/** Whether a unit is drawn as one block: columns, cores and lift shafts. */
function isSolid(unit: Unit): boolean {
  return SOLID.has(unit.category);
}

/**
 * The walls of one level: every boundary of its units once, however many units share it, without the openings on it.
 * Between open units there is none, at an open void a balustrade, on the outline the façade.
 */
export function wallsOf(venue: Venue, level: Level): Walls {
  if (level.outdoor) return { segments: [], doorways: [] };
  const units = venue.units.filter((unit) => unit.level === level.shortName);
  const openings = venue.openings.filter((opening) => opening.level === level.shortName);
  const counters = countersOf(venue, level);
  const lines = collinear(edgesOf(level, units));
  const segments: WallSegment[] = [];
  const doorways: Doorway[] = [];
  for (const line of lines) {
    const pieces = merged(pieceKinds(line, units));
    const doors = [
      ...openings.flatMap((opening) => doorOn(line, opening)),
      ...counters.flatMap((c) => counterOn(line, c)),
    ];
    for (const piece of pieces) cut(line, piece, doors, segments, doorways);
  }
  return { segments, doorways: unique(doorways) };
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly kind: WallKind;
}

function pieceKinds(line: Line, units: readonly Unit[]): Piece[] {
  const spans = line.edges.map((edge) => {
    const [s, t] = [parameter(line, edge.a), parameter(line, edge.b)];
    return { from: Math.min(s, t), to: Math.max(s, t), unit: edge.unit };
  });
  const stops = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((p, q) => p - q);
  const pieces: Piece[] = [];
  for (let i = 1; i < stops.length; i++) {
    const [from, to] = [stops[i - 1]!, stops[i]!];
    if (to - from < SHORTEST) continue;
    const middle = (from + to) / 2;
    const here = spans.filter((s) => s.from <= middle && s.to >= middle);
    if (here.length === 0) continue;
    const kind = kindOf(
      here.flatMap(({ unit }) => unit ?? []),
      here.some(({ unit }) => !unit),
      () => unitsBeside(line, middle, units),
    );
    if (kind) pieces.push({ from, to, kind });
  }
  return pieces;
}

function kindOf(units: readonly Unit[], outer: boolean, beside: () => readonly Unit[]): WallKind | undefined {
  if (outer) return 'facade';
  if (units.some(isSolid)) return undefined;
  const enclosing = units.filter((unit) => !isOpenUnit(unit) && !isVoid(unit));
  if (enclosing.length > 0) return 'wall';
  if (units.some(isVoid)) return units.every(isVoid) && units.length > 1 ? undefined : 'balustrade';
  if (new Set(units).size > 1) return undefined;
  // One open unit alone: its edge is a wall unless it overlaps another open one.
  return beside().filter((unit) => isOpenUnit(unit) || isVoid(unit)).length > 1 ? undefined : 'wall';
}

function unitsBeside(line: Line, t: number, units: readonly Unit[]): Unit[] {
  const reach = 0.12;
  const at = pointOn(line, t);
  const sides = [-reach, reach].map((d) => ({ x: at.x - line.along.y * d, y: at.y + line.along.x * d }));
  return units.filter((unit) => sides.some((p) => multiPolygonContains(unit.area, p)));
}

function merged(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.kind === piece.kind && piece.from - last.to < SHORTEST) {
      out[out.length - 1] = { ...last, to: piece.to };
    } else out.push(piece);
  }
  return out;
}

interface Door {
  /** Undefined for the gap that a counter fills. */
  readonly opening: Opening | undefined;
  readonly from: number;
  readonly to: number;
}

function doorOn(line: Line, opening: Opening): Door[] {
  const a = opening.line[0];
  const b = opening.line.at(-1);
  if (!a || !b) return [];
  if (Math.abs(offset(line, a)) > DOOR_NEAR || Math.abs(offset(line, b)) > DOOR_NEAR) return [];
  const [s, t] = [parameter(line, a), parameter(line, b)];
  const width = Math.hypot(b.x - a.x, b.y - a.y);
  if (Math.abs(t - s) < 0.9 * width || width < 0.1) return [];
  return [{ opening, from: Math.min(s, t), to: Math.max(s, t) }];
}

/** A window's desk and the visitor before it. */
interface Counter {
  readonly ring: Ring;
  readonly desk: Point;
  readonly visitor: Point;
}

function countersOf(venue: Venue, level: Level): Counter[] {
  const fixtures = new Map(venue.fixtures.map((fixture) => [fixture.id, fixture]));
  return venue.windows.flatMap((window) => {
    const ring = fixtures.get(window.fixtureId ?? '')?.area[0]?.outer;
    if (!ring || window.at.level !== level.shortName) return [];
    return { ring, desk: centroid(ring), visitor: window.at };
  });
}

/** The stretch of a line over which a counter is served: no wall stands between a window and its visitor. */
function counterOn(line: Line, { ring, desk, visitor }: Counter): Door[] {
  const [far, near] = [offset(line, desk), offset(line, visitor)];
  if (Math.abs(far) > 1.5 || Math.abs(near) > 2 || far * near > 0.01) return [];
  const along = ring.map((p) => parameter(line, p));
  return [
    { opening: undefined, from: Math.min(...along) - COUNTER_GAP, to: Math.max(...along) + COUNTER_GAP },
  ];
}

function cut(line: Line, piece: Piece, doors: readonly Door[], out: WallSegment[], found: Doorway[]): void {
  const inside = doors
    .filter(({ from, to }) => from < piece.to - SHORTEST && to > piece.from + SHORTEST)
    .sort((p, q) => p.from - q.from);
  let from = piece.from;
  const push = (to: number) => {
    if (to - from > SHORTEST) out.push({ a: pointOn(line, from), b: pointOn(line, to), kind: piece.kind });
  };
  for (const door of inside) {
    push(Math.min(door.from, piece.to));
    from = Math.max(from, door.to);
    if (!door.opening) continue;
    found.push({
      opening: door.opening,
      a: pointOn(line, door.from),
      b: pointOn(line, door.to),
      kind: piece.kind,
    });
  }
  push(piece.to);
}

/** A door between two rooms with a gap between them is found on both lines: the first is kept. */
function unique(doorways: readonly Doorway[]): Doorway[] {
  const seen = new Set<string>();
  return doorways.filter(({ opening }) => !seen.has(opening.id) && seen.add(opening.id));
}
