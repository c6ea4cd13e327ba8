import type { RadioModel } from '../radio-model';
import { aim } from './residuals';
import type { Evidence, Knot } from './window';

/** How little one knows of a place while its track is fitted, in metres: the model is linear over so much, not at a point. */
const SPREAD = 0.9;
const ASIDE = Math.sqrt(3) * SPREAD;
/** Weight of half a bend over the points aside in the mean of a normal place: (SPREAD / ASIDE)². */
const BEND_IN_MEAN = 1 / 3;
/** How much of a bend counts as not known: a wall is where the plan has it, but the place may be on either side. */
const BEND_SHARE = 0.7;
const LINEAR_WITHIN_SQUARED = 0.15 ** 2;
const ASIDE_X = [0, ASIDE, -ASIDE, 0, 0];
const ASIDE_Y = [0, 0, 0, ASIDE, -ASIDE];
const xs = new Float64Array(5);
const ys = new Float64Array(5);
const levels = new Float64Array(5);
const walls = new Float64Array(5);

/**
 * Brings the model's level and slope at a knot up to date where the knot has moved by more than 15 cm: by statistical linear regression over points
 * about it (Lefebvre, Bruyninckx and De Schutter 2002), with what is bent there as uncertainty. A tangent sees a wall only when it is crossed, and is sure of its side until then.
 */
export function linearise(
  evidence: Evidence,
  k: number,
  knot: Knot,
  model: RadioModel,
  level: number,
  receiverZ: number,
): void {
  const dx = knot.x - evidence.atX[k]!;
  const dy = knot.y - evidence.atY[k]!;
  if (evidence.heard[k] === 2 && dx * dx + dy * dy < LINEAR_WITHIN_SQUARED) return;
  evidence.heard[k] = 2;
  evidence.atX[k] = knot.x;
  evidence.atY[k] = knot.y;
  regress(evidence, k, knot, model, level);
  const place = model.placeOf(evidence.beacon);
  if (!place) return;
  aim(evidence, k, place, knot.x, knot.y, receiverZ);
}

function regress(evidence: Evidence, k: number, { x, y }: Knot, model: RadioModel, level: number): void {
  const { beacon } = evidence;
  for (let i = 0; i < 5; i++) {
    xs[i] = x + ASIDE_X[i]!;
    ys[i] = y + ASIDE_Y[i]!;
  }
  model.expectAt(beacon, xs, ys, 5, level, levels, walls);
  const middle = levels[0]!;
  const bendX = (levels[1]! + levels[2]!) / 2 - middle;
  const bendY = (levels[3]! + levels[4]!) / 2 - middle;
  evidence.expectedDbm[k] = middle + BEND_IN_MEAN * (bendX + bendY);
  evidence.slopeX[k] = (levels[1]! - levels[2]!) / (2 * ASIDE);
  evidence.slopeY[k] = (levels[3]! - levels[4]!) / (2 * ASIDE);
  const missed = model.shadowSdDb(beacon, x, y, level);
  evidence.shadowSdDb[k] = Math.sqrt(missed ** 2 + BEND_SHARE ** 2 * (bendX ** 2 + bendY ** 2));
  if (model.correlationLengthAt) evidence.shadowLength[k] = model.correlationLengthAt(beacon, x, y, level);
  evidence.wallsDb[k] = walls[0]!;
}
