import { connectorKind } from '../archive/connector-kind';
import type { Level } from '../types';
import { issueOf, type Rule, type RuleContext } from './rule';

/** A connector joins at least two storeys. */
export const connectorsJoinStoreys: Rule = function* (context) {
  for (const connector of context.venue.connectors) {
    if (new Set(ordinalsOf(connector.unitIds, context)).size >= 2) continue;
    const message = `the units of the ${connector.kind} are all on one level.`;
    yield issueOf('relationship', connector.id, 'error', 'connector-one-level', message);
  }
};

/** Every storey can be reached from the ground storey by connectors. */
export const storeysAreConnected: Rule = function* (context) {
  const { levels, connectors } = context.venue;
  const ordinals = [...new Set(levels.map(({ ordinal }) => ordinal))];
  if (ordinals.length < 2) return;
  const joined = connectors.map(({ unitIds }) => ordinalsOf(unitIds, context));
  const ground = ordinals.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));
  const reached = reachedFrom(ground, joined);
  for (const level of levels) {
    if (reached.has(level.ordinal) && (level.ordinal !== ground || reached.size > 1)) continue;
    yield unreached(level, joined);
  }
};

/** A lift, escalator or stairs belongs to a connector. */
export const shaftsAreConnected: Rule = function* ({ venue }) {
  if (new Set(venue.levels.map(({ ordinal }) => ordinal)).size < 2) return;
  const joined = new Set(venue.connectors.flatMap(({ unitIds }) => unitIds));
  for (const unit of venue.units) {
    const kind = connectorKind(unit.category);
    if (!kind || kind === 'ramp' || joined.has(unit.id)) continue;
    const message = `the ${kind} is in no relationship and stands over no other, so it leads nowhere.`;
    yield issueOf('unit', unit.id, 'warning', 'shaft-without-connector', message);
  }
};

function ordinalsOf(unitIds: readonly string[], { unitById, levelByName }: RuleContext): readonly number[] {
  return unitIds.flatMap((id) => {
    const ordinal = levelByName.get(unitById.get(id)?.level ?? '')?.ordinal;
    return ordinal === undefined ? [] : [ordinal];
  });
}

function reachedFrom(ground: number, joined: readonly (readonly number[])[]): ReadonlySet<number> {
  const reached = new Set([ground]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const ordinals of joined) {
      if (ordinals.some((ordinal) => reached.has(ordinal)))
        for (const ordinal of ordinals) reached.add(ordinal);
    }
  }
  return reached;
}

function unreached(level: Level, joined: readonly (readonly number[])[]) {
  const alone = !joined.some((ordinals) => ordinals.includes(level.ordinal));
  const message = alone
    ? `no lift, stairs, escalator or ramp joins "${level.shortName}" to another storey.`
    : `the connectors of "${level.shortName}" do not lead to the ground storey.`;
  return issueOf('level', level.id, 'error', alone ? 'level-without-connector' : 'level-cut-off', message);
}
