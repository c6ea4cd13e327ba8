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
  const { levels, byId } = withUniqueNames(sorted, buildingNames);
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
  const ordinal = properties.ordinal ?? ordinalOf([properties.short_name, properties.name]);
  if (properties.ordinal === undefined) {
    feature.report('error', 'missing-ordinal', `"ordinal" is missing; ${ordinal} is taken.`);
  }
  const level: Level = {
    id: feature.id,
    shortName: shortNameOf(feature, properties.short_name, properties.name, ordinal, languages),
    ...(Object.keys(properties.short_name).length > 0 && { shortNames: properties.short_name }),
    name: properties.name,
    ordinal,
    elevation: ordinal * STOREY_HEIGHT,
    outdoor: properties.outdoor ?? false,
    outline: readAreas(feature, frame),
    buildingIds: properties.building_ids,
  };
  return { feature, level };
}

const ABOVE = /^(?:F|L|第)?\s*(\d{1,2})\s*(?:F|楼|层|樓|層)?$/i;
const BELOW = /^(?:B|-|−|负|地下)\s*(\d{1,2})\s*(?:F|楼|层|樓|層)?$/i;

/** The ordinal that a storey's sign means: 0 of `1F` and `1楼`, −1 of `B1` and `地下1层`; 0 where it says nothing. */
function ordinalOf(names: readonly Labels[]): number {
  for (const text of names.flatMap((labels) => Object.values(labels))) {
    const below = BELOW.exec(text.normalize('NFKC').trim())?.[1];
    if (below) return -Number(below);
    const above = ABOVE.exec(text.normalize('NFKC').trim())?.[1];
    if (above) return Number(above) - 1;
  }
  return 0;
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

/**
 * One level for each storey: levels of one ordinal and one name are parts of it, as where several buildings stand on one
 * ground; levels of one name on different storeys are told apart. Both are said.
 */
function withUniqueNames(
  read: readonly ReadLevel[],
  buildingNames: ReadonlyMap<FeatureId, string>,
): { readonly levels: readonly Level[]; readonly byId: ReadonlyMap<FeatureId, Level> } {
  const byName = new Map<string, Level>();
  const nameOf = new Map<FeatureId, string>();
  for (const { feature, level } of read) {
    const twin = [...byName.values()].find((other) => isSameStorey(other, level));
    const unique = twin
      ? joined(twin, level)
      : { ...level, shortName: freeName(level, byName, buildingNames) };
    byName.set(unique.shortName, unique);
    nameOf.set(level.id, unique.shortName);
    if (twin) {
      const message = `level ${twin.id} is "${twin.shortName}" on the same storey; they are one level here.`;
      feature.report('assumption', 'levels-joined', message);
    } else if (unique.shortName !== level.shortName) {
      const message = `another storey is "${level.shortName}"; it is "${unique.shortName}" here.`;
      feature.report('assumption', 'level-renamed', message);
    }
  }
  const byId = new Map([...nameOf].map(([id, name]) => [id, byName.get(name)!]));
  return { levels: [...byName.values()], byId };
}

/** One ordinal, and one short name in any language. */
function isSameStorey(a: Level, b: Level): boolean {
  const names = ({ shortName, shortNames = {} }: Level) => [shortName, ...Object.values(shortNames)];
  return a.ordinal === b.ordinal && names(a).some((name) => names(b).includes(name));
}

function joined(twin: Level, level: Level): Level {
  return {
    ...twin,
    outdoor: twin.outdoor && level.outdoor,
    outline: [...twin.outline, ...level.outline],
    buildingIds: [...new Set([...twin.buildingIds, ...level.buildingIds])],
  };
}

function freeName(
  { shortName, buildingIds }: Level,
  taken: ReadonlyMap<string, Level>,
  buildingNames: ReadonlyMap<FeatureId, string>,
): string {
  const building = buildingIds.map((id) => buildingNames.get(id)).find((name) => name);
  const candidates = [shortName, ...(building ? [`${shortName} (${building})`] : [])];
  for (let n = 2; n <= taken.size + 2; n++) candidates.push(`${shortName} (${n})`);
  return candidates.find((candidate) => !taken.has(candidate))!;
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
