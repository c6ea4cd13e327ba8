import { distance, polygonArea } from '@daoyin/geometry';
import type { Hours, LocalTime } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { createRouter } from './router';
import { line, rect, ringOf, type Sketch, venueOf } from './sketch.test-support';
import type { Route, RouteQuery, RouteResult } from './types';

const hall = { id: 'hall', category: 'walkway', area: rect(0, 0, 20, 10) };
const office = { id: 'office', area: rect(0, 10, 20, 20) };
const door = { id: 'door', line: line(15, 10, 16.4, 10) };

function find(sketch: Sketch, query: Partial<RouteQuery> = {}): RouteResult {
  return createRouter(venueOf(sketch)).find({
    from: { x: 2, y: 5, level: '1F' },
    to: { x: 2, y: 15, level: '1F' },
    profile: 'walk',
    ...query,
  });
}

function route(result: RouteResult): Route {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result;
}

describe('walkable space', () => {
  it('a room is entered through its opening only', () => {
    const found = route(find({ units: [hall, office], openings: [door] }));
    const crossing = found.path.findIndex(({ y }) => y > 10);
    const [a, b] = [found.path[crossing - 1]!, found.path[crossing]!];
    const x = a.x + ((10 - a.y) / (b.y - a.y)) * (b.x - a.x);
    expect(x).toBeGreaterThan(15.299);
    expect(x).toBeLessThan(16.101);
  });

  it('a room without an opening is not entered, where others have one', () => {
    const closet = { id: 'closet', area: rect(20, 0, 30, 10) };
    const sketch = { units: [hall, office, closet], openings: [door] };
    expect(find(sketch, { to: { x: 25, y: 5, level: '1F' } })).toMatchObject({
      ok: false,
      error: { kind: 'unreachable' },
    });
    expect(createRouter(venueOf(sketch)).assumptions).toMatchObject([
      { kind: 'unit-without-opening', featureId: 'closet' },
    ]);
  });

  it('without any opening the units that share an edge are open to each other, and that is said', () => {
    expect(route(find({ units: [hall, office] })).length).toBeCloseTo(10, 6);
    expect(createRouter(venueOf({ units: [hall, office] })).assumptions).toMatchObject([
      { kind: 'no-openings' },
    ]);
  });

  it.each([0, 0.4])(
    'without any opening rooms along a walkway, %f m of wall apart, are entered from it and not through each other',
    (wall) => {
      const [first, second] = [
        { id: 'first', area: rect(0, 10 + wall, 8, 20) },
        { id: 'second', area: rect(8 + wall, 10 + wall, 16, 20) },
      ];
      const units = [hall, first, second];
      const [from, to] = [
        { x: 7, y: 18, level: '1F' },
        { x: 9, y: 18, level: '1F' },
      ];
      const around = route(find({ units }, { from, to }));
      expect(around.path.some(({ y }) => y < 10)).toBe(true);
      expect(around.length).toBeGreaterThan(15);
      const behind = { id: 'behind', area: rect(0, 20, 8, 24) };
      const through = route(find({ units: [...units, behind] }, { from, to: { x: 4, y: 22, level: '1F' } }));
      expect(through.length).toBeLessThan(6);
    },
  );

  it('walkways side by side are one floor, across a gap of some centimetres too', () => {
    const other = { id: 'other', category: 'lobby', area: rect(0, 10.04, 20, 20) };
    expect(route(find({ units: [hall, other] })).length).toBeCloseTo(10, 6);
  });

  it('a door joins rooms through a wall that is drawn as a gap of half a metre', () => {
    const behind = { ...office, area: rect(0, 10.5, 20, 20) };
    const inWall = { id: 'door', line: line(15, 10.25, 16.4, 10.25) };
    expect(find({ units: [hall, behind], openings: [inWall] }).ok).toBe(true);
  });

  it('a doorway of 0.9 m lets a wheelchair through in its middle', () => {
    const narrow = { id: 'door', line: line(15, 10, 15.9, 10) };
    const found = route(find({ units: [hall, office], openings: [narrow] }, { profile: 'step-free' }));
    const jambs = narrow.line;
    for (const point of found.path) {
      for (const jamb of jambs) expect(distance(point, jamb)).toBeGreaterThan(0.399);
    }
  });

  it.each([
    { width: 0.81, walker: 'step-free', passes: true },
    { width: 0.75, walker: 'step-free', passes: false },
    { width: 0.75, walker: 'pram', passes: false },
    { width: 0.75, walker: 'walk', passes: true },
    { width: 0.55, walker: 'walk', passes: true },
  ] as const)('a doorway of $width m lets $walker through: $passes', ({ width, walker, passes }) => {
    const openings = [{ id: 'door', line: line(15, 10, 15 + width, 10) }];
    const found = find({ units: [hall, office], openings }, { profile: walker });
    expect(found.ok).toBe(passes);
    if (!found.ok) {
      expect(found.error.kind).toBe('unreachable');
      expect(found.error.obstacles).toEqual([{ featureId: 'door', kind: 'narrow' }]);
    }
  });

  it('a narrow doorway that is said to be for wheelchairs lets them through', () => {
    const openings = [{ id: 'door', line: line(15, 10, 15.7, 10), accessibility: ['wheelchair'] }];
    expect(find({ units: [hall, office], openings }, { profile: 'step-free' }).ok).toBe(true);
  });

  it.each([0.03, 0.1, 0.3])(
    'an opening of %d m is a mark, not a width: a door is assumed, and said to be',
    (width) => {
      const openings = [{ id: 'door', line: line(15, 10, 15 + width, 10) }];
      for (const profile of ['walk', 'step-free'] as const)
        expect(find({ units: [hall, office], openings }, { profile }).ok).toBe(true);
      expect(createRouter(venueOf({ units: [hall, office], openings })).assumptions).toContainEqual(
        expect.objectContaining({ kind: 'opening-without-width', featureId: 'door', severity: 'assumption' }),
      );
    },
  );

  it('a level without units is its outline without the fixtures', () => {
    const desk = { id: 'desk', area: rect(0.5, 9, 19, 10) };
    const found = route(find({ fixtures: [desk] }));
    expect(found.length).toBeGreaterThan(20);
  });

  it('a lift that lies on the walkway without an opening is walked round', () => {
    const lift = { id: 'lift', category: 'elevator', area: rect(1, 9, 3, 11) };
    const floor = { ...hall, area: rect(0, 0, 20, 20) };
    for (const point of route(find({ units: [floor, lift] })).path) {
      const dx = Math.max(1 - point.x, 0, point.x - 3);
      const dy = Math.max(9 - point.y, 0, point.y - 11);
      expect(Math.hypot(dx, dy)).toBeGreaterThan(0.299);
    }
  });

  it('a hole in a unit, a second part of it, and an outline that crosses itself are taken as drawn', () => {
    const holed = {
      ...hall,
      area: [{ outer: ringOf(0, 0, 20, 20), holes: [ringOf(0.5, 9, 10, 11)] }, ...rect(30, 0, 40, 9)],
    };
    expect(route(find({ units: [holed] })).length).toBeGreaterThan(16);
    expect(find({ units: [holed] }, { to: { x: 35, y: 5, level: '1F' } })).toMatchObject({
      error: { kind: 'unreachable' },
    });
    const bowTie = [
      { x: 0, y: 0 },
      { x: 20, y: 20 },
      { x: 20, y: 0 },
      { x: 0, y: 20 },
    ];
    const crossed = { ...hall, area: [{ outer: bowTie, holes: [] }] };
    expect(
      find({ units: [crossed] }, { from: { x: 2, y: 8, level: '1F' }, to: { x: 2, y: 12, level: '1F' } }).ok,
    ).toBe(true);
  });

  it('areas for staff are closed to visitors and open to staff', () => {
    const sketch = { units: [hall, { ...office, restriction: 'employeesonly' }], openings: [door] };
    expect(find(sketch, { to: { x: 2, y: 19, level: '1F' } })).toMatchObject({
      error: { kind: 'not-walkable' },
    });
    expect(find(sketch, { staff: true }).ok).toBe(true);
  });
});

