import type { LngLat } from '@daoyin/geometry';
import { XMLParser } from 'fast-xml-parser';
import { asLngLat } from '../archive/read-geometry';
import { reasonOf } from '../archive/report';
import type { OsmResult, Tags } from './osm-element';
import { elementsOf, type OsmPrimitives } from './osm-primitives';

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
    return failed(reasonOf(error));
  }
  if (typeof osm !== 'object' || osm === null) return failed('there is no <osm> element');
  return elementsOf(primitivesOf(osm));
}

function failed(reason: string): OsmResult {
  return {
    elements: [],
    issues: [{ severity: 'error', kind: 'broken-xml', message: `The file is no OSM XML: ${reason}.` }],
  };
}

function primitivesOf(osm: Readonly<Record<string, readonly XmlPrimitive[]>>): OsmPrimitives {
  const alive = (list: readonly XmlPrimitive[] = []) =>
    list.filter(({ action, visible }) => action !== 'delete' && visible !== 'false');
  return {
    nodes: alive(osm.node).map((node) => ({ id: node.id ?? '', at: placeOf(node), tags: tagsOf(node) })),
    ways: alive(osm.way).map((way) => ({
      id: way.id ?? '',
      refs: (way.nd ?? []).map(({ ref = '' }) => ref),
      tags: tagsOf(way),
    })),
    relations: alive(osm.relation).map((relation) => ({
      id: relation.id ?? '',
      tags: tagsOf(relation),
      members: (relation.member ?? []).map(({ type = '', ref = '', role = '' }) => ({ type, ref, role })),
    })),
  };
}

function placeOf({ lat, lon }: XmlPrimitive): LngLat | undefined {
  return lon === undefined || lat === undefined ? undefined : asLngLat([Number(lon), Number(lat)]);
}

function tagsOf({ tag = [] }: XmlPrimitive): Tags {
  return Object.fromEntries(tag.map(({ k = '', v = '' }) => [k, v]));
}
