import type { ChainEvent } from '@daoyin/beacon-ingest';
import {
  type BeaconEvidence,
  BeaconWitness,
  EvidenceMaker,
  type Position,
  WitnessSite,
} from '@daoyin/positioning';
import type { BeaconRegister, Venue } from '@daoyin/venue';

const SECOND_MS = 1000;

/** What listens beside a visitor's chain, on this device, for what the walk says of the beacons. */
export interface GuideWitness {
  hear(events: readonly ChainEvent[]): void;
  /** Looks once a second where the walker is. */
  settle(atMs: number, positionAt: (atMs: number) => Position | undefined): void;
  /** What the walk says of one beacon that is out of reach by now; `draw` (0 … 1) says of which. */
  evidence(draw: number): BeaconEvidence | undefined;
}

/** What it needs of the hall is made when the first beacon is heard: most pages hear none. */
export function startWitness(hall: {
  readonly register: BeaconRegister;
  readonly venue?: Venue;
}): GuideWitness {
  let heard: { readonly witness: BeaconWitness; readonly maker: EvidenceMaker } | undefined;
  let settledMs = Number.NEGATIVE_INFINITY;
  const begin = () => {
    const site = new WitnessSite(hall);
    return { witness: new BeaconWitness(site), maker: new EvidenceMaker(site) };
  };
  return {
    hear(events) {
      for (const event of events) {
        if (event.kind !== 'reading') continue;
        heard ??= begin();
        heard.witness.observe(event.reading);
      }
    },
    settle(atMs, positionAt) {
      const clockWentBack = atMs < settledMs;
      if (heard === undefined || (!clockWentBack && atMs - settledMs < SECOND_MS)) return;
      settledMs = atMs;
      const position = clockWentBack ? undefined : positionAt(atMs);
      heard.witness.settle(position && { ...position, atMs });
    },
    evidence(draw) {
      const testimony = heard?.witness.tellOne(draw);
      return testimony && heard!.maker.make(testimony);
    },
  };
}