const tower: Sketch = {
  levels: ['1F', '2F', '3F'],
  units: ['1F', '2F', '3F'].flatMap((level) => [
    { id: `floor ${level}`, level, category: 'walkway', area: rect(0, 0, 20, 20) },
    { id: `lift ${level}`, level, category: 'elevator', area: rect(0, 9, 2, 11) },
    { id: `stairs ${level}`, level, category: 'stairs', area: rect(18, 8, 20, 12) },
  ]),
  openings: ['1F', '2F', '3F'].map((level) => ({
    id: `lift door ${level}`,
    level,
    line: line(2, 9.4, 2, 10.6),
  })),
  connectors: [
    { id: 'lift', kind: 'elevator', unitIds: ['lift 1F', 'lift 2F', 'lift 3F'] },
    { id: 'stairs 1-2', kind: 'stairs', unitIds: ['stairs 1F', 'stairs 2F'] },
    { id: 'stairs 2-3', kind: 'stairs', unitIds: ['stairs 2F', 'stairs 3F'] },
  ],
};
const climb = (query: Partial<RouteQuery> = {}) =>
  find(tower, { from: { x: 16, y: 5, level: '1F' }, to: { x: 16, y: 5, level: '3F' }, ...query });
const taken = (result: RouteResult) =>
  route(result).legs.flatMap((leg) => (leg.kind === 'connector' ? [leg.connectorId] : []));

