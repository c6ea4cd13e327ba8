import { multiPolygonContains, type Point } from '@daoyin/geometry';
import type { FeatureId, Fixture, Kiosk, Level, Unit } from '../types';
import type { RawFeature } from './read-features';

/** Finds the level of what IMDF gives only a unit or nothing (anchors, amenities). */
export interface Placement {
  readonly levelAt: (feature: RawFeature, point: Point, unitIds: readonly FeatureId[]) => string | undefined;
}

/**
 * The level by the units that the feature names; else by the `level_id` that some exporters add; else by the fixture or kiosk
 * that names it as its anchor; else the lowest level from the ground up that has a unit there, which is said as an
 * assumption.
 */
export function placement(
  levels: readonly Level[],
  levelById: ReadonlyMap<FeatureId, Level>,
  units: readonly Unit[],
  furniture: readonly (Fixture | Kiosk)[],
): Placement {
  const levelOfUnit = new Map(units.map((unit) => [unit.id, unit.level]));
  const levelOfAnchor = new Map(
    furniture.flatMap(({ anchorId, level }) => (anchorId ? [[anchorId, level] as const] : [])),
  );
  return {
    levelAt(feature, point, unitIds) {
      for (const id of unitIds) {
        if (!levelOfUnit.has(id)) {
          feature.report(
            'error',
            'dangling-reference',
            `it names the unit "${id}", which is not in the archive.`,
          );
        }
      }
      const named = unitIds.map((id) => levelOfUnit.get(id)).find((level) => level !== undefined);
      const given = levelById.get(String(feature.properties.level_id))?.shortName;
      return named ?? given ?? levelOfAnchor.get(feature.id) ?? levelByPlace(feature, point, levels, units);
    },
  };
}

function levelByPlace(
  feature: RawFeature,
  point: Point,
  levels: readonly Level[],
  units: readonly Unit[],
): string | undefined {
  const fromGround = [...levels].sort(
    (a, b) => Number(a.ordinal < 0) - Number(b.ordinal < 0) || Math.abs(a.ordinal) - Math.abs(b.ordinal),
  );
  const hasUnitThere = (level: Level) =>
    units.some((unit) => unit.level === level.shortName && multiPolygonContains(unit.area, point));
  const level =
    fromGround.find(hasUnitThere) ??
    fromGround.find((candidate) => multiPolygonContains(candidate.outline, point)) ??
    fromGround[0];
  if (level && levels.length > 1) {
    feature.report('assumption', 'level-assumed', `it names no unit; level "${level.shortName}" is taken.`);
  }
  return level?.shortName;
}
