import type { Channel, RadioModel } from '../radio-model';
import type { Bin, Floor } from './cells';
import { advertRate, levelIn, silentBins } from './censoring';
import { GaussianField } from './gaussian-field';
import { type FieldPrior, Kernel, POWER_SD_DB } from './kernel';
import { noiseOf } from './learn-field';
import { sourceOf } from './learnt-model';
import type { MappedPlace } from './radio-map';
import type { Site } from './site';

/** What one beacon sounds like: its levels by place, and what it is stronger than the register says. */
export interface LearntLevels {
  readonly gainDb: number;
  readonly gainSdDb: number;
  readonly levels: readonly MappedPlace[];
}

const SILENCE_REACH_METRES = 25;
const MOST_LEVELS = 170;
/** Where a beacon is expected weaker than this it is of no use to anybody. */
const USELESS_DBM = -97;

/** The levels of every beacon that was heard on its own level, by id. */
export function learnLevels(
  site: Site,
  floor: Floor,
  prior: FieldPrior,
  channel: Channel,
): ReadonlyMap<string, LearntLevels> {
  const pathLoss = site.pathLoss(channel);
  const learnt = new Map<string, LearntLevels>();
  for (const [beacon, bins] of floor.heard) {
    const { id, placed, level } = site.index.beacons[beacon]!;
    const here = bins.filter((bin) => bin.level === level);
    if (placed && here.length > 0) learnt.set(id, learnBeacon(site, beacon, here, floor, prior, pathLoss));
  }
  return learnt;
}

function learnBeacon(
  site: Site,
  beacon: number,
  heard: readonly Bin[],
  floor: Floor,
  prior: FieldPrior,
  pathLoss: RadioModel,
): LearntLevels {
  const rate = advertRate(heard);
  const kernel = new Kernel(prior, sourceOf(site.index, beacon));
  const trend = ({ x, y, level }: Bin) => pathLoss.expectedDbm(beacon, x, y, level);
  const loud = [...heard].sort((a, b) => b.meanDbm - a.meanDbm).slice(0, MOST_LEVELS);
  const first = new GaussianField(
    loud.map((bin) => ({ ...bin, value: bin.meanDbm - trend(bin), noise: noiseOf(prior, bin.count) })),
    kernel,
  ).power();
  const bins = [...heard, ...silentBins(floor, heard, rate, SILENCE_REACH_METRES)];
  const levels = bins.flatMap((bin): MappedPlace[] => {
    const meanDbm = trend(bin) + first.gainDb;
    if (bin.count === 0 && meanDbm < USELESS_DBM) return [];
    const variance = kernel.variance(kernel.places([bin]), 0) + first.sd ** 2;
    const level = levelIn(bin, rate, { meanDbm, variance }, prior.readingSdDb);
    if (!level) return [];
    return [
      {
        x: bin.x,
        y: bin.y,
        meanDbm: level.meanDbm,
        sdDb: Math.hypot(Math.sqrt(level.variance), prior.lastingSdDb),
      },
    ];
  });
  const kept = levels.sort((a, b) => b.meanDbm - a.meanDbm).slice(0, MOST_LEVELS);
  const points = kept.map(({ x, y, meanDbm, sdDb }) => ({
    x,
    y,
    value: meanDbm - pathLoss.expectedDbm(beacon, x, y, heard[0]!.level),
    noise: sdDb ** 2,
  }));
  const power =
    points.length > 0 ? new GaussianField(points, kernel).power() : { gainDb: 0, sd: POWER_SD_DB };
  return { gainDb: power.gainDb, gainSdDb: power.sd, levels: kept };
}
