/** People who walk through a link: the longer it is, the likelier one stands in it. */
export interface PassersBy {
  /** Blockers on a metre of link, in the mean. */
  readonly perMetre: number;
  /** What one takes, drawn evenly between these, in dB. */
  readonly lossDb: readonly [low: number, high: number];
}

/** An ordinary day; halls that are full have three times as many. */
export const usualPassersBy: PassersBy = { perMetre: 0.012, lossDb: [3, 8] };

/** Share of the time that a link of so many metres is blocked, and the variance in dB² of what that takes. */
export function blocked(
  metres: number,
  { perMetre, lossDb: [low, high] }: PassersBy,
): { readonly share: number; readonly variance: number } {
  const share = 1 - Math.exp(-perMetre * metres);
  const mean = (low + high) / 2;
  return { share, variance: share * (mean ** 2 + (high - low) ** 2 / 12) - (share * mean) ** 2 };
}