describe('storeys', () => {
  it('the stairs near by are quicker than the lift, and a lift waits once for two storeys', () => {
    expect(taken(climb())).toEqual(['stairs 1-2', 'stairs 2-3']);
    expect(taken(climb({ profile: 'step-free' }))).toEqual(['lift']);
  });

  it('who walks slowly takes the lift where others climb', () => {
    expect(taken(climb({ profile: 'slow' }))).toEqual(['lift']);
  });

  it('length counts the stairs that are climbed but not the ride; duration adds up over the legs', () => {
    const onFoot = route(climb());
    expect(onFoot.duration).toBeCloseTo(
      onFoot.legs.reduce((sum, leg) => sum + leg.duration, 0),
      9,
    );
    expect(onFoot.legs.find(({ kind }) => kind === 'connector')!.length).toBeGreaterThan(4.5);
    const riding = route(climb({ profile: 'step-free' }));
    expect(riding.legs.find(({ kind }) => kind === 'connector')!.length).toBe(0);
  });

  it('a lift that is closed is never used by a step-free route, and is named as what blocks', () => {
    for (const closed of [['lift'], ['lift 2F', 'lift 1F'], ['lift door 1F']]) {
      const result = climb({ profile: 'step-free', closed });
      expect(result).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
      expect(result.ok || closed.includes(result.error.blockedBy![0]!)).toBe(true);
    }
  });

  it('where only stairs lead on, step-free is told so', () => {
    const stairsOnly = { ...tower, connectors: tower.connectors!.filter(({ kind }) => kind === 'stairs') };
    const result = find(stairsOnly, { to: { x: 2, y: 5, level: '2F' }, profile: 'step-free' });
    expect(result).toMatchObject({ error: { kind: 'unreachable', blockedBy: ['stairs 1-2'] } });
  });

  it('an escalator carries one way only', () => {
    const escalator: Sketch = {
      ...tower,
      connectors: [
        { id: 'escalator', kind: 'escalator', unitIds: ['stairs 1F', 'stairs 2F'], direction: 'up' },
      ],
    };
    const [below, above] = [
      { x: 10, y: 5, level: '1F' },
      { x: 10, y: 5, level: '2F' },
    ];
    expect(taken(find(escalator, { from: below, to: above }))).toEqual(['escalator']);
    expect(find(escalator, { from: above, to: below })).toMatchObject({ error: { kind: 'unreachable' } });
  });

  it('goes over another storey where the own one is cut, and not where it is not', () => {
    const cut = {
      ...tower,
      fixtures: [{ id: 'wall', level: '1F', category: 'wall', area: rect(9, 0, 9.2, 20) }],
    };
    const [west, east] = [
      { x: 4, y: 5, level: '1F' },
      { x: 15, y: 5, level: '1F' },
    ];
    expect(taken(find(cut, { from: west, to: east }))).toEqual(['lift', 'stairs 1-2']);
    expect(taken(find(tower, { from: west, to: east }))).toEqual([]);
  });
});

