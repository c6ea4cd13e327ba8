import { join } from 'node:path';
import { surveyWalk } from '@daoyin/beacon-ingest';
import { calibrate } from '@daoyin/positioning';
import { type Comparison, compareWalk } from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { data, inputsOf, locate, registerOf, tetamWalks, truthOf, venueOf, walksIn } from './recorded';

/** Walks to locate with what was learnt from other walks. */
export interface CalibratedCase {
  readonly walk: string;
  readonly learnt: BeaconRegister;
  /** The register without what was learnt. */
  readonly plain: BeaconRegister;
  readonly venue?: Venue;
}

/** Each of the five walks with a map from the other four. */
export function tetamCases(): readonly CalibratedCase[] {
  const plain = registerOf(join(data, 'tetam/beacons.json'));
  return tetamWalks.map((walk) => {
    const others = tetamWalks.filter((other) => other !== walk);
    return { walk, plain, learnt: learn(plain, others) };
  });
}

const OFFICE_POWERS = [1, 2, 3];

/** A map learnt at each of these powers of the beacons, used at the other two. */
export function officeCases(learntAt: readonly number[] = OFFICE_POWERS): readonly CalibratedCase[] {
  const plain = registerOf(join(data, 'office/beacons.json'));
  const walkAt = (power: number): string => join(data, `office/power${power}`);
  const walks = OFFICE_POWERS.map(walkAt);
  return learntAt.map(walkAt).flatMap((survey) => {
    const learnt = learn(plain, [survey]);
    return walks.filter((walk) => walk !== survey).map((walk) => ({ walk, plain, learnt }));
  });
}

/** The reference hall's walks with its survey. */
export function hallCases(): readonly CalibratedCase[] {
  const venue = venueOf(join(data, 'hall/venue'));
  const plain = registerOf(join(data, 'hall/beacons.json'));
  const learnt = learn(plain, walksIn(join(data, 'hall/survey')), venue);
  return walksIn(join(data, 'hall/walks')).map((walk) => ({ walk, venue, plain, learnt }));
}

/** The case's walk, located causally. */
export function compareCase(
  { walk, plain, learnt, venue }: CalibratedCase,
  { estimator, map = true, steps = true }: { estimator?: string; map?: boolean; steps?: boolean } = {},
): Comparison {
  const inputs = inputsOf(walk).filter(({ kind }) => steps || kind !== 'step');
  const register = map ? learnt : plain;
  const context = { register, ...(venue && { venue }), ...(estimator !== undefined && { estimator }) };
  return compareWalk(truthOf(walk), locate(inputs, context));
}

function learn(register: BeaconRegister, walks: readonly string[], venue?: Venue): BeaconRegister {
  const surveys = walks.map((walk) => surveyWalk(register, inputsOf(walk), truthOf(walk)));
  return calibrate(register, surveys, venue).register;
}
