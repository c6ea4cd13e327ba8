import type { Point } from '@daoyin/geometry';
import type { Element, Name } from '../elements';
import { arc, arcCentre, areaOf, at } from '../shapes';
import { DESK_DEPTH, STAND, WAITING_LINE } from './counter';

export interface CurvedCounter {
  readonly key: string;
  readonly name: Name;
  /** Where its front begins and ends, from the visitor's left to right, and how far it bulges towards the visitor. */
  readonly from: Point;
  readonly to: Point;
  readonly sagitta: number;
  /** The back wall of the staff zone. */
  readonly back: readonly [Point, Point];
  readonly first: number;
  readonly count: number;
}

/** A counter along an arc that bulges towards the visitors: windows on equal chords, with a blind desk at each end. */
export function curvedCounter({
  key,
  name,
  from,
  to,
  sagitta,
  back,
  first,
  count,
}: CurvedCounter): Element[] {
  const front = arc(from, to, sagitta, count + 2);
  const centre = arcCentre(from, to, sagitta);
  const inner = front.map((point) => outwards(centre, point, -DESK_DEPTH));
  const deskOf = (i: number) => [front[i]!, front[i + 1]!, inner[i + 1]!, inner[i]!];
  const blind = (i: number): Element => ({
    kind: 'fixture',
    key: `${key}-blind-${i}`,
    category: 'desk',
    ring: deskOf(i),
  });
  const windows = Array.from({ length: count }, (_, i): Element => {
    const [a, b] = [front[i + 1]!, front[i + 2]!];
    const stand = outwards(centre, at((a.x + b.x) / 2, (a.y + b.y) / 2), STAND);
    return { kind: 'window', number: first + i, desk: deskOf(i + 1), stand };
  });
  const area = areaOf([...front, ...back]);
  return [
    { kind: 'unit', key, category: 'nonpublic', name, restriction: 'employeesonly', area },
    ...windows,
    blind(0),
    blind(count + 1),
    {
      kind: 'detail',
      key: `${key}-line`,
      line: front.slice(1, -1).map((point) => outwards(centre, point, WAITING_LINE)),
    },
  ];
}

/** A point moved away from a centre by so many metres. */
function outwards(centre: Point, point: Point, metres: number): Point {
  const [dx, dy] = [point.x - centre.x, point.y - centre.y];
  const scale = metres / Math.hypot(dx, dy);
  return at(point.x + dx * scale, point.y + dy * scale);
}
