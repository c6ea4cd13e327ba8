import type { Level, Unit } from '../types';
import { unionOfAreas } from './boolean';
import type { Report } from './report';

/** Levels without an outline of their own get that of their units, said as an assumption. */
export function completeOutlines(
  levels: readonly Level[],
  units: readonly Unit[],
  report: Report,
): readonly Level[] {
  return levels.map((level) => {
    if (level.outline.length > 0) return level;
    const areas = units.filter((unit) => unit.level === level.shortName).flatMap((unit) => unit.area);
    if (areas.length === 0) return level;
    report({
      severity: 'assumption',
      kind: 'outline-assumed',
      file: 'level.geojson',
      featureId: level.id,
      message: `level ${level.id}: it has no outline; that of its ${areas.length} areas is taken.`,
    });
    return { ...level, outline: unionOfAreas(areas) };
  });
}
