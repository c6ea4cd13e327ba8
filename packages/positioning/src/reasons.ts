import type { BeaconIndex } from './beacon-index';
import type { DropCounts } from './intake';

/** Fewer beacons than this at once do not make a place. */
const FEWEST_BEACONS = 3;
const LATELY_MS = 3000;

/** Remembers when each beacon was heard last, to say in words why there is no position. */
export class HeardLately {
  private readonly lastMs: Float64Array;

  constructor(private readonly index: BeaconIndex) {
    this.lastMs = new Float64Array(index.beacons.length).fill(Number.NEGATIVE_INFINITY);
  }

  hear(beacon: number, atMs: number): void {
    this.lastMs[beacon] = atMs;
  }

  /** Why nothing is said of a time, in English for a debug page. */
  whyAbsent(atMs: number): string {
    const newest = this.lastMs.reduce((latest, ms) => Math.max(latest, ms), Number.NEGATIVE_INFINITY);
    if (newest === Number.NEGATIVE_INFINITY) return 'no position: no beacon of the register was heard';
    if (atMs - newest > LATELY_MS) {
      return `no position: no beacon of the register was heard for ${Math.round((atMs - newest) / 1000)} s`;
    }
    const placed = this.index.beacons.filter(
      ({ placed }, i) => placed && atMs - this.lastMs[i]! <= LATELY_MS,
    );
    if (placed.length >= FEWEST_BEACONS) return 'no position: the evidence does not settle a place yet';
    return `no position: ${placed.length} beacons with a place were heard in the last ${LATELY_MS / 1000} s, and it takes ${FEWEST_BEACONS}`;
  }
}

const NAMED = 5;

/** What of the register is not believed, in words; nothing where all is. */
export function registerNotes({ beacons }: BeaconIndex): readonly string[] {
  const absurd = beacons.filter(({ powerKnown }) => !powerKnown).map(({ id }) => id);
  if (absurd.length === 0) return [];
  const names = absurd.slice(0, NAMED).join(', ') + (absurd.length > NAMED ? ', …' : '');
  return [`the register's power of ${absurd.length} beacons is absurd and not used: ${names}`];
}

/** What was refused and why, in words; nothing where nothing was. */
export function dropNotes(drops: Readonly<DropCounts>): readonly string[] {
  const counted = Object.entries(drops).filter(([, count]) => count > 0);
  if (counted.length === 0) return [];
  return [`dropped: ${counted.map(([reason, count]) => `${count} ${reason}`).join(', ')}`];
}
