import { type LngLat, ringContains } from '@daoyin/geometry';
import { XMLParser } from 'fast-xml-parser';
import type { Issue } from '../types';
import { assembleRings } from './assemble-rings';
import { isAreaByTags, type OsmElement, type OsmResult, type Tags } from './osm-element';

interface XmlTag {
  readonly k?: string;
  readonly v?: string;
}

interface XmlPrimitive {
  readonly id?: string;
  readonly lat?: string;
  readonly lon?: string;
  readonly action?: string;
  readonly visible?: string;
  readonly tag?: readonly XmlTag[];
  readonly nd?: readonly { readonly ref?: string }[];
  readonly member?: readonly { readonly type?: string; readonly ref?: string; readonly role?: string }[];
}

const LISTS = new Set(['node', 'way', 'relation', 'tag', 'nd', 'member']);

/** The tagged elements of an `.osm` file (OSM XML 0.6): nodes, ways and multipolygon relations, without what is deleted. */
export function parseOsmXml(text: string): OsmResult {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    isArray: (name) => LISTS.has(name),
  });
  let osm: Readonly<Record<string, readonly XmlPrimitive[]>> | undefined;
  try {
    osm = parser.parse(text).osm;
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
  if (typeof osm !== 'object' || osm === null) return failed('there is no <osm> element');
  return toElements(osm);
}

function failed(reason: string): OsmResult {
  return {
    elements: [],
    issues: [{ severity: 'error', kind: 'broken-xml', message: `The file is no OSM XML: ${reason}.` }],
  };
}

function toElements(osm: Readonly<Record<string, readonly XmlPrimitive[]>>): OsmResult {
  const alive = (list: readonly XmlPrimitive[] = []) =>
    list.filter(({ action, visible }) => action !== 'delete' && visible !== 'false');
  const places = new Map(alive(osm.node).map((node) => [node.id ?? '', placeOf(node)]));
  const ways = new Map(
    alive(osm.way).map((way) => [way.id ?? '', (way.nd ?? []).map(({ ref }) => ref ?? '')]),
  );
  const issues: Issue[] = [];
  const elements: OsmElement[] = [];
  for (const node of alive(osm.node)) {
    const at = places.get(node.id ?? '');
    if (at && node.tag) elements.push({ id: `node/${node.id}`, tags: tagsOf(node), kind: 'point', at });
  }
  const line = (refs: readonly string[]) =>
    refs.map((ref) => places.get(ref)).filter((place) => place !== undefined);
  for (const way of alive(osm.way)) {
    const refs = ways.get(way.id ?? '') ?? [];
    const element = way.tag && wayElement(`way/${way.id}`, tagsOf(way), refs, line(refs));
    if (element) elements.push(element);
  }
  for (const relation of alive(osm.relation)) {
    const element = relationElement(relation, ways, line, issues);
    if (element) elements.push(element);
  }
  return { elements, issues };
}

function placeOf({ lat, lon }: XmlPrimitive): LngLat | undefined {
  const [x, y] = [Number(lon), Number(lat)];
  return Number.isFinite(x) && Number.isFinite(y) && lon !== undefined ? [x, y] : undefined;
}

function tagsOf({ tag = [] }: XmlPrimitive): Tags {
  return Object.fromEntries(tag.map(({ k = '', v = '' }) => [k, v]));
}

function wayElement(
  id: string,
  tags: Tags,
  refs: readonly string[],
  line: readonly LngLat[],
): OsmElement | undefined {
  if (line.length < 2) return undefined;
  const closed = refs.length >= 4 && refs[0] === refs.at(-1);
  return closed && isAreaByTags(tags)
    ? { id, tags, kind: 'area', polygons: [[line]] }
    : { id, tags, kind: 'line', line };
}

function relationElement(
  relation: XmlPrimitive,
  ways: ReadonlyMap<string, readonly string[]>,
  line: (refs: readonly string[]) => readonly LngLat[],
  issues: Issue[],
): OsmElement | undefined {
  const tags = tagsOf(relation);
  if (tags.type !== 'multipolygon') return undefined;
  const id = `relation/${relation.id}`;
  const pieces = (inner: boolean) =>
    (relation.member ?? [])
      .filter(({ type, role }) => type === 'way' && (role === 'inner') === inner)
      .flatMap(({ ref }) => (ways.has(ref ?? '') ? [ways.get(ref ?? '')!] : []));
  const [outer, inner] = [assembleRings(pieces(false)), assembleRings(pieces(true))];
  if (outer.open + inner.open > 0) {
    const message = `${id}: ${outer.open + inner.open} of its rings are not closed; they are left out.`;
    issues.push({ severity: 'warning', kind: 'ring-not-closed', featureId: id, message });
  }
  const holes = inner.rings.map(line);
  const polygons = outer.rings
    .map(line)
    .map((ring) => [ring, ...holes.filter((hole) => isInside(hole, ring))]);
  return polygons.length === 0 ? undefined : { id, tags, kind: 'area', polygons };
}

function isInside(hole: readonly LngLat[], ring: readonly LngLat[]): boolean {
  const asPoint = ([x, y]: LngLat) => ({ x, y });
  return hole.some((position) => ringContains(ring.map(asPoint), asPoint(position)));
}
