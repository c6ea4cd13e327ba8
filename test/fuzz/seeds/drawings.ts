import {
  arc,
  box,
  bytesOf,
  circle,
  type DrawingParts,
  entity,
  type Groups,
  insert,
  LEAF,
  line,
  lines,
  points,
  ROOM,
  ring,
  scaledBy,
  text,
  twoRooms,
  type XY,
} from '../../../packages/venue/src/import/dxf/dxf.test-support';

const METRES = { $INSUNITS: [70, 6] } as const;
const SQUARE: readonly XY[] = [
  [0, 0],
  [8, 0],
  [8, 6],
  [0, 6],
];
const knots = (...values: readonly number[]): Groups => values.map((value) => [40, value]);

const heavyPolyline: Groups = [
  ...entity('POLYLINE', 'WALL', [
    [66, 1],
    [70, 1],
  ]),
  ...SQUARE.flatMap(([x, y], i) =>
    entity('VERTEX', 'WALL', points([[x, y]]), [
      [42, i === 1 ? 0.5 : 0],
      [70, 0],
    ]),
  ),
  [0, 'SEQEND'],
];
const spline = entity(
  'SPLINE',
  'WALL',
  [
    [70, 0],
    [71, 2],
  ],
  knots(0, 0, 0, 1, 1, 1),
  points([
    [2, 2],
    [3, 4],
    [4, 2],
  ]),
);
const fitted = entity(
  'SPLINE',
  'WALL',
  [
    [70, 1],
    [71, 3],
  ],
  points(
    [
      [2, 2],
      [3, 4],
      [4, 2],
    ],
    11,
  ),
);
const ellipse = entity('ELLIPSE', 'WALL', points([[4, 3]]), points([[1, 0]], 11), [
  [40, 0.5],
  [41, 0],
  [42, 6.283185307179586],
  [230, -1],
]);
const mline = entity(
  ...([
    'MLINE',
    'WALL',
    [
      [71, 2],
      [72, 4],
      [73, 2],
    ],
  ] as const),
  SQUARE.flatMap(
    ([x, y]): Groups => [
      ...points([[x, y]], 11),
      ...points([[0.7, 0.7]], 13),
      [74, 1],
      [41, 0.12],
      [75, 0],
      [74, 1],
      [41, -0.12],
      [75, 0],
    ],
  ),
);
const solid = entity(
  'SOLID',
  'COLUMN',
  points([[1, 1]]),
  points([[2, 1]], 11),
  points([[1, 2]], 12),
  points([[2, 2]], 13),
);
const hatch = entity(
  'HATCH',
  'COLUMN',
  points([[0, 0]]),
  [
    [2, 'SOLID'],
    [91, 3],
  ],
  [
    [92, 2],
    [72, 1],
    [73, 1],
    [93, 3],
    ...points([[5, 1]]),
    [42, 0.3],
    ...points([[6, 1]]),
    [42, 0],
    ...points([[6, 2]]),
    [42, 0],
    [97, 1],
    [330, 'A1'],
    [92, 1],
    [93, 3],
    [72, 1],
    ...points([[1, 4]]),
    ...points([[2, 4]], 11),
    [72, 2],
    ...points([[2, 4.5]]),
    [40, 0.5],
    [50, 270],
    [51, 90],
    [73, 1],
    [72, 3],
    ...points([[1.5, 5]]),
    ...points([[0.5, 0]], 11),
    [40, 0.5],
    [50, 0],
    [51, 180],
    [73, 0],
    [97, 0],
    [92, 1],
    [93, 1],
    [72, 4],
    [94, 2],
    [73, 0],
    [74, 0],
    [95, 6],
    [96, 3],
    ...knots(0, 0, 0, 1, 1, 1),
    ...points([
      [3, 4],
      [4, 5],
      [3, 5],
    ]),
    [97, 0],
  ],
);
const treads = Array.from({ length: 8 }, (_, i) => line('STAIR', [1 + 0.28 * i, 0.2], [1 + 0.28 * i, 2]));
const mtext = (words: string): Groups =>
  entity('MTEXT', 'PUB_TEXT', points([[4, 3]]), [
    [40, 0.3],
    [71, 5],
    [3, words],
    [1, words],
  ]);

