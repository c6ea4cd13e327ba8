import type { SurveyTruth, SurveyWalk } from '@daoyin/positioning';
import type { Beacon, BeaconRegister } from '@daoyin/venue';
import { startChain } from './chain';
import { identityKey } from './identify';
import type { ChainInput } from './lines';
import { readAdvert } from './sightings';
import type { BeaconIdentity } from './types';

const USUAL_HEIGHT = 3; // m; beacons hang at 3–4 m
const USUAL_POWER_DBM = -59;

/** A register of every beacon that the inputs name, in the order of their names: what a survey starts from where there is no register. */
export function registerHeard(inputs: Iterable<ChainInput>, venue = ''): BeaconRegister {
  const beacons = new Map<string, Beacon>();
  for (const input of inputs) {
    const named = namedIn(input);
    if (named && !beacons.has(named.id)) {
      beacons.set(named.id, {
        ...named,
        height: USUAL_HEIGHT,
        measuredPowerDbm: USUAL_POWER_DBM,
        status: 'active',
      });
    }
  }
  return { venue, beacons: [...beacons.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** A survey walk of raw inputs, identified and cleaned by the same chain as every reading. Truth by rising time. */
export function surveyWalk(
  register: BeaconRegister,
  inputs: Iterable<ChainInput>,
  truth: readonly SurveyTruth[],
): SurveyWalk {
  const listening = { observe: () => {}, positionAt: () => undefined };
  const chain = startChain({ register, seed: 1, estimator: () => listening });
  const readings: { atMs: number; beaconId: string; rssiDbm: number }[] = [];
  for (const input of inputs) {
    for (const event of chain.push(input)) if (event.kind === 'reading') readings.push(event.reading);
  }
  return { readings, truth };
}

type Named = Pick<Beacon, 'id' | 'uuid' | 'major' | 'minor' | 'eddystone' | 'address'>;

/** Who an input is from. A device address counts only where nothing else is told: those of phones and headsets change. */
function namedIn(input: ChainInput): Named | undefined {
  if (input.kind === 'reading') return { id: input.beaconId };
  if (input.kind !== 'advert') return undefined;
  const [identity] = readAdvert(input.advert).identities;
  if (!identity || (identity.type === 'address' && input.advert.payload.kind !== 'address-only')) {
    return undefined;
  }
  return { id: identityKey(identity), ...fieldsOf(identity) };
}

function fieldsOf(identity: BeaconIdentity): Omit<Named, 'id'> {
  switch (identity.type) {
    case 'ibeacon':
      return { uuid: identity.uuid, major: identity.major, minor: identity.minor };
    case 'altbeacon': {
      const [uuid, major, minor] = identityKey(identity).split('/');
      return { uuid: uuid!, major: Number(major), minor: Number(minor) };
    }
    case 'eddystone-uid':
      return { eddystone: { namespace: identity.namespace, instance: identity.instance } };
    case 'address':
      return { address: identity.address };
  }
}
