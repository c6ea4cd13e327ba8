import { boundsOf, type MultiPolygon, multiPolygonContains, type Point, type Ring } from '@daoyin/geometry';
import type { Element, OpeningElement, StoreyPlan, UnitElement } from './elements';
import { areaOf, at, intersect, rect, subtract } from './shapes';

const COLUMN = 0.4; // half the side
/** What a column keeps clear of: furniture, and the places where visitors stand. */
const CLEAR = 0.5;

/** A storey with its units cut to the outline, its columns set and its hall made of what is left. */
export interface Storey extends StoreyPlan {
  readonly units: readonly UnitElement[];
  readonly hall: UnitElement;
}

export function assemble(plan: StoreyPlan): Storey {
  const outline = areaOf(plan.outline);
  const drawn = plan.elements.filter((element) => element.kind === 'unit');
  const planned = drawn.map((unit) => ({ ...unit, area: intersect(unit.area, outline) }));
  const rooms = subtract(
    outline,
    drawn.map((unit) => unit.area),
  );
  const columns = plan.columns.filter((centre) => isFree(centre, rooms, plan.elements)).map(columnUnit);
  const area = subtract(
    rooms,
    columns.map((column) => column.area),
  );
  const [largest] = [...area].sort((a, b) => size(b.outer) - size(a.outer));
  const hall: UnitElement = {
    kind: 'unit',
    key: 'hall',
    category: 'walkway',
    name: plan.concourse,
    area: [largest!],
  };
  if (area.length > 1)
    throw new Error(
      `${plan.level}: ${area.length - 1} scraps of floor belong to no unit, at ${scraps(area)}.`,
    );
  return { ...plan, units: [hall, ...planned, ...columns], hall };
}

const size = (ring: Ring): number => {
  const { minX, maxX, minY, maxY } = boundsOf(ring);
  return (maxX - minX) * (maxY - minY);
};

const scraps = (area: MultiPolygon): string =>
  area.map(({ outer }) => JSON.stringify(boundsOf(outer))).join(' ');

const square = (centre: Point, half: number): Ring =>
  rect(centre.x - half, centre.y - half, centre.x + half, centre.y + half);

function columnUnit(centre: Point): UnitElement {
  return {
    kind: 'unit',
    key: `column-${centre.x}-${centre.y}`,
    category: 'column',
    area: areaOf(square(centre, COLUMN)),
  };
}

/** Whether a column can stand in the hall: not in a wall, a room, a door, furniture or a visitor's place. */
function isFree(centre: Point, hall: MultiPolygon, elements: readonly Element[]): boolean {
  if (subtract(areaOf(square(centre, COLUMN + 0.1)), [hall]).length > 0) return false;
  const near = square(centre, COLUMN + CLEAR);
  return !elements.some((element) => {
    const points = occupied(element);
    return (
      points.some((point) => multiPolygonContains([{ outer: near, holes: [] }], point)) ||
      blocks(element, near)
    );
  });
}

function occupied(element: Element): readonly Point[] {
  if (element.kind === 'window' || element.kind === 'kiosk' || element.kind === 'occupant')
    return [element.stand];
  if (element.kind === 'opening') return [...element.line, middle(element)];
  return [];
}

const middle = ({ line: [a, b] }: OpeningElement): Point => at((a.x + b.x) / 2, (a.y + b.y) / 2);

function blocks(element: Element, near: Ring): boolean {
  if (element.kind === 'fixture' || element.kind === 'kiosk')
    return intersect(areaOf(element.ring), areaOf(near)).length > 0;
  return false;
}
