import type { Connector, ConnectorKind, Level, Unit } from '../types';
import { connectorKind } from './connector-kind';
import { areasOverlap } from './overlap';
import type { Report } from './report';

/**
 * Connectors that no relationship gives: lifts, stairs, escalators and ramps that stand over each other on neighbouring
 * storeys. Lifts join into one shaft, the others in pairs. Each is said as an assumption.
 */
export function assumeConnectors(
  given: readonly Connector[],
  levels: readonly Level[],
  units: readonly Unit[],
  report: Report,
): readonly Connector[] {
  const ordinals = [...new Set(levels.map((level) => level.ordinal))].sort((a, b) => a - b);
  const ordinalOf = new Map(levels.map((level) => [level.shortName, level.ordinal]));
  const pairs = ordinals.slice(1).flatMap((upper, i) => {
    const lower = ordinals[i]!;
    const on = (ordinal: number) => units.filter((unit) => ordinalOf.get(unit.level) === ordinal);
    return overlapping(on(lower), on(upper), given);
  });
  const connectors = [...shafts(pairs), ...pairs.filter(({ kind }) => kind !== 'elevator').map(asConnector)];
  for (const connector of connectors) report(assumption(connector, units));
  return connectors;
}

interface Pair {
  readonly kind: ConnectorKind;
  readonly unitIds: readonly string[];
}

function overlapping(
  lower: readonly Unit[],
  upper: readonly Unit[],
  given: readonly Connector[],
): readonly Pair[] {
  return lower.flatMap((below) => {
    const kind = connectorKind(below.category);
    if (!kind) return [];
    const above = upper.filter(
      (unit) => connectorKind(unit.category) === kind && areasOverlap(below.area, unit.area),
    );
    return above
      .filter((unit) => !isJoined(below, upper, given) && !isJoined(unit, lower, given))
      .map((unit) => ({ kind, unitIds: [below.id, unit.id] }));
  });
}

function isJoined(unit: Unit, storey: readonly Unit[], given: readonly Connector[]): boolean {
  return given.some(
    ({ unitIds }) => unitIds.includes(unit.id) && storey.some(({ id }) => unitIds.includes(id)),
  );
}

function shafts(pairs: readonly Pair[]): readonly Connector[] {
  const chains: string[][] = [];
  for (const { kind, unitIds } of pairs) {
    if (kind !== 'elevator') continue;
    const [below, above] = unitIds as [string, string];
    const chain = chains.find((candidate) => candidate.at(-1) === below);
    if (chain) chain.push(above);
    else chains.push([below, above]);
  }
  return chains.map((unitIds) => asConnector({ kind: 'elevator', unitIds }));
}

function asConnector({ kind, unitIds }: Pair): Connector {
  return { id: `${kind}:${unitIds.join('+')}`, kind, unitIds, direction: 'both', assumed: true };
}

function assumption(connector: Connector, units: readonly Unit[]) {
  const storeys = connector.unitIds.map((id) => units.find((unit) => unit.id === id)!.level);
  return {
    severity: 'assumption' as const,
    kind: 'connector-assumed',
    file: 'relationship.geojson',
    featureId: connector.unitIds[0]!,
    message: `No relationship joins the ${connector.kind} ${connector.unitIds.join(', ')}: they stand over each other on ${storeys.join(', ')} and are taken as one connection.`,
  };
}
