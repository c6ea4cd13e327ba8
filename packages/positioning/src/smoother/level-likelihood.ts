import type { BeaconIndex } from '../beacon-index';
import type { RadioModel } from '../radio-model';
import type { RecentLevel } from '../recent-levels';
import { defaultReception, normalCdf } from '../reception';

const { sensitivityDbm } = defaultReception;
const MOST_BEACONS = 24;
/** What a level misses beside shadowing: fading within a second, the body, slabs that weaken by more or less than believed. */
const OWN_SD_DB = 6;
/** Residuals of neighbouring beacons are not independent, and their tails are long. */
const DEGREES_OF_FREEDOM = 4;
const TEMPER = 0.5;
/** A car, a crowd or a bag weakens all beacons alike, by so many dB at most; each dB costs something, for the known gain is the usual one. */
const MOST_WEAKENED_DB = 20;
const WEAKENED_STEP_DB = 4;
const COST_OF_A_DB = 0.5;
/** Beacons this near that should be heard and are not speak too, a little less than those heard: some are dead. */
const SILENCE_WITHIN = 20;
const WEIGHT_OF_SILENCE = 0.7;
/** A little above the sensitivity, where half of the packets are lost. */
const RECEIVED_DBM = sensitivityDbm + 2;
const ALIVE = 0.85;

/** A place on the level that the walker is thought to be on, and the receiver's gain. */
export interface Receiver {
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly gainDb: number;
}

/** A level expected of a beacon in dBm, with what it may miss. */
interface Expected {
  readonly meanDbm: number;
  readonly sd: number;
}

/**
 * How likely it is to hear in a second what is heard, and not to hear what is not, at a place of one level or another: Student's t of the
 * residuals and a beacon's chance to be silent. The weakening that all beacons share is whatever makes a level likeliest: in the steel
 * of a lift's car all are 15 dB weaker, which speaks for no level.
 */
export class LevelLikelihood {
  /** The placed beacons of each level. */
  private readonly hanging: readonly (readonly number[])[];

  constructor(
    private readonly index: BeaconIndex,
    private readonly model: RadioModel,
  ) {
    const { beacons, levels } = index;
    this.hanging = levels.map((_, level) =>
      [...beacons.keys()].filter((beacon) => beacons[beacon]!.placed && beacons[beacon]!.level === level),
    );
  }

  /** In nats, up to a constant that all levels share. */
  of(heard: readonly RecentLevel[], receiver: Receiver, level: number): number {
    const speaking = this.speaking(heard, receiver, level);
    const silent = this.silent(heard, receiver, level);
    let best = Number.NEGATIVE_INFINITY;
    for (let weaker = 0; weaker <= MOST_WEAKENED_DB; weaker += WEAKENED_STEP_DB) {
      let sum = -COST_OF_A_DB * weaker;
      for (const { rssiDbm, expected } of speaking) sum += logOfHearing(rssiDbm, expected, weaker);
      for (const expected of silent) sum += WEIGHT_OF_SILENCE * logOfSilence(expected, weaker);
      best = Math.max(best, sum);
    }
    return TEMPER * best;
  }

  private speaking(heard: readonly RecentLevel[], receiver: Receiver, level: number) {
    return heard
      .filter(({ beacon }) => this.index.beacons[beacon]!.placed && this.model.covers(beacon, level))
      .slice(0, MOST_BEACONS)
      .map(({ beacon, rssiDbm }) => ({ rssiDbm, expected: this.expected(beacon, receiver, level) }));
  }

  private silent(heard: readonly RecentLevel[], receiver: Receiver, level: number): readonly Expected[] {
    const speaking = new Set(heard.map(({ beacon }) => beacon));
    const silent: Expected[] = [];
    for (const beacon of this.hanging[level]!) {
      const { x, y } = this.index.beacons[beacon]!;
      if ((x - receiver.x) ** 2 + (y - receiver.y) ** 2 > SILENCE_WITHIN ** 2) continue;
      if (speaking.has(beacon) || !this.model.covers(beacon, level)) continue;
      silent.push(this.expected(beacon, receiver, level));
    }
    return silent;
  }

  private expected(beacon: number, { x, y, gainDb }: Receiver, level: number): Expected {
    return {
      meanDbm: this.model.expectedDbm(beacon, x, y, level) + gainDb,
      sd: Math.sqrt(OWN_SD_DB ** 2 + this.model.shadowSdDb(beacon, x, y, level) ** 2),
    };
  }
}

/** What is heard from below the sensitivity was heard because it was strong for once: no model tells how much. */
function logOfHearing(rssiDbm: number, { meanDbm, sd }: Expected, weaker: number): number {
  const z = (rssiDbm - Math.max(sensitivityDbm, meanDbm - weaker)) / sd;
  return -Math.log(sd) - ((DEGREES_OF_FREEDOM + 1) / 2) * Math.log1p((z * z) / DEGREES_OF_FREEDOM);
}

function logOfSilence({ meanDbm, sd }: Expected, weaker: number): number {
  return Math.log(1 - ALIVE * normalCdf((meanDbm - weaker - RECEIVED_DBM) / sd));
}
