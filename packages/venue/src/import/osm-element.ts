import type { LngLat } from '@daoyin/geometry';
import type { Issue } from '../types';

export type Tags = Readonly<Record<string, string>>;

/** A node, way or multipolygon of OpenStreetMap with its shape in degrees. `id` is such as `way/398056920`. */
export type OsmElement = { readonly id: string; readonly tags: Tags } & (
  | { readonly kind: 'point'; readonly at: LngLat }
  | { readonly kind: 'line'; readonly line: readonly LngLat[] }
  /** Outer ring first, then holes, each polygon; rings are closed. */
  | { readonly kind: 'area'; readonly polygons: readonly (readonly (readonly LngLat[])[])[] }
);

export interface OsmResult {
  readonly elements: readonly OsmElement[];
  readonly issues: readonly Issue[];
}

/**
 * The levels of a `level` or `repeat_on` tag (OpenStreetMap wiki, Simple Indoor Tagging): `0;1`, `-1-2` as a range, `0.5`.
 * Empty where there is none or it is no number.
 */
export function levelsOf(tags: Tags): readonly number[] {
  const text = [tags.level, tags.repeat_on].filter(Boolean).join(';');
  const levels = text.split(/[;,]/).flatMap((part) => {
    const [, from, to] = /^\s*(-?\d+(?:\.\d+)?)(?:\s*-\s*(-?\d+(?:\.\d+)?))?\s*$/.exec(part) ?? [];
    if (from === undefined) return [];
    return to === undefined ? [Number(from)] : wholeRange(Number(from), Number(to));
  });
  return [...new Set(levels)].sort((a, b) => a - b);
}

function wholeRange(from: number, to: number): readonly number[] {
  const length = Math.min(200, Math.max(0, Math.floor(to - from) + 1));
  return Array.from({ length }, (_, i) => from + i);
}

/** Closed ways that are areas: everything indoors but walls, and what OSM draws as an area by convention. */
export function isAreaByTags(tags: Tags): boolean {
  if (tags.area === 'no' || tags.indoor === 'wall') return false;
  if (tags.area === 'yes' || tags.indoor || tags.building || tags['building:part'] || tags.room) return true;
  if (tags.highway === 'elevator' || tags.elevator === 'yes' || tags.stairs === 'yes') return true;
  return Boolean(
    tags.shop || tags.amenity || tags.railway === 'platform' || tags.public_transport === 'platform',
  );
}
