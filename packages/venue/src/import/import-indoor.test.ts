import { seededRandom, venueFrame } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { totalArea } from '../archive/boolean';
import { readVenue } from '../archive/read-venue';
import { validateVenue } from '../rules/validate-venue';
import { tinyArchive } from '../tiny-archive.test-support';
import type { Venue } from '../types';
import { assembleRings } from './assemble-rings';
import { importIndoor } from './import-indoor';
import { levelsOf } from './osm-element';

const FRAME = venueFrame([113.39, 22.52]);
const bytes = (text: string) => new TextEncoder().encode(text);
const at = (x: number, y: number) => FRAME.venueToLngLat({ x, y });

type Tags = Record<string, string>;
const rectangle = (tags: Tags, x0: number, y0: number, x1: number, y1: number) => ({
  type: 'Feature',
  id: `way/${JSON.stringify(tags).length}${x0}${y0}`,
  properties: tags,
  geometry: { type: 'Polygon', coordinates: [[at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1), at(x0, y0)]] },
});
const node = (tags: Tags, x: number, y: number) => ({
  type: 'Feature',
  id: `node/${x},${y}`,
  properties: tags,
  geometry: { type: 'Point', coordinates: at(x, y) },
});
const way = (tags: Tags, ...points: [number, number][]) => ({
  type: 'Feature',
  id: `way/${points.join()}`,
  properties: tags,
  geometry: { type: 'LineString', coordinates: points.map(([x, y]) => at(x, y)) },
});

function imported(...features: object[]): { readonly venue: Venue; readonly said: readonly string[] } {
  const result = importIndoor(
    'small.geojson',
    bytes(JSON.stringify({ type: 'FeatureCollection', features })),
  );
  if (!result.ok) throw new Error(result.issues[0]!.message);
  const read = readVenue(result.files);
  if (!read.ok) throw new Error(read.issues[0]!.message);
  return { venue: read.venue, said: [...result.issues, ...validateVenue(read)].map(({ kind }) => kind) };
}

const corridor = (level: string) => rectangle({ indoor: 'corridor', level }, 0, 0, 20, 5);
const room = (level: string) =>
  rectangle({ indoor: 'room', level, name: 'Office', room: 'office' }, 0, 5, 8, 10);

test('rooms, corridors and their levels become units, and the archive has no finding', () => {
  const lift = rectangle({ indoor: 'room', elevator: 'yes', level: '0;1' }, 10, 5, 12, 7);
  const doors = [node({ door: 'yes', level: '0;1' }, 4, 5), node({ door: 'yes', level: '0;1' }, 11, 5)];
  const { venue, said } = imported(corridor('0'), corridor('1'), room('0;1'), lift, ...doors);
  expect(venue.levels.map(({ shortName, ordinal }) => [shortName, ordinal])).toEqual([
    ['0', 0],
    ['1', 1],
  ]);
  expect(venue.units.map(({ level, category }) => `${level} ${category}`).sort()).toEqual(
    ['0', '1'].flatMap((level) =>
      ['elevator', 'office', 'walkway'].map((category) => `${level} ${category}`),
    ),
  );
  expect(venue.connectors.map(({ kind, assumed }) => [kind, assumed])).toEqual([['elevator', false]]);
  expect(said).toEqual([]);
});

test('a door node lies as a line on the edge of its room, as wide as it says', () => {
  const { venue } = imported(
    corridor('0'),
    room('0'),
    node({ door: 'sliding', level: '0', width: '1.6' }, 4, 5.1),
  );
  const [from, to] = venue.openings[0]!.line as [{ x: number; y: number }, { x: number; y: number }];
  expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeCloseTo(1.6, 3);
  expect(from.y).toBeCloseTo(to.y, 3);
  expect(venue.openings[0]!.doorType).toBe('sliding');
});

test('a door at a corner stays on its edge', () => {
  const { venue } = imported(corridor('0'), room('0'), node({ door: 'yes', level: '0' }, 8, 5));
  const xs = venue.openings[0]!.line.map(({ x }) => x);
  const room0 = venue.units.find(({ category }) => category === 'office')!.area[0]!.outer.map(({ x }) => x);
  expect(Math.max(...xs)).toBeLessThanOrEqual(Math.max(...room0) + 1e-3);
});

test('stairs that are a line get their width, and join their levels', () => {
  const { venue } = imported(
    corridor('0'),
    corridor('1'),
    way({ highway: 'steps', level: '0;1', width: '3' }, [5, 6], [9, 6]),
  );
  const stairs = venue.units.filter(({ category }) => category === 'stairs');
  const ys = stairs[0]!.area[0]!.outer.map(({ y }) => y);
  expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(3, 2);
  expect(venue.connectors[0]).toMatchObject({ kind: 'stairs', direction: 'both' });
});

