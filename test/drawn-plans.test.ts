import { createRouter, type RouteQuery, type RouteResult } from '@daoyin/routing';
import { importIndoor, readVenue, type Venue, validateVenue } from '@daoyin/venue';
import { expect, test } from 'vitest';
import {
  arc,
  box,
  bytesOf,
  type DrawingParts,
  line,
  scaledBy,
  text,
  twoRooms,
} from '../packages/venue/src/import/dxf/dxf.test-support';

/** DXF drawings become plans that are checked and routed on like any other. */
function open(parts: DrawingParts): {
  readonly venue: Venue;
  readonly errors: readonly string[];
  readonly find: (
    from: readonly [number, number],
    to: RouteQuery['to'] | readonly [number, number],
    profile?: RouteQuery['profile'],
  ) => RouteResult;
} {
  const imported = importIndoor('hall.dxf', bytesOf(parts));
  if (!imported.ok) throw new Error(imported.issues[0]!.message);
  const read = readVenue(imported.files);
  if (!read.ok) throw new Error(read.issues[0]!.message);
  const router = createRouter(read.venue);
  const found = [...validateVenue(read), ...router.assumptions];
  const level = read.venue.levels[0]!.shortName;
  const place = (to: readonly [number, number]) => ({ x: to[0], y: to[1], level });
  return {
    venue: read.venue,
    errors: found.filter(({ severity }) => severity !== 'assumption').map(({ message }) => message),
    find: ([x, y], to, profile = 'walk') =>
      router.find({ from: { x, y, level }, to: 'length' in to ? place(to) : to, profile }),
  };
}

function foundIn(result: RouteResult): Extract<RouteResult, { ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result;
}

// The middle of the drawing is the origin: walls reach from −8.12 to 8.12 and from −2.62 to 2.62.
const IN_OFFICE = [-5, 0] as const;
const IN_HALL = [4, 0] as const;

test('from the office one comes into the hall through the door, in inches as in millimetres', () => {
  for (const [by, unit] of [
    [1 / 0.0254, 1],
    [1000, 4],
  ] as const) {
    const { find, errors } = open({ ...scaledBy(twoRooms(), by), header: { $INSUNITS: [70, unit] } });
    expect(errors).toEqual([]);
    const { length, path } = foundIn(find(IN_OFFICE, IN_HALL));
    expect(length).toBeCloseTo(9, 1);
    const atWall = path.findIndex(({ x }) => x > -2);
    expect(atWall).toBeGreaterThan(0);
    expect(foundIn(find(IN_OFFICE, IN_HALL, 'step-free')).length).toBeGreaterThanOrEqual(length - 1e-6);
  }
});

test('without its door there is no way', () => {
  const parts = twoRooms();
  const shut = parts.entities.filter((_, i) => i !== 5);
  const closed = open({ ...parts, entities: [...shut, line('WALL', [6, 1.8], [6, 3])] });
  expect(closed.find(IN_OFFICE, IN_HALL).ok).toBe(false);
});

test('a window that is drawn is a goal', () => {
  const parts = twoRooms();
  const entities = [
    ...parts.entities,
    box('COUNTER', [10, 4], [15, 4.6]),
    text('PUB_TEXT', [12, 4.2], '12号窗口'),
  ];
  const { find, errors } = open({ ...parts, entities });
  expect(errors).toEqual([]);
  const { path } = foundIn(find(IN_OFFICE, { window: '12' }));
  expect(path.at(-1)!.y).toBeLessThan(1.5);
});

test('a wall that is one line is walked round', () => {
  const { find } = open({
    header: { $INSUNITS: [70, 6] },
    entities: [
      box('A-WALL', [0, 0], [10, 6]),
      line('A-WALL', [5, 0], [5, 4]),
      arc('A-DOOR', [0, 2], 1, 0, 90),
    ],
  });
  const { length } = foundIn(find([-2, -2], [2, -2]));
  expect(length).toBeGreaterThan(2 * Math.hypot(2, 3));
});
