import type { VenueFrame } from '@daoyin/geometry';
import { textInLanguages } from '../labels';
import type { FeatureId, Labels, Level } from '../types';
import type { RawFeature, RawFeatures } from './read-features';
import { readAreas } from './read-geometry';
import { decodeProperties, propertySchemas } from './schemas';

/** Floor to floor in metres, where an archive does not say: IMDF has no word for heights. */
export const STOREY_HEIGHT = 4.5;

export interface LevelIndex {
  /** By rising ordinal. */
  readonly levels: readonly Level[];
  readonly byId: ReadonlyMap<FeatureId, Level>;
  /** The `shortName` of the level that a feature names; reported, and the only level taken, where it names none. */
  readonly levelOf: (feature: RawFeature, levelId: FeatureId | undefined) => string | undefined;
}

/** The storeys of an archive, each with a short name that no other has. `languages` are the preferred ones, best first. */
export function readLevels(
  features: RawFeatures,
  frame: VenueFrame,
  languages: readonly string[],
): LevelIndex {
  const buildingNames = namesOfBuildings(features, languages);
  const read = features.get('level')!.flatMap((feature) => readLevel(feature, frame, languages) ?? []);
  const sorted = read.sort((a, b) => a.level.ordinal - b.level.ordinal);
  const levels = withUniqueNames(sorted, buildingNames);
  const byId = new Map(levels.map((level) => [level.id, level]));
  return { levels, byId, levelOf: (feature, levelId) => findLevel(feature, levelId, levels, byId) };
}

interface ReadLevel {
  readonly feature: RawFeature;
  readonly level: Level;
}

function readLevel(
  feature: RawFeature,
  frame: VenueFrame,
  languages: readonly string[],
): ReadLevel | undefined {
  const properties = decodeProperties(propertySchemas.level, feature);
  if (!properties) return undefined;
  if (properties.ordinal === undefined) {
    feature.report('error', 'missing-ordinal', '"ordinal" is missing; 0 is taken.');
  }
  const ordinal = properties.ordinal ?? 0;
  const level: Level = {
    id: feature.id,
    shortName: shortNameOf(feature, properties.short_name, properties.name, ordinal, languages),
    name: properties.name,
    ordinal,
    elevation: ordinal * STOREY_HEIGHT,
    outdoor: properties.outdoor,
    outline: readAreas(feature, frame),
    buildingIds: properties.building_ids,
  };
  return { feature, level };
}

function shortNameOf(
  feature: RawFeature,
  shortName: Labels,
  name: Labels,
  ordinal: number,
  languages: readonly string[],
): string {
  const given = textInLanguages(shortName, languages);
  if (given) return given;
  const instead = textInLanguages(name, languages) || String(ordinal);
  feature.report('assumption', 'missing-short-name', `"short_name" is missing; "${instead}" is taken.`);
  return instead;
}

function withUniqueNames(
  read: readonly ReadLevel[],
  buildingNames: ReadonlyMap<FeatureId, string>,
): readonly Level[] {
  const taken = new Set<string>();
  return read.map(({ feature, level }) => {
    const { shortName } = level;
    if (!taken.has(shortName)) {
      taken.add(shortName);
      return level;
    }
    const building = level.buildingIds.map((id) => buildingNames.get(id)).find((name) => name);
    const candidates = building ? [`${shortName} (${building})`] : [];
    for (let n = 2; n <= taken.size + 2; n++) candidates.push(`${shortName} (${n})`);
    const unique = candidates.find((candidate) => !taken.has(candidate))!;
    taken.add(unique);
    feature.report('assumption', 'level-renamed', `another level is "${shortName}"; it is "${unique}" here.`);
    return { ...level, shortName: unique };
  });
}

function namesOfBuildings(
  features: RawFeatures,
  languages: readonly string[],
): ReadonlyMap<FeatureId, string> {
  return new Map(
    features.get('building')!.map((feature) => {
      const properties = decodeProperties(propertySchemas.building, feature);
      return [feature.id, textInLanguages(properties?.name ?? {}, languages)];
    }),
  );
}

function findLevel(
  feature: RawFeature,
  levelId: FeatureId | undefined,
  levels: readonly Level[],
  byId: ReadonlyMap<FeatureId, Level>,
): string | undefined {
  const level = levelId === undefined ? undefined : byId.get(levelId);
  if (level) return level.shortName;
  const problem =
    levelId === undefined
      ? '"level_id" is missing'
      : `"level_id" is "${levelId}", which is no level of the archive`;
  if (levels.length === 1) {
    feature.report('warning', 'unknown-level', `${problem}; the only level is taken.`);
    return levels[0]!.shortName;
  }
  feature.report('error', 'unknown-level', `${problem}; it is left out.`);
  return undefined;
}
