/** A DXF file written as the DXF Reference has it: pairs of a group code and a value, a line each. */
export type Groups = readonly (readonly [code: number, value: string | number])[];
export type XY = readonly [x: number, y: number];

const point = ([x, y]: XY, code = 10): Groups => [
  [code, x],
  [code + 10, y],
];
/** Points one after the other; 10 is the code of a point's x, its y is 10 more. */
export const points = (at: readonly XY[], code = 10): Groups => at.flatMap((one) => point(one, code));
export const entity = (type: string, layer: string, ...groups: Groups[]): Groups => [
  [0, type],
  [8, layer],
  ...groups.flat(),
];

export const line = (layer: string, from: XY, to: XY): Groups =>
  entity('LINE', layer, point(from), point(to, 11));

/** Lines from point to point. */
export const lines = (layer: string, ...points: XY[]): Groups =>
  points.slice(1).flatMap((to, i) => line(layer, points[i]!, to));

/** A closed LWPOLYLINE; a third number of a vertex is its bulge. */
export const ring = (layer: string, ...vertices: (XY | readonly [number, number, number])[]): Groups =>
  entity(
    'LWPOLYLINE',
    layer,
    [
      [90, vertices.length],
      [70, 1],
    ],
    ...vertices.map(([x, y, bulge]): Groups => [...point([x, y]), ...(bulge ? [[42, bulge] as const] : [])]),
  );

export const box = (layer: string, [x0, y0]: XY, [x1, y1]: XY): Groups =>
  ring(layer, [x0, y0], [x1, y0], [x1, y1], [x0, y1]);

/** Counter-clockwise, in degrees. */
export const arc = (layer: string, centre: XY, radius: number, start: number, end: number): Groups =>
  entity('ARC', layer, point(centre), [
    [40, radius],
    [50, start],
    [51, end],
  ]);

export const circle = (layer: string, centre: XY, radius: number): Groups =>
  entity('CIRCLE', layer, point(centre), [[40, radius]]);

export const text = (layer: string, at: XY, words: string, height = 0.3): Groups =>
  entity('TEXT', layer, point(at), [
    [40, height],
    [1, words],
  ]);

const mtext = (layer: string, middle: XY, words: string, height = 0.3): Groups =>
  entity('MTEXT', layer, point(middle), [
    [40, height],
    [71, 5],
    [1, words],
  ]);

export interface Placement {
  readonly scale?: XY;
  readonly turn?: number;
  readonly more?: Groups;
}

export const insert = (
  layer: string,
  block: string,
  at: XY,
  { scale = [1, 1], turn = 0, more = [] }: Placement = {},
): Groups =>
  entity(
    'INSERT',
    layer,
    [[2, block]],
    point(at),
    [
      [41, scale[0]],
      [42, scale[1]],
      [50, turn],
    ],
    more,
  );

export interface DrawingParts {
  readonly header?: Readonly<Record<string, readonly [code: number, value: string | number]>>;
  readonly layers?: readonly { readonly name: string; readonly flags?: number; readonly colour?: number }[];
  readonly blocks?: Readonly<Record<string, Groups>>;
  readonly entities: readonly Groups[];
}

/** All groups of a drawing. */
export function drawing({ header = {}, layers = [], blocks = {}, entities }: DrawingParts): Groups {
  const section = (name: string, ...groups: Groups[]): Groups => [
    [0, 'SECTION'],
    [2, name],
    ...groups.flat(),
    [0, 'ENDSEC'],
  ];
  return [
    ...section('HEADER', ...Object.entries(header).map(([name, group]): Groups => [[9, name], group])),
    ...section(
      'TABLES',
      [
        [0, 'TABLE'],
        [2, 'LAYER'],
      ],
      ...layers.map(
        ({ name, flags = 0, colour = 7 }): Groups => [
          [0, 'LAYER'],
          [2, name],
          [70, flags],
          [62, colour],
        ],
      ),
      [[0, 'ENDTAB']],
    ),
    ...section(
      'BLOCKS',
      ...Object.entries(blocks).map(
        ([name, inside]): Groups => [
          [0, 'BLOCK'],
          [8, '0'],
          [2, name],
          ...point([0, 0]),
          ...inside,
          [0, 'ENDBLK'],
        ],
      ),
    ),
    ...section('ENTITIES', ...entities),
    [0, 'EOF'],
  ];
}

export function fileOf(groups: Groups): string {
  return groups.map(([code, value]) => `${String(code).padStart(3)}\r\n${value}\r\n`).join('');
}

export function bytesOf(parts: DrawingParts): Uint8Array {
  return new TextEncoder().encode(fileOf(drawing(parts)));
}

/** All coordinates and lengths times `by`, as the same plan in another unit. */
export function scaledBy(parts: DrawingParts, by: number): DrawingParts {
  const lengths = new Set([10, 20, 11, 21, 40]);
  const scaled = (groups: Groups): Groups =>
    groups.map(([code, value]) => [
      code,
      lengths.has(code) && typeof value === 'number' ? value * by : value,
    ]);
  const blocks = Object.entries(parts.blocks ?? {}).map(([name, inside]) => [name, scaled(inside)] as const);
  return { ...parts, blocks: Object.fromEntries(blocks), entities: parts.entities.map(scaled) };
}

/** A wall of two faces along a line, open where doors are, their jambs drawn. */
export function wall(
  layer: string,
  [x0, y0]: XY,
  [x1, y1]: XY,
  thickness = 0.24,
  gaps: readonly XY[] = [],
): Groups {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const at = (along: number, side: number): XY => [
    x0 + along * ux - (side * thickness * uy) / 2,
    y0 + along * uy + (side * thickness * ux) / 2,
  ];
  const stops = [0, ...gaps.flat(), length];
  const faces = stops.flatMap((from, i) =>
    i % 2 === 0 ? [1, -1].flatMap((side) => line(layer, at(from, side), at(stops[i + 1]!, side))) : [],
  );
  return [...faces, ...gaps.flat().flatMap((along) => line(layer, at(along, 1), at(along, -1)))];
}

/** A leaf of 1 m: its hinge at the origin, closed along x, open along y. */
export const LEAF: Groups = [...line('0', [0, 0], [0, 1]), ...arc('0', [0, 0], 1, 0, 90)];

/** An office of 6 × 5 m beside a hall of 10 × 5 m in metres, with a door of 1 m between them and one of 2 m to the street. */
export function twoRooms(): DrawingParts {
  return {
    header: { $INSUNITS: [70, 6] },
    blocks: { M1: LEAF },
    entities: [
      wall('WALL', [-0.12, 0], [16.12, 0], 0.24, [[10.12, 12.12]]),
      wall('WALL', [-0.12, 5], [16.12, 5]),
      wall('WALL', [0, 0.12], [0, 4.88]),
      wall('WALL', [16, 0.12], [16, 4.88]),
      wall('WALL', [6, 0.12], [6, 4.88], 0.24, [[1.88, 2.88]]),
      insert('WINDOW', 'M1', [6, 2], { turn: 90 }),
      insert('WINDOW', 'M1', [10, 0]),
      insert('WINDOW', 'M1', [12, 0], { scale: [-1, 1] }),
      text('PUB_TEXT', [2, 2.5], '办公室'),
      mtext('PUB_TEXT', [11, 3], '{\\fSimSun|b0;办事大厅}\\PService Hall'),
    ],
  };
}

/** Four walls of one line, 8 by 6 m. */
export const ROOM = box('WALL', [0, 0], [8, 6]);
