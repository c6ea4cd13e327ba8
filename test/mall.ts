import { join } from 'node:path';
import { type ChainInput, registerHeard, surveyWalk } from '@daoyin/beacon-ingest';
import { calibrate } from '@daoyin/positioning';
import { type Comparison, compareWalk } from '@daoyin/traces';
import type { BeaconRegister } from '@daoyin/venue';
import { data, inputsOf, locate, truthOf, walksIn } from './recorded';

/** The walks of a mall whose beacons nobody placed, on which a phone recorded its inertial sensors too. */
export const mallTests = (): readonly string[] => walksIn(join(data, 'mall/F1/test'));

/** What `daoyin calibrate` learns from the mall's survey without a register: every name that is heard, and no position. */
export function learnMall(): BeaconRegister {
  const surveys = walksIn(join(data, 'mall/F1/survey'));
  const register = registerHeard(surveys.flatMap((walk) => inputsOf(walk)));
  const walks = surveys.map((walk) => surveyWalk(register, inputsOf(walk), truthOf(walk)));
  return calibrate(register, walks).register;
}

/** One walk located causally every second, with its inertial samples or by radio alone, at its waypoints. */
export function compareMall(
  register: BeaconRegister,
  walk: string,
  { inertial = true, estimator }: { inertial?: boolean; estimator?: string } = {},
): Comparison {
  const inputs = [...inputsOf(walk), ...(inertial ? inputsOf(walk, 'inertial.jsonl') : [])];
  const inOrder = inputs.sort((a, b) => timeOf(a) - timeOf(b));
  return compareWalk(
    truthOf(walk),
    locate(inOrder, { register, ...(estimator !== undefined && { estimator }) }),
  );
}

function timeOf(input: ChainInput): number {
  return input.kind === 'advert' ? input.advert.atMs : input.atMs;
}
