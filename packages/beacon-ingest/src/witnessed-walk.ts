import { BeaconWitness, type WalkReport, WitnessSite } from '@daoyin/positioning';
import { type ChainEvent, type ChainSettings, startChain } from './chain';
import type { ChainInput } from './lines';

/**
 * What one walk says of the beacons: the inputs go through the chain, and a witness listens beside it. The register is the full one; what
 * the chain must not trust is said by `verdicts`. Several walks of one hall share a `site`.
 */
export function reportOfWalk(
  settings: Omit<ChainSettings, 'everyMs'>,
  inputs: Iterable<ChainInput>,
  site = new WitnessSite(settings),
): WalkReport {
  const chain = startChain({ ...settings, everyMs: 1000 });
  const witness = new BeaconWitness(site);
  const follow = (event: ChainEvent): void => {
    if (event.kind === 'reading') witness.observe(event.reading);
    else if (event.kind === 'position') witness.settle(event.position);
  };
  for (const input of inputs) chain.push(input).forEach(follow);
  chain.end().forEach(follow);
  return witness.report();
}
