import type { GeoJsonGeometry } from '../archive/draft';
import type { FeatureType } from '../archive/feature-type';
import type { FeatureId, Labels } from '../types';

/** A feature as the document alone would write it. */
export interface PlainFeature {
  readonly id: FeatureId;
  readonly geometry: GeoJsonGeometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type PlainFeatures = ReadonlyMap<FeatureType, readonly PlainFeature[]>;

/** The id of a level by its short name. */
export type LevelId = (level: string) => FeatureId | null;

/** LABELS, or null where there is no text, as IMDF has it. */
export function labelsOrNull(name: Labels): Labels | null {
  return Object.keys(name).length > 0 ? name : null;
}

/** A list, or null where it is empty, as IMDF has it. */
export function listOrNull<T>(items: readonly T[]): readonly T[] | null {
  return items.length > 0 ? items : null;
}