test.each([
  ['forward', 'up', 'up'],
  ['forward', 'down', 'down'],
  ['backward', 'up', 'down'],
  ['reversible', 'up', 'both'],
])('an escalator conveying %s on an incline %s carries %s', (conveying, incline, direction) => {
  const tags = { highway: 'steps', conveying, incline, level: '0;1' };
  const { venue } = imported(corridor('0'), corridor('1'), way(tags, [5, 6], [9, 6]));
  expect(venue.connectors[0]).toMatchObject({ kind: 'escalator', direction });
});

test('a lift that is only a point takes its floor from the corridor that it stands in', () => {
  const { venue, said } = imported(
    corridor('0'),
    corridor('1'),
    node({ highway: 'elevator', level: '0;1' }, 10, 3),
  );
  expect(venue.units.find(({ category }) => category === 'walkway')!.area[0]!.holes).toHaveLength(1);
  expect(said).not.toContain('units-overlap');
});

test('a lift that is drawn as a room and as a point is one lift', () => {
  const lift = rectangle({ indoor: 'room', elevator: 'yes', level: '0;1' }, 10, 5, 12, 7);
  const { venue } = imported(
    corridor('0'),
    corridor('1'),
    lift,
    node({ highway: 'elevator', level: '0;1' }, 11, 6),
  );
  expect(venue.connectors).toHaveLength(1);
});

test('a named shop is an occupant where one stands, a vending machine an amenity in its unit', () => {
  const { venue } = imported(
    corridor('0'),
    node(
      { shop: 'photo', name: '照相馆', 'name:en': 'Photos', level: '0', opening_hours: 'Mo-Fr 09:00-18:00' },
      3,
      3,
    ),
    node({ amenity: 'vending_machine', level: '0' }, 6, 3),
  );
  expect(venue.occupants[0]).toMatchObject({
    name: { und: '照相馆', en: 'Photos' },
    hours: 'Mo-Fr 09:00-18:00',
  });
  expect(venue.amenities[0]).toMatchObject({ category: 'vendingmachine', unitIds: [venue.units[0]!.id] });
});

test('what has no level takes that of the room around it, and that is said', () => {
  const { venue, said } = imported(corridor('0'), corridor('-1'), node({ amenity: 'toilets' }, 3, 3));
  expect(venue.amenities[0]!.level).toBe('0');
  expect(said).toContain('level-assumed');
});

test('half levels keep their name and count as storeys', () => {
  const { venue } = imported(corridor('0'), corridor('0.5'), corridor('1'));
  expect(venue.levels.map(({ shortName, ordinal }) => [shortName, ordinal])).toEqual([
    ['0', 0],
    ['0.5', 1],
    ['1', 2],
  ]);
});

test.each([
  ['0;1', [0, 1]],
  ['-1;0', [-1, 0]],
  ['-2--1', [-2, -1]],
  ['0-3', [0, 1, 2, 3]],
  ['1,0', [0, 1]],
  ['0.5', [0.5]],
  ['ground', []],
  ['', []],
])('level=%s means %j', (level, levels) => {
  expect(levelsOf({ level })).toEqual(levels);
});

test('the pieces of a multipolygon are joined in any order and direction', () => {
  expect(
    assembleRings([
      ['c', 'd', 'a'],
      ['c', 'b', 'a'],
      ['x', 'y', 'z', 'x'],
      ['p', 'q'],
    ]),
  ).toEqual({
    rings: [
      ['x', 'y', 'z', 'x'],
      ['c', 'b', 'a', 'd', 'c'],
    ],
    open: 1,
  });
});

test('an .osm file gives ways and multipolygons with holes, deleted elements left out', () => {
  const corners = [
    [0, 0],
    [20, 0],
    [20, 10],
    [0, 10],
    [5, 3],
    [8, 3],
    [8, 6],
    [5, 6],
  ] as const;
  const nodes = corners.map(([x, y], i) => {
    const [lon, lat] = at(x, y);
    return `<node id="${i}" lat="${lat}" lon="${lon}"/>`;
  });
  const nd = (...refs: number[]) => refs.map((ref) => `<nd ref="${ref}"/>`).join('');
  const tag = (k: string, v: string) => `<tag k="${k}" v="${v}"/>`;
  const xml = `<?xml version="1.0"?><osm version="0.6">${nodes.join('')}
    <way id="1">${nd(0, 1, 2)}</way><way id="2">${nd(2, 3, 0)}</way><way id="3">${nd(4, 5, 6, 7, 4)}</way>
    <way id="4" action="delete">${nd(4, 5, 6, 7, 4)}${tag('indoor', 'room')}${tag('level', '0')}</way>
    <relation id="9"><member type="way" ref="1" role="outer"/><member type="way" ref="2" role="outer"/>
      <member type="way" ref="3" role="inner"/>
      ${tag('type', 'multipolygon')}${tag('indoor', 'area')}${tag('level', '0')}${tag('name', 'A &amp; B')}</relation></osm>`;
  const result = importIndoor('hall.osm', bytes(xml));
  if (!result.ok) throw new Error(result.issues[0]!.message);
  const read = readVenue(result.files);
  if (!read.ok) throw new Error('not read');
  expect(read.venue.name).toEqual({ und: 'hall' });
  expect(read.venue.units.map(({ name, area }) => [name.und, area[0]!.holes.length])).toEqual([['A & B', 1]]);
});

