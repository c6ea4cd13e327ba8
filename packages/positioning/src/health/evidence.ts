import type { IndexedBeacon } from '../beacon-index';
import type { PooledSquare } from './ledger';
import { PlaceJudge } from './place-judge';
import { type BeaconTestimony, middleOf } from './report';
import type { WitnessSite } from './witness';

/** What a device says of a beacon whose place it doubts: metres east and north of where the register has it, and the standard deviation along each axis. */
export interface Displacement {
  readonly east: number;
  readonly north: number;
  readonly sd: number;
}

/**
 * What a visitor's device may tell of one beacon: figures of the beacon, made on the device, none of which is a place of the device. There is
 * no square, no time, no name in it, and each stands for itself.
 */
export interface BeaconEvidence {
  readonly beaconId: string;
  /** As in `BeaconTestimony`. */
  readonly heard: number;
  readonly expected: BeaconTestimony['expected'];
  /** ln of how much better some other place of the beacon explains the walk than its registered one, between −3 and 6; absent where too little was heard to say. */
  readonly elsewhere?: number;
  /** What the beacon is stronger than registered, in dB, if it hangs where it is registered; with `elsewhere`. */
  readonly gainDb?: number;
  /** Where it seems to hang, only if `elsewhere` is above `DOUBTFUL`. */
  readonly displacement?: Displacement;
}

/** A single walk in doubt: the beacon's other place is told only then. */
const DOUBTFUL = 1;
const ELSEWHERE_LIMITS = [-3, 6] as const;
/** Squares of one walk that are looked at: more of them tell little more, and a cheap phone has other things to do. */
const MOST_SQUARES = 24;

/** Makes evidence of what a walk says, on the device that walked. With `remember`, what the walls take is looked up once for many walks. */
export class EvidenceMaker {
  private readonly judges = new Map<string, PlaceJudge>();

  constructor(
    private readonly site: WitnessSite,
    private readonly remember = false,
  ) {}

  /** Undefined for a beacon that is not known or has no place. */
  make({ beaconId, heard, expected, squares }: BeaconTestimony): BeaconEvidence | undefined {
    const { indexOf, beacons } = this.site.index;
    const beacon = beacons[indexOf(beaconId) ?? -1];
    if (!beacon?.placed) return undefined;
    const counts = { beaconId, heard, expected };
    if (heard === 0) return counts;
    const levels = squares.map(
      ({ level, column, row, dbm, body, weight }): PooledSquare => ({
        ...{ level, x: middleOf(column), y: middleOf(row) },
        ...{ dbm, body, weight },
      }),
    );
    const finding = this.judgeOf(beacon).glance(levels, MOST_SQUARES);
    if (!finding) return counts;
    const [least, most] = ELSEWHERE_LIMITS;
    const elsewhere = round(Math.min(most, Math.max(least, finding.logBayesFactor)), 1);
    const gainDb = round(finding.registeredGainDb, 0);
    if (elsewhere <= DOUBTFUL) return { ...counts, elsewhere, gainDb };
    const { place } = finding;
    const displacement = {
      ...{ east: round(place.x - beacon.x, 0), north: round(place.y - beacon.y, 0) },
      sd: Math.max(1, round(place.sd, 0)),
    };
    return { ...counts, elsewhere, gainDb, displacement };
  }

  private judgeOf(beacon: IndexedBeacon): PlaceJudge {
    const { index, floors } = this.site;
    const judge = this.judges.get(beacon.id) ?? new PlaceJudge(index, floors, beacon);
    if (this.remember) this.judges.set(beacon.id, judge);
    return judge;
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
