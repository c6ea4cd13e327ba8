import { distance } from '@daoyin/geometry';
import type { Observation } from '@daoyin/positioning';
import type { TruthPoint } from '@daoyin/traces';

/** What of a walk is left to hear, by metres walked and the length of the whole way. */
export type Mix = (observation: Observation, walked: number, length: number) => boolean;

export const MIXES: Readonly<Record<string, Mix>> = {
  'beacons throughout': () => true,
  'beacons in the first half': (observation, walked, length) =>
    observation.kind !== 'reading' || walked < length / 2,
  'none for the middle 30 m': (observation, walked, length) =>
    observation.kind !== 'reading' || Math.abs(walked - length / 2) > 15,
  'an anchor, then beacons': (observation, walked, length) =>
    observation.kind !== 'reading' || walked > length / 2,
};

export function mixed(
  observations: readonly Observation[],
  truth: readonly TruthPoint[],
  mix: Mix,
): readonly Observation[] {
  const walked = [0];
  for (let i = 1; i < truth.length; i++) walked.push(walked[i - 1]! + distance(truth[i - 1]!, truth[i]!));
  let at = 0;
  return observations.filter((observation) => {
    while (at < truth.length - 1 && truth[at + 1]!.atMs <= observation.atMs) at++;
    return mix(observation, walked[at]!, walked.at(-1)!);
  });
}