test('an answer of the Overpass API reads as the same map in .osm', () => {
  const nodes = [
    [0, 0],
    [20, 0],
    [20, 10],
    [0, 10],
  ].map(([x, y], i) => {
    const [lon, lat] = at(x!, y!);
    return { type: 'node', id: i + 1, lat, lon };
  });
  const tags = { indoor: 'corridor', level: '0' };
  const elements = [...nodes, { type: 'way', id: 9, nodes: [1, 2, 3, 4, 1], tags }, { type: 'count' }];
  const result = importIndoor('hall.json', bytes(JSON.stringify({ version: 0.6, elements })));
  if (!result.ok) throw new Error('refused');
  const read = readVenue(result.files);
  expect(read.ok && read.venue.units.map(({ category }) => category)).toEqual(['walkway']);
  expect(result.issues.map(({ kind }) => kind)).toEqual(['bad-element']);
});

test('an IMDF archive in one GeoJSON file is taken as it is', () => {
  const features = [...tinyArchive()].flatMap(([file, text]) =>
    file === 'manifest.json' ? [] : JSON.parse(text).features,
  );
  const result = importIndoor('all.geojson', bytes(JSON.stringify({ type: 'FeatureCollection', features })));
  if (!result.ok) throw new Error('refused');
  const read = readVenue(result.files);
  expect(read.ok && read.venue.windows.length).toBe(3);
});

test.each([
  ['empty.osm', '', 'unknown-format'],
  ['a.osm', '<html><body></body></html>', 'broken-xml'],
  ['b.osm', '<osm version="0.6"></osm>', 'nothing-indoors'],
  ['c.geojson', '{"type": "FeatureCollection"}', 'not-a-feature-collection'],
  ['d.geojson', '{"type": "FeatureCollection", "features": []}', 'nothing-indoors'],
  ['e.dxf', '999\r\nmade by hand\r\n  0\r\nSECTION\r\n', 'dxf-empty'],
  ['f.txt', 'hello', 'unknown-format'],
  ['f.zip', 'PK\u0003\u0004garbage', 'broken-zip'],
])('%s is refused with a reason', (name, text, kind) => {
  const result = importIndoor(name, bytes(text));
  expect(result.ok).toBe(false);
  expect(result.issues.map((issue) => issue.kind)).toContain(kind);
});

test.each([
  ['far out', 56_695_095],
  ['at a pole', 90],
])('a node that is %s is left out, and takes nothing with it', (_, lat) => {
  const corners = [at(0, 0), at(20, 0), at(20, 10), at(0, 10)].map(([lon, lat]) => ({ lon, lat }));
  const nodes = [...corners, { lon: 113.39, lat }].map((place, i) => ({ type: 'node', id: i, ...place }));
  const tags = { indoor: 'corridor', level: '0' };
  const elements = [...nodes, { type: 'way', id: 9, nodes: [0, 1, 2, 4, 3, 0], tags }];
  const xml = nodes.map(({ id, lat, lon }) => `<node id="${id}" lat="${lat}" lon="${lon}"/>`).join('');
  const way = `<way id="9">${[0, 1, 2, 4, 3, 0].map((ref) => `<nd ref="${ref}"/>`).join('')}
    <tag k="indoor" v="corridor"/><tag k="level" v="0"/></way>`;
  for (const text of [JSON.stringify({ elements }), `<osm>${xml}${way}</osm>`]) {
    const result = importIndoor('a', bytes(text));
    const read = result.ok ? readVenue(result.files) : result;
    expect(read.ok && totalArea(read.venue.units[0]!.area)).toBeCloseTo(200, 0);
  }
});

test('junk in an extract never throws, and what comes out can be read', () => {
  const random = seededRandom(11);
  const junk = [null, 42, 'x', [], {}, [[]], [[null]], [[['a', 'b']]], undefined, { type: 'Point' }];
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  for (let run = 0; run < 200; run++) {
    const features = [corridor('0'), room('0'), node({ door: 'yes', level: '0' }, 4, 5)] as unknown as Record<
      string,
      unknown
    >[];
    const broken = pick(features);
    const inner = pick([broken, broken.geometry, broken.properties]) as Record<string, unknown>;
    inner[pick(Object.keys(inner))] = pick(junk);
    const result = importIndoor('x.geojson', bytes(JSON.stringify({ type: 'FeatureCollection', features })));
    if (result.ok) expect(readVenue(result.files).ok).toBe(true);
  }
});
