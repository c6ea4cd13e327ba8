import type { Point } from '@daoyin/geometry';
import { type Affine, composed, IDENTITY, moved, transformed, turned } from './affine';
import { isKnown, ownFrame, type Stroke, strokesOf } from './entity-shapes';
import { blockKey, type DxfEntity, type DxfFile, numberAt, tooMany } from './parse-dxf';
import { DxfRefusal } from './read-groups';

/** A block that was inserted: what is drawn in it belongs together. */
export interface Insertion {
  readonly id: number;
  readonly block: string;
  readonly layer: string;
  /** From the block's coordinates to those of the drawing. */
  readonly frame: Affine;
}

/** A stroke of the drawing, in its units, with its layer and the blocks that it is in, the outermost first. */
export type Shape = Stroke & { readonly layer: string; readonly within: readonly Insertion[] };

/** What is given in the coordinates of the world, or of its block, whatever its extrusion. */
const IN_WORLD: ReadonlySet<string> = new Set(['LINE', 'MTEXT', 'MLINE', 'ELLIPSE', 'SPLINE']);

const MOST_POINTS = 1_000_000;
const MOST_INSERTIONS = 50_000;
const DEEPEST = 16;

export interface Flattened {
  readonly shapes: readonly Shape[];
  /** Kinds of entities that say nothing here, with their number. */
  readonly unread: ReadonlyMap<string, number>;
}

/** All strokes of model space, blocks resolved. Throws a `DxfRefusal` where blocks hold each other or there are too many strokes. */
export function flatten(file: DxfFile): Flattened {
  const shapes: Shape[] = [];
  const unread = new Map<string, number>();
  const drawn = new Map<DxfEntity, readonly Stroke[]>(); // a block is inserted again and again
  let [points, insertions] = [0, 0];

  const draw = (entity: DxfEntity, frame: Affine, layer: string, within: readonly Insertion[]): void => {
    if (file.hidden.has(layer)) return;
    const own = composed(frame, ownFrame(entity));
    if (!isKnown(entity.type)) unread.set(entity.type, (unread.get(entity.type) ?? 0) + 1);
    const strokes = drawn.get(entity) ?? strokesOf(entity);
    drawn.set(entity, strokes);
    for (const stroke of strokes) {
      shapes.push({ ...placed(stroke, IN_WORLD.has(entity.type) ? frame : own), layer, within });
      points += stroke.kind === 'path' ? stroke.points.length : 1;
      if (points > MOST_POINTS) throw tooMany();
    }
  };

  const visit = (
    entities: readonly DxfEntity[],
    frame: Affine,
    owner: string | undefined,
    within: readonly Insertion[],
  ) => {
    for (const entity of entities) {
      // What is on layer 0 of a block takes the layer of the block.
      const layer = entity.layer === '0' && owner !== undefined ? owner : entity.layer;
      if (entity.type !== 'INSERT') draw(entity, frame, layer, within);
      else insert(entity, frame, layer, within);
    }
  };

  const insert = (entity: DxfEntity, frame: Affine, layer: string, within: readonly Insertion[]): void => {
    const name = entity.groups.find(({ code }) => code === 2)?.value ?? '';
    const block = file.blocks.get(blockKey(name));
    if (!block || file.hidden.has(entity.layer)) return;
    if (within.length >= DEEPEST)
      throw new DxfRefusal('dxf-nested', `has blocks that are nested over ${DEEPEST} deep, at ${name}`);
    const array = sizeOf(entity);
    if (insertions + array.columns * array.rows > MOST_INSERTIONS) throw tooMany();
    for (const place of placesOf(entity, array)) {
      insertions++;
      const inner = composed(composed(frame, ownFrame(entity)), place);
      const inBlock = composed(inner, moved({ x: -block.base.x, y: -block.base.y }));
      const insertion = { id: insertions, block: name.trim(), layer, frame: inBlock };
      visit(block.entities, inBlock, layer, [...within, insertion]);
      // Attributes stand where they are, whatever the block's place.
      for (const attribute of entity.parts) draw(attribute, frame, attribute.layer, [...within, insertion]);
    }
  };

  visit(file.entities, IDENTITY, undefined, []);
  return { shapes, unread };
}

interface ArraySize {
  readonly columns: number;
  readonly rows: number;
}

/** How often an INSERT puts its block: once, or in the columns and rows of an array. */
function sizeOf({ groups }: DxfEntity): ArraySize {
  return { columns: Math.max(1, numberAt(groups, 70) ?? 1), rows: Math.max(1, numberAt(groups, 71) ?? 1) };
}

function* placesOf({ groups }: DxfEntity, { columns, rows }: ArraySize): Generator<Affine> {
  const number = (code: number, otherwise: number) => numberAt(groups, code) ?? otherwise;
  const angle = (number(50, 0) * Math.PI) / 180;
  const at = moved({ x: number(10, 0), y: number(20, 0) });
  const scaled = composed(at, turned(angle, number(41, 1) || 1, number(42, 1) || 1));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const offset = transformed(turned(angle), { x: column * number(44, 0), y: row * number(45, 0) });
      yield composed(moved(offset), scaled);
    }
  }
}

function placed(stroke: Stroke, frame: Affine): Stroke {
  const to = (point: Point) => transformed(frame, point);
  if (stroke.kind === 'text') {
    const scale = Math.hypot(frame.c, frame.d);
    return { ...stroke, at: to(stroke.at), height: stroke.height * scale };
  }
  const arcs = stroke.arcs.map((arc) => ({ centre: to(arc.centre), from: to(arc.from), to: to(arc.to) }));
  return { ...stroke, points: stroke.points.map(to), arcs };
}
