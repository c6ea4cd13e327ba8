import type { BeaconRegister, FeatureId, Issue, Level, Severity, Unit, Venue } from '../types';

/** What a rule may look at. The indices are made once for all rules. */
export interface RuleContext {
  readonly venue: Venue;
  readonly register?: BeaconRegister;
  readonly levelByName: ReadonlyMap<string, Level>;
  readonly unitById: ReadonlyMap<FeatureId, Unit>;
  /** The units of all levels with one ordinal: buildings side by side share a ground. */
  readonly unitsByOrdinal: ReadonlyMap<number, readonly Unit[]>;
}

/** One rule of the domain: gives every breach of it, and nothing where there is none. It never throws. */
export type Rule = (context: RuleContext) => Iterable<Issue>;

export function ruleContext(venue: Venue, register?: BeaconRegister): RuleContext {
  const levelByName = new Map(venue.levels.map((level) => [level.shortName, level]));
  const unitsByOrdinal = new Map<number, Unit[]>();
  for (const unit of venue.units) {
    const ordinal = levelByName.get(unit.level)?.ordinal;
    if (ordinal === undefined) continue;
    const units = unitsByOrdinal.get(ordinal);
    if (units) units.push(unit);
    else unitsByOrdinal.set(ordinal, [unit]);
  }
  return {
    venue,
    ...(register && { register }),
    levelByName,
    unitById: new Map(venue.units.map((unit) => [unit.id, unit])),
    unitsByOrdinal,
  };
}

/** An issue about one feature of the archive; the message starts with what and which it is. */
export function issueOf(
  type: string,
  featureId: FeatureId,
  severity: Severity,
  kind: string,
  message: string,
  at?: Issue['at'],
): Issue {
  return {
    severity,
    kind,
    message: `${type} ${featureId}: ${message}`,
    file: `${type}.geojson`,
    featureId,
    ...(at && { at }),
  };
}