describe('closing', () => {
  const twoDoors: Sketch = {
    units: [hall, office],
    openings: [door, { id: 'near door', line: line(3, 10, 4.4, 10) }],
  };
  const query = {
    from: { x: 2, y: 5, level: '1F' },
    to: { x: 2, y: 15, level: '1F' },
    profile: 'walk',
  } as const;

  it('a door that is shut is walked round, and used again when it opens', () => {
    const router = createRouter(venueOf(twoDoors));
    const open = route(router.find(query)).length;
    router.setClosed(['near door']);
    const round = route(router.find(query)).length;
    expect(round).toBeGreaterThan(open + 10);
    router.setClosed([]);
    expect(route(router.find(query)).length).toBe(open);
    expect(route(router.find({ ...query, closed: ['near door'] })).length).toBe(round);
  });

  it('is the same as a venue that was built without the door', () => {
    const without = createRouter(venueOf({ ...twoDoors, openings: [door] }));
    const closed = createRouter(venueOf(twoDoors), { closed: ['near door'] });
    expect(route(closed.find(query)).length).toBeCloseTo(route(without.find(query)).length, 3);
  });

  it('all doors or the room itself: unreachable, and what is closed is named', () => {
    const router = createRouter(venueOf(twoDoors), { closed: ['door', 'near door'] });
    expect(router.find(query)).toMatchObject({ ok: false, error: { blockedBy: ['door', 'near door'] } });
    router.setClosed(['office']);
    expect(router.find(query)).toMatchObject({
      ok: false,
      error: { kind: 'unreachable', blockedBy: ['office'] },
    });
  });

  it('a part of an open floor that is closed is walked round', () => {
    const lobbies: Sketch = {
      units: [0, 1, 2]
        .map((i) => ({ id: `part ${i}`, category: 'lobby', area: rect(0, 5 * i, 10, 5 * i + 5) }))
        .concat([{ id: 'side', category: 'lobby', area: rect(10, 0, 20, 15) }]),
    };
    const across = { from: { x: 5, y: 2, level: '1F' }, to: { x: 5, y: 13, level: '1F' } };
    expect(route(find(lobbies, across)).length).toBeCloseTo(11, 6);
    expect(route(find(lobbies, { ...across, closed: ['part 1'] })).length).toBeGreaterThan(14);
  });
});

describe('the nearest of several', () => {
  it('is the one that a query for each finds soonest, on the same storey or another', () => {
    const windows = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [
        String(i + 1),
        { x: 1.5 + 17 * ((i * 0.37) % 1), y: 1 + 17 * ((i * 0.61) % 1), level: `${1 + (i % 3)}F` },
      ]),
    );
    const router = createRouter(venueOf({ ...tower, windows }));
    const all = Object.keys(windows).map((window) => ({ window }));
    for (const profile of ['walk', 'step-free', 'slow'] as const) {
      for (let i = 0; i < 10; i++) {
        const from = { x: 3 + 1.4 * i, y: 17 - 1.5 * i, level: '2F' };
        const some = all.filter((_, j) => (j * 7 + i) % 5 === 0 && (i % 2 === 0 || (j % 3) + 1 !== 2));
        const each = some.map((to) => route(router.find({ from, to, profile })).duration);
        const found = router.nearest({ from, profile }, some);
        if (!found.ok) throw new Error('none');
        if (profile !== 'slow') expect(found.duration).toBeCloseTo(Math.min(...each), 3);
        expect(found.duration).toBeCloseTo(each[found.index]!, 6);
      }
    }
  });

  it('says why there is none', () => {
    const router = createRouter(venueOf(tower));
    const query = { from: { x: 10, y: 5, level: '1F' }, profile: 'walk' } as const;
    expect(router.nearest(query, [])).toMatchObject({ error: { kind: 'bad-query' } });
    expect(router.nearest(query, [{ window: '7' }])).toMatchObject({ error: { kind: 'unknown-window' } });
  });
});

