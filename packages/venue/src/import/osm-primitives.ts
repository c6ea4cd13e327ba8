import { type LngLat, ringContains } from '@daoyin/geometry';
import type { Issue } from '../types';
import { assembleRings } from './assemble-rings';
import { isAreaByTags, type OsmElement, type OsmResult, type Tags } from './osm-element';

/** Nodes, ways and relations as OSM XML and Overpass JSON have them, ids as text. */
export interface OsmPrimitives {
  readonly nodes: readonly { readonly id: string; readonly at: LngLat | undefined; readonly tags: Tags }[];
  readonly ways: readonly { readonly id: string; readonly refs: readonly string[]; readonly tags: Tags }[];
  readonly relations: readonly {
    readonly id: string;
    readonly tags: Tags;
    readonly members: readonly { readonly type: string; readonly ref: string; readonly role: string }[];
  }[];
}

/** The tagged elements with their shapes: points, lines and areas, multipolygons assembled from their ways. */
export function elementsOf({ nodes, ways, relations }: OsmPrimitives): OsmResult {
  const places = new Map(nodes.map(({ id, at }) => [id, at]));
  const refsOf = new Map(ways.map(({ id, refs }) => [id, refs]));
  const line = (refs: readonly string[]) =>
    refs.map((ref) => places.get(ref)).filter((place) => place !== undefined);
  const issues: Issue[] = [];
  const points = nodes.flatMap(({ id, at, tags }): readonly OsmElement[] =>
    at && isTagged(tags) ? [{ id: `node/${id}`, tags, kind: 'point', at }] : [],
  );
  const lines = ways.flatMap(({ id, refs, tags }) =>
    isTagged(tags) ? (wayElement(`way/${id}`, tags, refs, line(refs)) ?? []) : [],
  );
  const areas = relations.flatMap((relation) => relationElement(relation, refsOf, line, issues) ?? []);
  return { elements: [...points, ...lines, ...areas], issues };
}

function isTagged(tags: Tags): boolean {
  return Object.keys(tags).length > 0;
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
  relation: OsmPrimitives['relations'][number],
  ways: ReadonlyMap<string, readonly string[]>,
  line: (refs: readonly string[]) => readonly LngLat[],
  issues: Issue[],
): OsmElement | undefined {
  const { tags, members } = relation;
  if (tags.type !== 'multipolygon') return undefined;
  const id = `relation/${relation.id}`;
  const pieces = (inner: boolean) =>
    members
      .filter(({ type, role }) => type === 'way' && (role === 'inner') === inner)
      .flatMap(({ ref }) => (ways.has(ref) ? [ways.get(ref)!] : []));
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
