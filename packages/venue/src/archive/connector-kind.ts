import type { ConnectorKind } from '../types';

const KINDS: ReadonlyMap<string, ConnectorKind> = new Map([
  ['elevator', 'elevator'],
  ['lift', 'elevator'],
  ['escalator', 'escalator'],
  ['stairs', 'stairs'],
  ['stair', 'stairs'],
  ['staircase', 'stairs'],
  ['ramp', 'ramp'],
]);

/** The kind of vertical connection that a unit or relationship category names, in the spellings that are seen. */
export function connectorKind(category: string): ConnectorKind | undefined {
  return KINDS.get(category.trim().toLowerCase());
}
