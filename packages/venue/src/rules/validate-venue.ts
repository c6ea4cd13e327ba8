import type { BeaconRegister, Issue, Severity, Venue } from '../types';
import { floorsDoNotOverlap, levelsHaveFloors, unitsAreInTheirLevel, unitsAreNoSlivers } from './areas';
import { beaconsAreDistinct, beaconsArePlaced, beaconsArePlausible, beaconsHaveIdentity } from './beacons';
import { connectorsJoinStoreys, shaftsAreConnected, storeysAreConnected } from './connectors';
import { doorsLeadSomewhere } from './doors';
import { idsAreUnique, levelsExist, referencesResolve } from './references';
import { type Rule, ruleContext } from './rule';
import {
  anchorsAreInTheirUnit,
  windowNumbersAreUnique,
  windowsHaveCounter,
  windowsHaveStandingPoint,
} from './windows';
import { categoriesAreKnown, hoursParse, namesArePresent, namesAreTranslated } from './words';

/** The rules that need only the document and the register. Whether one can walk there is routing's to say. */
export const STRUCTURAL_RULES: readonly Rule[] = [
  idsAreUnique,
  referencesResolve,
  levelsExist,
  levelsHaveFloors,
  unitsAreInTheirLevel,
  floorsDoNotOverlap,
  unitsAreNoSlivers,
  doorsLeadSomewhere,
  connectorsJoinStoreys,
  storeysAreConnected,
  shaftsAreConnected,
  windowNumbersAreUnique,
  windowsHaveStandingPoint,
  windowsHaveCounter,
  anchorsAreInTheirUnit,
  hoursParse,
  categoriesAreKnown,
  namesArePresent,
  namesAreTranslated,
  beaconsAreDistinct,
  beaconsHaveIdentity,
  beaconsArePlaced,
  beaconsArePlausible,
];

export interface ValidationInput {
  readonly venue: Venue;
  /** What `readVenue` and `readBeaconRegister` found: it comes first, and is not said twice. */
  readonly issues?: readonly Issue[];
  readonly register?: BeaconRegister;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, assumption: 2 };

/** Every finding about a venue, errors first. `moreRules` adds those of other packages, such as reachability. */
export function validateVenue(
  { venue, issues = [], register }: ValidationInput,
  moreRules: readonly Rule[] = [],
): readonly Issue[] {
  const context = ruleContext(venue, register);
  const said = new Set(issues.map(keyOf));
  const found = [...STRUCTURAL_RULES, ...moreRules].flatMap((rule) =>
    [...rule(context)].filter((issue) => !said.has(keyOf(issue))),
  );
  return [...issues, ...found].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

function keyOf({ kind, featureId }: Issue): string {
  return `${kind} ${featureId ?? ''}`;
}
