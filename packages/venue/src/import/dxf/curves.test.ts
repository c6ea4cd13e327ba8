import { expect, test } from 'vitest';
import { totalArea } from '../../archive/boolean';
import { entity, type Groups, points, ROOM, type XY } from './dxf.test-support';
import { imported } from './imported.test-support';

const CORNERS: readonly XY[] = [
  [0, 0],
  [8, 0],
  [8, 6],
  [0, 6],
];
const numbers = (code: number, ...values: readonly number[]): Groups =>
  values.map((value) => [code, value] as const);

/** Floor inside walls, less what is filled. */
function areaOf(...entities: readonly Groups[]): number {
  const { venue } = imported({ header: { $INSUNITS: [70, 6] }, entities });
  expect(venue.units).toHaveLength(1);
  return totalArea(venue.units[0]!.area);
}

const heavy = (flags: number, ...vertices: readonly Groups[]): Groups => [
  ...entity('POLYLINE', 'WALL', [
    [66, 1],
    [70, flags],
  ]),
  ...vertices.flatMap((vertex) => entity('VERTEX', 'WALL', vertex)),
  [0, 'SEQEND'],
];

test.each<[string, Groups, number]>([
  ['a POLYLINE', heavy(1, ...CORNERS.map((corner) => points([corner]))), 48],
  [
    'a POLYLINE with a half circle for a side',
    heavy(1, points([[0, 0]]), [...points([[8, 0]]), [42, 1]], points([[8, 6]]), points([[0, 6]])),
    48 + (Math.PI * 3 ** 2) / 2,
  ],
  [
    'a POLYLINE, its frame of control points left out',
    heavy(1, [...points([[90, 90]]), [70, 16]], ...CORNERS.map((corner) => points([corner]))),
    48,
  ],
  [
    'an ELLIPSE',
    entity('ELLIPSE', 'WALL', points([[4, 3]]), points([[4, 0]], 11), numbers(40, 0.75)),
    Math.PI * 4 * 3,
  ],
  [
    'a SPLINE of the first degree',
    entity(
      ...(['SPLINE', 'WALL', [[71, 1]], numbers(40, 0, 0, 1, 2, 3, 4, 4)] as const),
      points([...CORNERS, CORNERS[0]!]),
    ),
    48,
  ],
  [
    'a closed SPLINE through four points that are given',
    entity('SPLINE', 'WALL', [[70, 1]], points(CORNERS, 11)),
    48,
  ],
])('walls drawn as %s enclose their room', (_, drawn, area) => {
  expect(areaOf(drawn)).toBeCloseTo(area, 0);
});

const hatch = (...loop: readonly Groups[]): Groups =>
  entity('HATCH', 'COLUMN', points([[0, 0]]), numbers(91, 1), ...loop);
const square: readonly XY[] = [
  [1, 1],
  [3, 1],
  [3, 3],
  [1, 3],
];
/** From (3, 2) by the half circle above to (1, 2). */
const arch = [...points([[2, 2]]), ...numbers(40, 1), [50, 0], [51, 180], [73, 1]] as Groups;
const back = [[72, 1], ...points([[1, 2]]), ...points([[3, 2]], 11)] as Groups;

test.each<[string, Groups, number]>([
  [
    'a SOLID, third and fourth corner crossed',
    entity(
      'SOLID',
      'COLUMN',
      points([square[0]!]),
      points([square[1]!], 11),
      points([square[3]!], 12),
      points([square[2]!], 13),
    ),
    4,
  ],
  [
    'a HATCH of points',
    hatch(numbers(92, 2), numbers(72, 0), numbers(73, 1), numbers(93, 4), points(square)),
    4,
  ],
  [
    'a HATCH of points with a bulge',
    hatch(
      numbers(92, 2),
      numbers(72, 1),
      numbers(73, 1),
      numbers(93, 2),
      points([[3, 2]]),
      [[42, 1]],
      points([[1, 2]]),
      [[42, 1]],
    ),
    Math.PI,
  ],
  ['a HATCH of an arc and a line', hatch(numbers(92, 1), numbers(93, 2), [[72, 2]], arch, back), Math.PI / 2],
  [
    'a HATCH of half an ellipse and a line',
    hatch(
      numbers(92, 1),
      numbers(93, 2),
      [[72, 3]],
      points([[2, 2]]),
      points([[1, 0]], 11),
      numbers(40, 0.5),
      [
        [50, 0],
        [51, 180],
        [73, 1],
      ],
      back,
    ),
    Math.PI / 4,
  ],
  [
    'a HATCH of a spline',
    hatch(
      numbers(92, 1),
      numbers(93, 1),
      [
        [72, 4],
        [94, 1],
        [73, 0],
        [74, 0],
        [95, 7],
        [96, 5],
      ],
      numbers(40, 0, 0, 1, 2, 3, 4, 4),
      points([...square, square[0]!]),
      numbers(97, 0),
    ),
    4,
  ],
])('%s is solid, and takes its area from the room', (_, drawn, area) => {
  expect(48 - areaOf(ROOM, drawn)).toBeCloseTo(area, 1);
});
