import type { VenuePoint } from '@daoyin/geometry';
import { type Report, shown } from '../archive/report';
import type { BeaconEntry } from './schema';

const PLACEHOLDER_TEXT = /^(|\?+|-+|n\/?a|nan|none|null|unknown|tbd|未知)$/i;

/**
 * The position of a beacon; `undefined` where it is absent, null or a placeholder text, or where no level is known, which is
 * data to learn from and no fault; anything else that is no number is reported.
 */
export function positionOf(
  entry: BeaconEntry,
  level: string | undefined,
  id: string,
  report: Report,
): VenuePoint | undefined {
  const x = coordinate(entry.x);
  const y = coordinate(entry.y);
  for (const [field, value] of [
    ['x', x],
    ['y', y],
  ] as const) {
    if (value !== 'bad') continue;
    const message = `Beacon ${id}: "${field}" is ${shown(entry[field])}, not a number; its position counts as unknown.`;
    report({ severity: 'error', kind: 'bad-field', featureId: id, message });
  }
  if (typeof x !== 'number' || typeof y !== 'number') return undefined;
  if (level !== undefined) return { x, y, level };
  const message = `Beacon ${id} has x and y but no "level"; its position counts as unknown.`;
  report({ severity: 'error', kind: 'beacon-without-level', featureId: id, message });
  return undefined;
}

/** The entries that stand for "unknown": three or more at the very same spot and level, or two or more at (0, 0). */
export function findPlaceholders(entries: readonly BeaconEntry[]): ReadonlySet<BeaconEntry> {
  const bySpot = new Map<string, BeaconEntry[]>();
  for (const entry of entries) {
    const [x, y] = [coordinate(entry.x), coordinate(entry.y)];
    if (typeof x !== 'number' || typeof y !== 'number') continue;
    const key = x === 0 && y === 0 ? '0 0' : `${x} ${y} ${entry.level}`;
    bySpot.set(key, [...(bySpot.get(key) ?? []), entry]);
  }
  const crowded = [...bySpot].filter(([key, here]) => here.length >= (key === '0 0' ? 2 : 3));
  return new Set(crowded.flatMap(([, here]) => here));
}

function coordinate(value: unknown): number | undefined | 'bad' {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') {
    if (PLACEHOLDER_TEXT.test(value.trim())) return undefined;
    return Number.isFinite(Number(value)) ? Number(value) : 'bad';
  }
  if (typeof value !== 'number') return 'bad';
  return Number.isFinite(value) ? value : undefined;
}
