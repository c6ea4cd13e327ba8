/**
 * Ours: a visitor's velocity as an Ornstein–Uhlenbeck process (Singer 1970), for each axis, with the variance and the memory that walks to
 * windows with stops have. m/s and seconds.
 */
const VELOCITY_SD = 0.7;
const VELOCITY_MEMORY_S = 12;

/** The process over one second: v′ = keep v + a, x′ = x + reach v + b; `together` is the covariance of a and b. */
export interface MotionSecond {
  readonly keep: number;
  readonly reach: number;
  readonly velocityVariance: number;
  readonly together: number;
  readonly placeVariance: number;
}

export const visitorsWalk: {
  readonly velocitySd: number;
  /** Mean speed: of a velocity whose two axes are normal. */
  readonly speed: number;
  readonly second: MotionSecond;
} = (() => {
  const [s, t] = [VELOCITY_SD, VELOCITY_MEMORY_S];
  const keep = Math.exp(-1 / t);
  return {
    velocitySd: s,
    speed: s * Math.sqrt(Math.PI / 2),
    second: {
      keep,
      reach: t * (1 - keep),
      velocityVariance: s * s * (1 - keep * keep),
      together: s * s * t * (1 - keep) ** 2,
      placeVariance: s * s * t * t * (2 / t - 3 + 4 * keep - keep * keep),
    },
  };
})();
