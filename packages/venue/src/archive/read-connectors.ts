import type { Connector, ConnectorKind, FeatureId, Level, Opening, Unit } from '../types';
import { connectorKind } from './connector-kind';
import { areasTouch } from './overlap';
import type { RawFeature } from './read-features';
import { decodeProperties, propertySchemas } from './schemas';

interface Storeys {
  readonly units: ReadonlyMap<FeatureId, Unit>;
  readonly openings: ReadonlyMap<FeatureId, Opening>;
  readonly ordinalOf: ReadonlyMap<string, number>;
}

/**
 * The connectors of the relationships. The units of a relationship (origin, intermediary, destination) become one list by
 * rising ordinal with one unit a storey, the one of the connector's own category before a landing. An opening stands for
 * the unit of the connector's category on whose edge it lies.
 */
export function readConnectors(
  relationships: readonly RawFeature[],
  levels: readonly Level[],
  units: readonly Unit[],
  openings: readonly Opening[],
): readonly Connector[] {
  const storeys: Storeys = {
    units: new Map(units.map((unit) => [unit.id, unit])),
    openings: new Map(openings.map((opening) => [opening.id, opening])),
    ordinalOf: new Map(levels.map((level) => [level.shortName, level.ordinal])),
  };
  const connectors = relationships.flatMap((feature) => readConnector(feature, storeys) ?? []);
  return mergeShafts(connectors, storeys);
}

function readConnector(feature: RawFeature, storeys: Storeys): Connector | undefined {
  const properties = decodeProperties(propertySchemas.relationship, feature);
  const kind = properties && connectorKind(properties.category);
  if (!properties || !kind) return undefined;
  const ends = [properties.origin, ...properties.intermediary, properties.destination];
  const units = ends.flatMap((end) => (end ? (unitOfEnd(end, kind, feature, storeys) ?? []) : []));
  const chain = oneUnitAStorey(units, kind, storeys);
  if (chain.length < 2) {
    const message = `a ${kind} relationship must join units of two levels, it joins ${chain.length === 1 ? 'one' : 'none'}.`;
    feature.report('error', 'connector-one-level', message);
    return undefined;
  }
  const { hours } = properties;
  return {
    id: feature.id,
    kind,
    unitIds: chain.map((unit) => unit.id),
    direction: directionOf(properties.direction, units, storeys),
    ...(hours && { hours }),
    relationshipIds: [feature.id],
    assumed: false,
  };
}

function unitOfEnd(
  end: { readonly id: FeatureId; readonly feature_type: string },
  kind: ConnectorKind,
  feature: RawFeature,
  storeys: Storeys,
): Unit | undefined {
  const unit = storeys.units.get(end.id);
  if (unit) return unit;
  const opening = storeys.openings.get(end.id);
  if (!opening) {
    const message = `it joins the ${end.feature_type} "${end.id}", which is not in the archive.`;
    feature.report('error', 'dangling-reference', message);
    return undefined;
  }
  const onLevel = [...storeys.units.values()].filter((candidate) => candidate.level === opening.level);
  const door = [{ outer: opening.line, holes: [] }];
  const touched = onLevel.filter((candidate) => areasTouch(candidate.area, door, 0.3));
  return touched.find((candidate) => connectorKind(candidate.category) === kind) ?? touched[0];
}

function oneUnitAStorey(
  units: readonly Unit[],
  kind: ConnectorKind,
  { ordinalOf }: Storeys,
): readonly Unit[] {
  const byOrdinal = new Map<number, Unit>();
  for (const unit of units) {
    const ordinal = ordinalOf.get(unit.level)!;
    const present = byOrdinal.get(ordinal);
    if (!present || (connectorKind(present.category) !== kind && connectorKind(unit.category) === kind)) {
      byOrdinal.set(ordinal, unit);
    }
  }
  return [...byOrdinal].sort(([a], [b]) => a - b).map(([, unit]) => unit);
}

function directionOf(
  direction: string | null | undefined,
  units: readonly Unit[],
  { ordinalOf }: Storeys,
): Connector['direction'] {
  if (direction?.trim().toLowerCase() !== 'directed') return 'both';
  const first = ordinalOf.get(units[0]!.level)!;
  return ordinalOf.get(units.at(-1)!.level)! > first ? 'up' : 'down';
}

/**
 * Lifts that are given storey by storey and share a lift unit are one shaft, so that a ride waits once. Stairs and
 * escalators stay as given: a flight costs the same alone or in a chain.
 */
function mergeShafts(connectors: readonly Connector[], storeys: Storeys): readonly Connector[] {
  const merged: Connector[] = [];
  for (const connector of connectors) {
    let shaft = connector;
    let position = merged.length;
    for (let i = merged.length - 1; i >= 0; i--) {
      if (!isSameShaft(merged[i]!, shaft, storeys)) continue;
      const [other] = merged.splice(i, 1) as [Connector];
      shaft = joinShafts(other, shaft, storeys);
      position = i;
    }
    merged.splice(position, 0, shaft);
  }
  return merged;
}

function joinShafts(a: Connector, b: Connector, storeys: Storeys): Connector {
  const units = [...new Set([...a.unitIds, ...b.unitIds])].map((id) => storeys.units.get(id)!);
  return {
    ...a,
    unitIds: oneUnitAStorey(units, 'elevator', storeys).map((unit) => unit.id),
    relationshipIds: [a, b].flatMap(({ relationshipIds = [] }) => relationshipIds),
  };
}

function isSameShaft(a: Connector, b: Connector, { units }: Storeys): boolean {
  const lifts = a.kind === 'elevator' && b.kind === 'elevator';
  if (!lifts || a.direction !== b.direction || a.hours !== b.hours) return false;
  return a.unitIds.some(
    (id) => b.unitIds.includes(id) && connectorKind(units.get(id)!.category) === 'elevator',
  );
}
