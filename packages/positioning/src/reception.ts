/** What a tick says of one beacon: readings heard of those sent, and their mean. */
export interface TickEvidence {
  readonly heard: number;
  readonly meanDbm: number;
  /** Adverts sent in the tick, as far as known; no fewer than `heard`. */
  readonly sent: number;
}

/** A normal pseudo-measurement of a beacon's level that stands for the evidence (a site of expectation propagation, Minka 2001). */
export interface Site {
  readonly meanDbm: number;
  readonly variance: number;
  /** Probability of the evidence under the prediction, for a beacon that transmits. */
  readonly evidence: number;
}

/** Reception: half of the packets survive at the sensitivity; some are lost to other traffic whatever the level. */
export interface Reception {
  readonly sensitivityDbm: number;
  readonly slopeDb: number;
  readonly clearAir: number;
  /** Standard deviation of one reading about the level, in dB. */
  readonly fadingSdDb: number;
}

export const defaultReception: Reception = {
  sensitivityDbm: -94,
  slopeDb: 1.2,
  clearAir: 0.88,
  fadingSdDb: 3.5,
};

/**
 * Probability that a packet is received, other traffic aside: logistic in the level, half at the sensitivity. Averaged over a normal
 * spread of the level in dB where one is given (MacKay 1992, the probit approximation).
 */
export function receptionProbability(
  levelDbm: number,
  { sensitivityDbm, slopeDb }: Pick<Reception, 'sensitivityDbm' | 'slopeDb'>,
  spreadDb = 0,
): number {
  const scale = spreadDb === 0 ? slopeDb : Math.sqrt(slopeDb ** 2 + (Math.PI / 8) * spreadDb ** 2);
  return 1 / (1 + Math.exp((sensitivityDbm - levelDbm) / scale));
}

const CERTAIN_ABOVE_DB = 14;
const NODES = [-2.6, -1.95, -1.3, -0.65, 0, 0.65, 1.3, 1.95, 2.6];
const NODE_WEIGHTS = NODES.map((node) => Math.exp(-0.5 * node * node));

/**
 * The site of a beacon's evidence under the predicted level N(mean, variance). What is heard from afar is heard because it was strong
 * for once: a likelihood without the adverts that were not heard is up to 8 dB too strong.
 */
export function siteOf(
  evidence: TickEvidence,
  predictedDbm: number,
  predictedVariance: number,
  reception: Reception,
): Site | undefined {
  const { heard, meanDbm, sent } = evidence;
  const { sensitivityDbm, fadingSdDb } = reception;
  const readingVariance = fadingSdDb ** 2;
  const missed = sent - heard;
  const reach = predictedDbm + 2.5 * Math.sqrt(predictedVariance) + fadingSdDb;
  if (heard === 0 && reach < sensitivityDbm) return undefined;
  if (heard > 0 && (missed < 0.2 || meanDbm > sensitivityDbm + CERTAIN_ABOVE_DB)) {
    return { meanDbm, variance: readingVariance / heard, evidence: 1 };
  }
  return tilted(heard, meanDbm, missed, predictedDbm, predictedVariance, reception);
}

function tilted(
  heard: number,
  meanDbm: number,
  missed: number,
  predictedDbm: number,
  predictedVariance: number,
  reception: Reception,
): Site | undefined {
  const { sensitivityDbm, slopeDb, clearAir, fadingSdDb } = reception;
  // Where the readings are sharper than the prediction, integrate about their product instead of the prediction.
  const readings = heard / fadingSdDb ** 2;
  const variance = 1 / (1 / predictedVariance + readings);
  const centre = variance * (predictedDbm / predictedVariance + readings * meanDbm || 0);
  const sd = Math.sqrt(variance);
  const softness = Math.sqrt(slopeDb ** 2 + fadingSdDb ** 2);
  let [mass, first, second, prior] = [0, 0, 0, 0];
  for (let i = 0; i < NODES.length; i++) {
    const level = centre + NODES[i]! * sd;
    const caught = clearAir * normalCdf((level - sensitivityDbm) / softness);
    const weight = NODE_WEIGHTS[i]! * (1 - caught) ** missed;
    mass += weight;
    first += weight * NODES[i]!;
    second += weight * NODES[i]! ** 2;
    prior += NODE_WEIGHTS[i]!;
  }
  if (!(mass > 1e-12)) return undefined;
  const shift = first / mass;
  const narrowed = Math.max(0.05, (second / mass - shift * shift) / SPREAD_OF_NODES);
  const precision = 1 / (variance * narrowed) - 1 / predictedVariance;
  if (!(precision > 1e-4)) return undefined;
  const mean = ((centre + shift * sd) / (variance * narrowed) - predictedDbm / predictedVariance) / precision;
  return { meanDbm: mean, variance: 1 / precision, evidence: mass / prior };
}

/** Variance of the nodes under their weights: a little less than 1, since the tails are cut. */
const SPREAD_OF_NODES =
  NODES.reduce((sum, node, i) => sum + NODE_WEIGHTS[i]! * node * node, 0) /
  NODE_WEIGHTS.reduce((sum, weight) => sum + weight, 0);

/** Standard normal distribution function, logistic form to 2·10⁻⁴ (Bowling et al. 2009). */
export function normalCdf(z: number): number {
  return 1 / (1 + Math.exp(-z * (1.5976 + 0.07056 * z * z)));
}
