import { receptionProbability } from '../reception';
import type { FloorCells } from './floor-cells';
import type { OpenLevel, Outlook } from './outlook';
import { blocked, usualPassersBy } from './passers-by';
import type { Prospect } from './prospect';

/**
 * What one beacon tells in a second at the squares of one level that it reaches: the derivatives of its level in dB by place (a metre) and by
 * the body's shadow (its direction, less overhead), that by the receiver's gain being 1, and how much they weigh in 1/dB².
 */
export interface Share {
  count: number;
  readonly squares: Int32Array;
  readonly weight: Float64Array;
  readonly slopeX: Float64Array;
  readonly slopeY: Float64Array;
  readonly towardsX: Float64Array;
  readonly towardsY: Float64Array;
  /** Probability that it is audible there: that a packet of its level is received, over what is not known of the level. */
  readonly audible: Float64Array;
  /** How much louder it is expected there than at the same place of each neighbouring level, and the weight of that. */
  readonly louder: readonly Louder[];
}

/** The comparison with one other level. */
export interface Louder {
  readonly level: number;
  readonly byDb: Float64Array;
  readonly weight: Float64Array;
}

/** Levels that are weaker than this below the sensitivity tell nothing. */
const HOPELESS_DB = 8;

/** An empty share for a level, to be filled again and again. */
export function shareFor({ cells }: Prospect, level: number): Share {
  const { count } = cells[level]!;
  const column = (): Float64Array => new Float64Array(count);
  return {
    count: 0,
    squares: new Int32Array(count),
    weight: column(),
    slopeX: column(),
    slopeY: column(),
    towardsX: column(),
    towardsY: column(),
    audible: column(),
    louder: [level - 1, level + 1]
      .filter((other) => other >= 0 && other < cells.length)
      .map((other) => ({ level: other, byDb: column(), weight: column() })),
  };
}

/**
 * Fills the share of a beacon on a level. The edge of a wall has no slope: that it might be told from a jump is left out. What is not
 * known of a level, shadowing and power, is independent from beacon to beacon, so that shares add up.
 */
export function fillShare(share: Share, prospect: Prospect, outlook: Outlook, cells: FloorCells): void {
  share.count = 0;
  for (let square = 0; square < cells.count; square++) addSquare(share, prospect, outlook, cells, square);
}

/** Adds what a beacon tells at one square to its share, where it reaches it; gives whether it does. */
export function addSquare(
  share: Share,
  prospect: Prospect,
  outlook: Outlook,
  cells: FloorCells,
  square: number,
): boolean {
  const { reception, inSight, behindWalls } = prospect;
  const { level } = cells;
  const ownLevel = level === outlook.level;
  const hopeless = reception.sensitivityDbm - HOPELESS_DB;
  const [x, y] = [cells.xs[square]!, cells.ys[square]!];
  const [dx, dy] = [x - outlook.x, y - outlook.y];
  const aside = Math.sqrt(dx * dx + dy * dy);
  outlook.open(level, aside, here);
  if (here.dbm < hopeless && !heardOnNeighbour(share, outlook, aside, hopeless)) return false;
  const walls = ownLevel && here.dbm >= hopeless ? outlook.wallsDb(x, y) : 0;
  const hidden = !ownLevel || walls >= WALL_DB;
  const sd = hidden ? outlook.hiddenSdDb : outlook.clearSdDb;
  const metres = Math.sqrt(aside * aside + outlook.up[level]! ** 2);
  const heard = here.dbm - walls;
  const perAdvert = (hidden ? behindWalls : inSight).at(heard);
  const unknown = sd * sd + PASSING[Math.min(PASSING.length - 1, Math.round(metres))]!;
  const outwards = aside > 1e-6 ? here.slope / aside : 0;
  const n = share.count++;
  share.squares[n] = square;
  share.weight[n] = weightOf(outlook.advertsPerSecond * perAdvert, unknown);
  share.slopeX[n] = outwards * dx;
  share.slopeY[n] = outwards * dy;
  share.towardsX[n] = -dx / metres;
  share.towardsY[n] = -dy / metres;
  share.audible[n] = receptionProbability(heard, reception, sd);
  for (const { level: other, byDb, weight } of share.louder) {
    outlook.open(other, aside, there);
    const thereDbm = other === outlook.level ? there.dbm - outlook.wallsDb(x, y) : there.dbm;
    byDb[n] = heard - thereDbm;
    weight[n] = weightOf((outlook.advertsPerSecond * (perAdvert + behindWalls.at(thereDbm))) / 2, unknown);
  }
  return true;
}

/** Information of a level whose mean is itself known only to within a variance. */
function weightOf(information: number, variance: number): number {
  return information > 0 ? 1 / (variance + 1 / information) : 0;
}

function heardOnNeighbour({ louder }: Share, outlook: Outlook, aside: number, hopeless: number): boolean {
  return louder.some(({ level }) => {
    outlook.open(level, aside, there);
    return there.dbm >= hopeless;
  });
}

/** As the radio model: what takes so much is a wall. */
const WALL_DB = 2;
/** Variance in dB² by passers-by, by the metre. */
const PASSING = Float64Array.from({ length: 200 }, (_, metres) => blocked(metres, usualPassersBy).variance);
const here: OpenLevel = { dbm: 0, slope: 0 };
const there: OpenLevel = { dbm: 0, slope: 0 };
