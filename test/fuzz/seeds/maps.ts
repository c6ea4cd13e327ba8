import { venueFrame } from '@daoyin/geometry';
import { tinyArchive } from '../../../packages/venue/src/tiny-archive.test-support';
import { bytesOf } from '../forms/mutator';

const FRAME = venueFrame([113.39, 22.52]);
type XY = readonly [x: number, y: number];
type Tags = Readonly<Record<string, string>>;

interface Thing {
  readonly tags: Tags;
  /** A closed line is an area. */
  readonly line: readonly XY[];
}

const box = (x0: number, y0: number, x1: number, y1: number): readonly XY[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
  [x0, y0],
];

/** A small building as OpenStreetMap draws one indoors: every kind of element that the importer knows. */
const THINGS: readonly Thing[] = [
  { tags: { building: 'yes', name: '服务厅', 'name:en': 'Hall' }, line: box(0, 0, 20, 10) },
  { tags: { indoor: 'level', level: '0', name: '1F' }, line: box(0, 0, 20, 10) },
  { tags: { indoor: 'corridor', level: '0-1' }, line: box(0, 0, 20, 5) },
  { tags: { indoor: 'room', room: 'office', level: '0;1', name: 'Office' }, line: box(0, 5, 8, 10) },
  { tags: { indoor: 'area', level: '1', repeat_on: '2' }, line: box(12, 5, 20, 10) },
  { tags: { indoor: 'room', elevator: 'yes', level: '0;1' }, line: box(10, 5, 12, 7) },
  { tags: { indoor: 'room', stairs: 'yes', level: '0;1' }, line: box(8, 7, 10, 10) },
  {
    tags: { indoor: 'wall', level: '0' },
    line: [
      [2, 2],
      [6, 2],
    ],
  },
  {
    tags: { highway: 'steps', conveying: 'backward', incline: 'up', level: '0;1', width: '1 m' },
    line: [
      [5, 3],
      [9, 3],
    ],
  },
  { tags: { door: 'sliding', level: '0;1', width: '1.6' }, line: [[4, 5]] },
  { tags: { entrance: 'main', level: '0' }, line: [[10, 0]] },
  { tags: { highway: 'elevator', level: '0;1' }, line: [[15, 3]] },
  { tags: { shop: 'photo', name: '照相馆', level: '0', opening_hours: 'Mo-Fr 09:00-18:00' }, line: [[3, 3]] },
  { tags: { amenity: 'toilets', wheelchair: 'yes' }, line: [[6, 3]] },
  {
    tags: { door: 'hinged', level: '0' },
    line: [
      [8, 8],
      [8, 9],
    ],
  },
];

const elements = () => {
  const nodes: { type: 'node'; id: number; lat: number; lon: number; tags?: Tags }[] = [];
  const ways: { type: 'way'; id: number; nodes: number[]; tags: Tags }[] = [];
  for (const [i, { tags, line }] of THINGS.entries()) {
    const ids = line.map(([x, y]) => {
      const [lon, lat] = FRAME.venueToLngLat({ x, y });
      const known = nodes.find((node) => node.lon === lon && node.lat === lat && line.length > 1);
      if (known) return known.id;
      nodes.push({ type: 'node', id: nodes.length + 1, lat, lon, ...(line.length === 1 && { tags }) });
      return nodes.length;
    });
    if (line.length > 1) ways.push({ type: 'way', id: 100 + i, nodes: ids, tags });
  }
  const members = [100, 101].map((ref, i) => ({ type: 'way', ref, role: i === 0 ? 'outer' : 'inner' }));
  const relation = {
    type: 'relation',
    id: 900,
    members,
    tags: { type: 'multipolygon', indoor: 'area', level: '0' },
  };
  return { nodes, ways, relation };
};

/** Overpass JSON, GeoJSON of its elements, and an IMDF archive in one file. */
export function extracts(): readonly Uint8Array[] {
  const { nodes, ways, relation } = elements();
  const features = THINGS.map(({ tags, line }, i) => {
    const points = line.map(([x, y]) => FRAME.venueToLngLat({ x, y }));
    const geometry =
      line.length === 1
        ? { type: 'Point', coordinates: points[0] }
        : line.length === 2
          ? { type: 'LineString', coordinates: points }
          : {
              type: i % 2 === 0 ? 'Polygon' : 'MultiPolygon',
              coordinates: i % 2 === 0 ? [points] : [[points]],
            };
    return { type: 'Feature', id: `${line.length === 1 ? 'node' : 'way'}/${i}`, properties: tags, geometry };
  });
  const imdf = [...tinyArchive()].flatMap(([name, text]) =>
    name === 'manifest.json' ? [] : JSON.parse(text).features,
  );
  return [
    { version: 0.6, elements: [...nodes, ...ways, relation, { type: 'count' }] },
    { type: 'FeatureCollection', features },
    { type: 'FeatureCollection', features: imdf },
  ].map((value) => bytesOf(JSON.stringify(value)));
}

/** The same as `.osm`. */
export function osmXml(): Uint8Array {
  const { nodes, ways, relation } = elements();
  const tag = (tags: Tags) =>
    Object.entries(tags)
      .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
      .join('');
  const parts = [
    '<?xml version="1.0"?><!-- made up --><osm version="0.6">',
    ...nodes.map(
      ({ id, lat, lon, tags = {} }) => `<node id="${id}" lat="${lat}" lon='${lon}'>${tag(tags)}</node>`,
    ),
    ...ways.map(
      ({ id, nodes: refs, tags }) =>
        `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tag(tags)}</way>`,
    ),
    `<relation id="9">${relation.members.map(({ ref, role }) => `<member type="way" ref="${ref}" role="${role}"/>`).join('')}${tag(relation.tags)}</relation>`,
    '<way id="7" action="delete"><nd ref="1"/><tag k="name" v="A &amp; B &#21150; &#x5385;"/></way></osm>',
  ];
  return bytesOf(parts.join('\n'));
}