it('a rehearsal leaves everything open, and a venue without windows or floors has none', () => {
  const windows = { 1: { x: 2, y: 5, level: '1F' }, 2: { x: 2, y: 15, level: '1F' } };
  const query = { from: { x: 2, y: 5, level: '1F' }, to: { window: '2' }, profile: 'walk' } as const;
  const router = createRouter(venueOf({ units: [hall, office], openings: [door], windows }));
  const before = router.find(query);
  router.rehearse();
  expect(router.find(query)).toEqual(before);
  expect(route(before).length).toBeGreaterThan(20);
  for (const sketch of [{ units: [] }, { units: [hall] }, { units: [office], windows }])
    expect(() => createRouter(venueOf(sketch)).rehearse()).not.toThrow();
});

it('the drawing of a level covers its walkable space with triangles', () => {
  const router = createRouter(venueOf({ units: [hall, office], openings: [door] }));
  const area = (ring: readonly { readonly x: number; readonly y: number }[]) =>
    polygonArea({ outer: ring, holes: [] });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const drawing = router.drawing('1F', 'walk')!;
  expect(sum(drawing.triangles.map(area))).toBeCloseTo(
    sum(router.walkable('1F', 'walk').map(polygonArea)),
    6,
  );
  expect(router.drawing('9F', 'walk')).toBeUndefined();
});

describe('bad input is an answer', () => {
  const sketch: Sketch = { units: [hall], windows: { 32: { x: 10, y: 9 }, A12: { x: 18, y: 9 } } };
  it.each([
    ['a NaN', { from: { x: Number.NaN, y: 0, level: '1F' } }, 'bad-query'],
    ['an unknown walker', { profile: 'fly' as 'walk' }, 'bad-query'],
    ['no goal', { to: undefined as never }, 'bad-query'],
    ['no time', { at: null as never }, 'bad-query'],
    ['closures that are no list', { closed: null as never }, 'bad-query'],
    ['an unknown level', { from: { x: 0, y: 0, level: '9F' } }, 'unknown-level'],
    ['an unknown level of the goal', { to: { x: 0, y: 0, level: 'B7' } }, 'unknown-level'],
    ['an unknown window', { to: { window: '999' } }, 'unknown-window'],
    ['an unknown feature', { to: { featureId: 'nothing' } }, 'unknown-feature'],
    ['a start far outside', { from: { x: -50, y: 5, level: '1F' }, to: { window: '32' } }, 'not-walkable'],
  ])('%s', (_, query, kind) => {
    const result = find(sketch, query);
    expect(result).toMatchObject({ ok: false, error: { kind } });
    expect(result.ok || result.error.message).toBeTruthy();
  });

  it('a start inside a wall is moved to the nearest floor within 5 m, and that is said', () => {
    const found = route(find(sketch, { from: { x: -3, y: 5, level: '1F' }, to: { window: '32' } }));
    expect(found.moved!.start).toBeCloseTo(3.3, 2);
    expect(distance(found.path[0]!, { x: 0.3, y: 5 })).toBeLessThan(0.002);
  });

  it('a goal on an island of floor that nothing leads to is unreachable', () => {
    const island = { id: 'island', category: 'walkway', area: rect(30, 0, 34, 4) };
    const result = find(
      { units: [{ ...hall, category: 'walkway' }, island] },
      { to: { x: 32, y: 2, level: '1F' } },
    );
    expect(result).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    expect(result.ok || result.error.message).toBeTruthy();
  });

  it('a plan of a million vertices is refused with the limit, and the other storeys are routed', () => {
    const outer = Array.from({ length: 1_000_000 }, (_, i) => {
      const angle = (2 * Math.PI * i) / 1_000_000;
      return { x: 10 + (10 + (i % 2)) * Math.cos(angle), y: 10 + (10 + (i % 2)) * Math.sin(angle) };
    });
    const units = [
      { id: 'cog', area: [{ outer, holes: [] }] },
      { ...hall, id: 'above', level: '2F' },
    ];
    const router = createRouter(venueOf({ levels: ['1F', '2F'], units }));
    const at = (x: number, level: string) => ({ x, y: 5, level });
    const refused = router.find({ from: at(5, '1F'), to: at(8, '1F'), profile: 'walk' });
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'not-walkable', message: expect.stringMatching(/1000004 vertices.* 50000/) },
    });
    expect(router.assumptions.map(({ kind }) => kind)).toContain('level-too-detailed');
    expect(router.find({ from: at(5, '2F'), to: at(8, '2F'), profile: 'walk' }).ok).toBe(true);
  });

  it('a venue without levels refuses every query', () => {
    const router = createRouter({ ...venueOf({}), levels: [] });
    expect(router.find({ from: { x: 0, y: 0, level: '1F' }, to: { window: '1' }, profile: 'walk' }).ok).toBe(
      false,
    );
    expect(router.walkable('1F', 'walk')).toEqual([]);
  });
});

