import { normal, type Random } from '@daoyin/geometry';
import { receptionProbability as receptionAt } from '@daoyin/positioning';
import { uniform } from './streams';
import type { WallKind } from './walls';

/**
 * The radio channel and the walker that the simulator reproduces: the design's table "The channel to simulate" (positioning.md), in dB,
 * metres, seconds and radians. What the table leaves open is marked as ours.
 */
export const CHANNEL = frozen({
  power: { spreadDb: 1.5, weakShare: 0.15, weakUpToDb: 4, azimuthPatternDb: 1.2 },
  pathLoss: { nearExponent: 1.9, farExponent: 3, breakpoint: 10 },
  shadowing: { sdDb: 3.5, behindWallSdDb: 2.5, correlationLength: 5 },
  walls: { counter: 1.5, partition: 2.5, inner: 4, outer: 12, core: 15 } satisfies Record<WallKind, number>,
  wallsAtMostDb: 25,
  firstSlabDb: 16,
  furtherSlabDb: 12,
  body: { frontToBackDb: 8, crowdExtraDb: 6, phonePatternDb: 1.5 },
  passersBy: { perMetre: 0.012, lossDb: [3, 8], seconds: 3 },
  crowd: { perMetre: 0.036, lossDb: [4, 10], seconds: 3 },
  fading: { kInSightDb: 6, kBehindWallDb: 0, decorrelation: 0.06, movingAtRest: 0.35, seconds: 4 },
  receiver: {
    gainSdDb: 3,
    noiseDb: 0.8,
    outlierShare: 0.005,
    sensitivityDbm: -94,
    slopeDb: 1.2,
    /** Ours: an outlier carries a further error of this σ (contaminated normal, Huber 1964). */
    outlierSdDb: 10,
    /** Ours: above the floor, in the hand. */
    height: 1.2,
    /** Ours: the scanner stays this long on each of the channels 37, 38, 39. */
    scanWindowMs: 100,
  },
  air: {
    intervalMs: 300,
    jitterMs: 10,
    clockPpm: 40,
    packetMs: 0.376,
    captureDb: 8,
    lossShare: 0.12,
    hostDelayMs: 6,
  },
  register: { positionSd: 0.25 },
  steps: {
    personScaleSd: 0.05,
    stepScaleSd: 0.06,
    missedShare: 0.02,
    falsePerSecond: 0.01,
    misalignmentSd: (15 * Math.PI) / 180,
    driftSd: (0.05 * Math.PI) / 180,
    randomWalk: (0.6 * Math.PI) / 180,
  },
  walker: { speed: [0.6, 1.6] },
});

/** The effects of the channel that a world may have otherwise, each by itself. */
export type Effects = Widened<
  Pick<
    typeof CHANNEL,
    'power' | 'shadowing' | 'body' | 'passersBy' | 'crowd' | 'fading' | 'register' | 'steps'
  >
>;

type Widened<T> = T extends number
  ? number
  : T extends object
    ? { readonly [K in keyof T]: Widened<T[K]> }
    : T;

/** The values, with all in them, never to be written. */
function frozen<const T extends object>(values: T): T {
  for (const value of Object.values(values)) if (typeof value === 'object') frozen(value);
  return Object.freeze(values);
}

/** Path loss in dB relative to 1 m, at `d` metres: exponent 1.9 to 10 m and 3.0 beyond. */
export function pathLossDb(d: number): number {
  const { nearExponent, farExponent, breakpoint } = CHANNEL.pathLoss;
  if (d <= breakpoint) return 10 * nearExponent * Math.log10(Math.max(d, 0.1));
  return 10 * nearExponent * Math.log10(breakpoint) + 10 * farExponent * Math.log10(d / breakpoint);
}

/** Loss by the walker's body: none in front, `frontToBackDb` behind at zero elevation, less for what is overhead. */
export function bodyLossDb(angleFromHeading: number, cosElevation: number, frontToBackDb: number): number {
  return frontToBackDb * ((1 - Math.cos(angleFromHeading)) / 2) * cosElevation;
}

/** Probability that a packet of this power is received: 50 % at −94 dBm, logistic with a scale of 1.2 dB. */
export function receptionProbability(powerDbm: number): number {
  return receptionAt(powerDbm, CHANNEL.receiver);
}

/** How much longer than told a beacon's intervals are: a factor within 40 ppm of 1. */
export function clockRate(random: Random): number {
  return 1 + uniform(random, [-CHANNEL.air.clockPpm, CHANNEL.air.clockPpm]) * 1e-6;
}

/** What the receiver reports for a packet of this power: noise, now and then an outlier, an integer. */
export function measuredDbm(powerDbm: number, random: Random): number {
  const { outlierShare, outlierSdDb, noiseDb } = CHANNEL.receiver;
  const outlier = random() < outlierShare ? normal(random) * outlierSdDb : 0;
  return Math.round(powerDbm + normal(random) * noiseDb + outlier);
}
