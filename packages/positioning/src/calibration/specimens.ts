import { type Channel, defaultChannel, type RadioModel } from '../radio-model';
import { type Bin, type Floor, floorOf } from './cells';
import type { Specimen } from './learn-field';
import { sourceOf } from './learnt-model';
import type { Site } from './site';
import type { Sample } from './survey';
import type { SurveyedBeacon } from './surveyor';

const SQUARE_METRES = 1;
const FEWEST_LEVELS = 8;
const SURVEYED_BEACONS = 80;
const SURVEYED_LEVELS = 110;
const SPECIMENS = 20;
const SPECIMEN_LEVELS = 64;
/** Where weaker levels are expected, means are of survivors. What is expected decides, not what was heard: else survivors choose themselves. */
const CLEAR_DBM = -82;
const NEAREST_SHARE = 0.3;
const DECADES = 10;

/** What the surveyors, their receivers and the exponents are found from: the beacons heard most, by walk. */
export function surveyedOf(site: Site, samples: readonly Sample[]): readonly SurveyedBeacon[] {
  const pathLoss = site.pathLoss(defaultChannel);
  return mostHeard(
    site,
    pathLoss,
    floorOf(samples, [], SQUARE_METRES, true),
    SURVEYED_BEACONS,
    SURVEYED_LEVELS,
  ).map(({ beacon, bins }) => {
    const source = sourceOf(site.index, beacon);
    const exponent = site.index.beacons[beacon]!.pathLossExponent;
    return {
      source,
      levels: bins.map(({ x, y, level, meanDbm, count, walk, ahead, left }) => {
        const metres = source ? Math.max(0.5, Math.hypot(x - source.x, y - source.y, source.up)) : 1;
        const { breakpoint } = defaultChannel;
        return {
          ...{ x, y, walk, ahead, left, readings: count },
          value: meanDbm - pathLoss.expectedDbm(beacon, x, y, level),
          nearDb: exponent === undefined ? DECADES * Math.log10(Math.min(metres, breakpoint)) : 0,
          farDb: DECADES * Math.log10(Math.max(1, metres / breakpoint)),
        };
      }),
    };
  });
}

/** What the field's parameters are learnt from. */
export function specimensOf(site: Site, floor: Floor, channel: Channel): readonly Specimen[] {
  const pathLoss = site.pathLoss(channel);
  return mostHeard(site, pathLoss, floor, SPECIMENS, SPECIMEN_LEVELS).map(({ beacon, bins }) => ({
    source: sourceOf(site.index, beacon),
    points: bins.map(({ x, y, level, meanDbm, count }) => ({
      ...{ x, y, readings: count, noise: 0 },
      value: meanDbm - pathLoss.expectedDbm(beacon, x, y, level),
    })),
  }));
}

/** The placed beacons with most bins on their own level, and their clear bins, thinned evenly. */
function mostHeard(site: Site, pathLoss: RadioModel, { heard }: Floor, beacons: number, levels: number) {
  return [...heard]
    .filter(([beacon]) => site.index.beacons[beacon]!.placed)
    .map(([beacon, bins]) => ({ beacon, bins: clear(site, pathLoss, beacon, bins) }))
    .filter(({ bins }) => bins.length >= FEWEST_LEVELS)
    .sort((a, b) => b.bins.length - a.bins.length || a.beacon - b.beacon)
    .slice(0, beacons)
    .map(({ beacon, bins }) => ({ beacon, bins: thinned(bins, levels) }));
}

/** The bins in which the beacon, as strong as it is heard from nearby, is expected to be heard clearly. */
function clear(site: Site, pathLoss: RadioModel, beacon: number, bins: readonly Bin[]): readonly Bin[] {
  const { level } = site.index.beacons[beacon]!;
  const here = bins
    .filter((bin) => bin.level === level)
    .map((bin) => ({ bin, expected: pathLoss.expectedDbm(beacon, bin.x, bin.y, level) }))
    .sort((a, b) => b.expected - a.expected);
  const near = here.slice(0, Math.ceil(NEAREST_SHARE * here.length));
  const offsets = near.map(({ bin, expected }) => bin.meanDbm - expected).sort((a, b) => a - b);
  const offset = offsets[offsets.length >> 1] ?? 0;
  return here.filter(({ expected }) => expected + offset > CLEAR_DBM).map(({ bin }) => bin);
}

function thinned<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}