/** Everything that a floor plan is drawn with, on layers of every role. */
const everything: DrawingParts = {
  header: { ...METRES, $DWGCODEPAGE: [3, 'ANSI_936'], $ACADVER: [1, 'AC1015'] },
  layers: [
    { name: 'OLD', colour: -7 },
    { name: 'FROZEN', flags: 1 },
  ],
  blocks: { M1: LEAF, NEST: [...insert('0', 'M1', [1, 0]), ...circle('0', [0, 0], 0.2)] },
  entities: [
    ROOM,
    ...[heavyPolyline, spline, fitted, ellipse, mline, solid, hatch],
    line('OLD', [2, 0], [2, 6]),
    [...line('WALL', [6, 0], [6, 6]), [67, 1]],
    insert('DOOR', 'M1', [2, 0], {
      turn: 90,
      scale: [-1, 1],
      more: [
        [230, -1],
        [70, 2],
        [71, 2],
        [44, 2],
        [45, 2],
      ],
    }),
    insert('WINDOW', 'NEST', [4, 0]),
    [
      ...entity(
        'INSERT',
        'FURN',
        [
          [66, 1],
          [2, 'NEST'],
        ],
        points([[6, 3]]),
      ),
      ...entity('ATTRIB', 'PUB_TEXT', points([[6, 3]]), [
        [40, 0.2],
        [1, 'A1'],
      ]),
      [0, 'SEQEND'],
    ],
    arc('DOOR', [3, 0], 1, 0, 90),
    ring('OUTLINE', [0, 0], [8, 0, 0.2], [8, 6], [0, 6]),
    ring('ROOM', [0, 0], [4, 0], [4, 6], [0, 6]),
    box('COUNTER', [1, 4.4], [7, 5]),
    text('PUB_TEXT', [1.8, 4.5], '1'),
    text('PUB_TEXT', [4.8, 4.5], '2号窗口'),
    text('PUB_TEXT', [2, 7], '地下二层平面图', 0.8),
    text('PUB_TEXT', [5, 7], 'SECOND FLOOR PLAN', 0.7),
    [...text('PUB_TEXT', [3, 2], '%%u\\U+5927\\U+5385 90%%d'), [72, 1], [73, 2], ...points([[3, 2]], 11)],
    mtext('{\\fSimSun|b0;办事大厅}\\PService \\A1;\\H2.5x;\\S2^ ;\\U+5927'),
    ...treads,
    box('EVTR', [6, 4], [8, 6]),
    box('ESCALATOR', [0, 4], [1, 6]),
    lines('GLAZ', [0, 6], [4, 6], [8, 6]),
    entity('TCH_WALL', 'WALL'),
    entity('DIMENSION', 'DIM', points([[1, 1]])),
  ],
};

/** A plain floor, the same in millimetres and without a unit, and a floor with everything. */
export function drawings(): readonly Uint8Array[] {
  const millimetres = { ...scaledBy(twoRooms(), 1000), header: { $INSUNITS: [70, 4] as const } };
  const { header: _, ...unknown } = scaledBy(twoRooms(), 1000);
  const nested = {
    header: METRES,
    blocks: { A: insert('0', 'A', [1, 0]) },
    entities: [ROOM, insert('WALL', 'A', [0, 0])],
  };
  const one = (...entities: readonly Groups[]): DrawingParts => ({
    header: METRES,
    blocks: { M1: LEAF },
    entities: [ROOM, ...entities],
  });
  return [
    twoRooms(),
    everything,
    millimetres,
    unknown,
    nested,
    one(hatch, solid),
    one(spline, fitted, ellipse),
    one(mline),
    one(insert('DOOR', 'M1', [2, 0])),
    one(box('COUNTER', [1, 4.4], [7, 5]), text('PUB_TEXT', [1.8, 4.5], '1')),
    one(...treads),
  ].map(bytesOf);
}
