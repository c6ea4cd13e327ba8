import { normal, type Random } from '@daoyin/geometry';
import { CHANNEL, type Effects } from './channel';
import { uniform } from './streams';

const CHANNELS = 3;

/** The fast fading of one link: dB at a time, for a walker who has moved `odometer` metres, on channel 0, 1 or 2 (37, 38, 39). */
export type Fading = (atMs: number, odometer: number, channel: number, inSight: boolean) => number;

/**
 * Rician fading: a direct wave and a scattered one (complex normal), K = 6 dB in sight and 0 dB behind walls, independent on each
 * channel. 65 % of the scattered power belongs to the place and decorrelates over 6 cm, 35 % also moves by itself with 4 s.
 */
export function ricianFading(random: Random, effect: Effects['fading'] = CHANNEL.fading): Fading {
  const { kInSightDb, kBehindWallDb, decorrelation, movingAtRest, seconds } = effect;
  const draw = (length: number) => Float64Array.from({ length }, () => normal(random) * Math.SQRT1_2);
  const placed = draw(2 * CHANNELS);
  const moving = draw(2 * CHANNELS);
  const last = Array.from({ length: CHANNELS }, () => ({ atMs: 0, odometer: 0 }));
  return (atMs, odometer, channel, inSight) => {
    const before = last[channel]!;
    const byPlace = Math.exp(-(odometer - before.odometer) / decorrelation);
    const byTime = byPlace * Math.exp(-(atMs - before.atMs) / 1000 / seconds);
    last[channel] = { atMs, odometer };
    advance(placed, 2 * channel, byPlace, random);
    advance(moving, 2 * channel, byTime, random);
    const k = 10 ** ((inSight ? kInSightDb : kBehindWallDb) / 10);
    const scatter = (part: number): number =>
      Math.sqrt(1 - movingAtRest) * placed[2 * channel + part]! +
      Math.sqrt(movingAtRest) * moving[2 * channel + part]!;
    const real = Math.sqrt(k / (k + 1)) + Math.sqrt(1 / (k + 1)) * scatter(0);
    const imaginary = Math.sqrt(1 / (k + 1)) * scatter(1);
    return 10 * Math.log10(Math.max(1e-6, real * real + imaginary * imaginary));
  };
}

/** One step of a first-order autoregressive complex normal process with this correlation. */
function advance(state: Float64Array, at: number, correlation: number, random: Random): void {
  if (correlation >= 1) return;
  const innovation = Math.sqrt((1 - correlation * correlation) / 2);
  state[at] = correlation * state[at]! + innovation * normal(random);
  state[at + 1] = correlation * state[at + 1]! + innovation * normal(random);
}

/** How often, by how much (dB) and for how long (mean, seconds) people stand in a link. */
export interface Passing {
  readonly perMetre: number;
  readonly lossDb: readonly [number, number];
  readonly seconds: number;
}

/**
 * Loss by passers-by in one link: a two-state Markov process that is blocked a share 1 − exp(−0.012 d) of the time, for 3 s in the mean,
 * each time by another loss.
 */
export function passersBy(random: Random, passing: Passing): (atMs: number, distance: number) => number {
  let lastMs: number | undefined;
  let loss = 0;
  return (atMs, distance) => {
    const share = 1 - Math.exp(-passing.perMetre * distance);
    const relaxation = passing.seconds * (1 - share); // 1/(rate on + rate off)
    const stays = lastMs === undefined ? 0 : Math.exp(-(atMs - lastMs) / 1000 / relaxation);
    lastMs = atMs;
    const blocked = random() < share + ((loss > 0 ? 1 : 0) - share) * stays;
    if (blocked && loss === 0) loss = uniform(random, passing.lossDb);
    else if (!blocked) loss = 0;
    return loss;
  };
}
