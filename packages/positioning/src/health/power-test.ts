import type { Gain } from './place-finding';

/** Powers as sold, batteries that begin to weaken among them; and those that are failing: mean and standard deviation in dB. */
const SOUND = { share: 0.95, meanDb: 0, sdDb: 3 };
const FAILING = { share: 0.05, meanDb: -11, sdDb: 3.5 };

/** Probability that a beacon with this gain is failing. */
export function probabilityWeak({ gainDb, gainSdDb }: Gain): number {
  const [sound, failing] = [SOUND, FAILING].map(({ share, meanDb, sdDb }) => {
    const sd = Math.hypot(sdDb, gainSdDb);
    return (share / sd) * Math.exp(-0.5 * ((gainDb - meanDb) / sd) ** 2);
  });
  return gainDb < SOUND.meanDb ? failing! / (sound! + failing!) : 0;
}

/** What the gains have in common, in dB: no walk can tell it from the receivers' gains. */
export function medianGain(gains: readonly (Gain | undefined)[]): number {
  const sorted = gains.flatMap((gain) => (gain ? [gain.gainDb] : [])).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
