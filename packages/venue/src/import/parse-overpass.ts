import { z } from 'zod';
import type { OsmResult } from './osm-element';
import { elementsOf } from './osm-primitives';

const id = z.union([z.number(), z.string()]).transform(String);
const tags = z.record(z.string(), z.string()).default({});
const lat = z.number().gt(-90).lt(90);
const lon = z.number().min(-180).max(180);
const node = z.object({ type: z.literal('node'), id, lat, lon, tags });
const way = z.object({ type: z.literal('way'), id, nodes: z.array(id), tags });
const member = z.object({ type: z.string(), ref: id, role: z.string().default('') });
const relation = z.object({ type: z.literal('relation'), id, tags, members: z.array(member) });

/** The elements of an answer of the Overpass API (`[out:json]`); what is none is left out and counted. */
export function parseOverpass(elements: readonly unknown[]): OsmResult {
  const nodes = elements.flatMap((element) => node.safeParse(element).data ?? []);
  const ways = elements.flatMap((element) => way.safeParse(element).data ?? []);
  const relations = elements.flatMap((element) => relation.safeParse(element).data ?? []);
  const { elements: found, issues } = elementsOf({
    nodes: nodes.map(({ lon, lat, ...rest }) => ({ ...rest, at: [lon, lat] as const })),
    ways: ways.map(({ nodes: refs, ...rest }) => ({ ...rest, refs })),
    relations,
  });
  const lost = elements.length - nodes.length - ways.length - relations.length;
  if (lost === 0) return { elements: found, issues };
  const message = `${lost} of ${elements.length} elements are no node, way or relation with its parts; they are left out.`;
  return { elements: found, issues: [...issues, { severity: 'warning', kind: 'bad-element', message }] };
}