describe('by the clock', () => {
  const daily = (text: string): Hours | undefined => {
    const [opens, shuts] = text.split('-').map(Number);
    if (opens === undefined || shuts === undefined) return undefined;
    const isOpen = ({ hour }: LocalTime) => hour >= opens && hour < shuts;
    return {
      isOpen,
      nextChange: (at) =>
        isOpen(at) ? { ...at, hour: shuts } : { ...at, day: at.day + (at.hour < opens ? 0 : 1), hour: opens },
    };
  };
  const at = (hour: number): LocalTime => ({ year: 2026, month: 11, day: 25, hour, minute: 0 });
  const query = {
    from: { x: 16, y: 5, level: '1F' },
    to: { x: 16, y: 5, level: '3F' },
    profile: 'walk',
  } as const;

  it('a lift, a stair or a door is used within its hours only, and without a time always', () => {
    const venue = venueOf({
      ...tower,
      connectors: tower.connectors!.map((one) => ({
        ...one,
        ...(one.kind === 'stairs' && { hours: '8-12' }),
      })),
    });
    const router = createRouter(venue, { readHours: daily, hours: new Map([['lift door 3F', '9-17']]) });
    expect(taken(router.find(query))).toEqual(['stairs 1-2', 'stairs 2-3']);
    expect(taken(router.find({ ...query, at: at(9) }))).toEqual(['stairs 1-2', 'stairs 2-3']);
    expect(taken(router.find({ ...query, at: at(12) }))).toEqual(['lift']);
    expect(router.find({ ...query, at: at(18) })).toMatchObject({
      ok: false,
      error: { kind: 'unreachable' },
    });
    expect(taken(router.find({ ...query, at: at(12) }))).toEqual(['lift']);
  });

  it('hours that nobody can read leave the way open, and that is said', () => {
    const router = createRouter(venueOf(tower), { readHours: daily, hours: new Map([['lift', 'whenever']]) });
    expect(router.assumptions).toMatchObject([
      { severity: 'assumption', kind: 'bad-hours', featureId: 'lift' },
    ]);
    expect(taken(router.find({ ...query, profile: 'step-free', at: at(3) }))).toEqual(['lift']);
  });

  it('a time that is none is a bad query', () => {
    const time = { year: 2026, month: 11 } as LocalTime;
    expect(createRouter(venueOf(tower)).find({ ...query, at: time })).toMatchObject({
      error: { kind: 'bad-query' },
    });
  });
});

describe('staff', () => {
  it.each([
    [
      'a lift behind a badge reader',
      { openings: tower.openings!.map((one) => ({ ...one, accessControl: ['badgereader'] })) },
    ],
    ['a service lift', { openings: tower.openings!.map((one) => ({ ...one, category: 'service' })) }],
    [
      'a lift for employees',
      {
        units: tower.units!.map((one) =>
          one.category === 'elevator' ? { ...one, restriction: 'employeesonly' } : one,
        ),
      },
    ],
  ])('%s is for staff only', (_, change) => {
    const query = {
      from: { x: 16, y: 5, level: '1F' },
      to: { x: 16, y: 5, level: '3F' },
      profile: 'step-free',
    } as const;
    const router = createRouter(venueOf({ ...tower, ...change }));
    expect(router.find(query).ok).toBe(false);
    expect(taken(router.find({ ...query, staff: true }))).toEqual(['lift']);
  });
});
