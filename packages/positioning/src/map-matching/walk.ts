/** What steps are like: the contract's error model of a pedometer, rounded up. */
export const STEPS = {
  scaleSd: 0.06,
  lengthSd: 0.07,
  missedShare: 0.02,
  /** A lone step after a pause may be none. */
  falseAfterPause: 0.3,
  headingSd: 0.03,
  /** Random walk and drift of the heading bias, radians in a square root of a second. */
  biasWalk: 0.013,
  scaleWalk: 0.001,
  /** Constant misalignment of the heading: most phones are held ahead, some are not. */
  biasSd: 0.27,
  widerBiasSd: 0.6,
  widerShare: 0.05,
} as const;
