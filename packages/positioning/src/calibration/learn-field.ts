import { type FieldPoint, GaussianField } from './gaussian-field';
import { type FieldPrior, Kernel, type KernelSource, usualField } from './kernel';

/** One beacon's levels about their trend: what the field's parameters are learnt from. */
export interface Specimen {
  readonly source: KernelSource | undefined;
  /** `readings`: how many a value is the mean of; 0 where its noise is not that of readings. */
  readonly points: readonly (FieldPoint & { readonly readings: number })[];
}

const ROUNDS = 5;
const FIRST_FACTOR = 1.5;
/** How far parameters may stray from the usual, as the standard deviation of their logarithm: a few walks do not say everything. */
const STRAYING = 0.7;
const PARAMETERS = [
  'sdDb',
  'correlationLength',
  'readingSdDb',
  'lastingSdDb',
  'patternSdDb',
  'exponentSd',
] as const satisfies readonly (keyof FieldPrior)[];

/**
 * The field's parameters of greatest posterior density (type-II maximum likelihood, Rasmussen and Williams 2006, section 5.4.1), by a
 * pattern search over their logarithms (Hooke and Jeeves 1961).
 */
export function learnField(specimens: readonly Specimen[], start: FieldPrior = usualField): FieldPrior {
  let best = start;
  let bestScore = score(specimens, best);
  for (let round = 0, factor = FIRST_FACTOR; round < ROUNDS; round++) {
    const before = bestScore;
    for (const name of PARAMETERS) {
      for (const by of [factor, 1 / factor]) {
        const tried = { ...best, [name]: best[name] * by };
        const triedScore = score(specimens, tried);
        if (triedScore <= bestScore) continue;
        best = tried;
        bestScore = triedScore;
        break;
      }
    }
    if (bestScore === before) factor = Math.sqrt(factor);
  }
  return best;
}

function score(specimens: readonly Specimen[], prior: FieldPrior): number {
  let sum = 0;
  for (const name of PARAMETERS) sum -= 0.5 * (Math.log(prior[name] / usualField[name]) / STRAYING) ** 2;
  for (const { source, points } of specimens) {
    const noisy = points.map((point) =>
      point.readings === 0 ? point : { ...point, noise: noiseOf(prior, point.readings) },
    );
    sum += new GaussianField(noisy, new Kernel(prior, source)).logLikelihood();
  }
  return sum;
}

/** Variance in dB² of a mean of so many readings about the field. */
export function noiseOf({ readingSdDb, lastingSdDb }: FieldPrior, readings: number): number {
  return readingSdDb ** 2 / readings + lastingSdDb ** 2;
}
