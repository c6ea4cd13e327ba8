import type { BeaconIndex } from '../beacon-index';
import { defaultChannel, type RadioModel } from '../radio-model';
import { GaussianField } from './gaussian-field';
import { Kernel, type KernelSource } from './kernel';
import { LazyGrid } from './lazy-grid';
import { decodePlaces, type RadioMap } from './radio-map';

const MEAN_NODE_METRES = 1;
const SD_NODE_METRES = 2;
const LEAST_SD_DB = 0.8;
/** The shadowing that a survey leaves unknown decorrelates faster the less it leaves; in metres. */
const LEAST_LENGTH = 0.5;
/** What the field's parameters, found where most is heard, miss elsewhere: behind walls, and of the survey's own places. */
const SD_FACTOR = 1.2;

/** Where a beacon hangs above a receiver on its level, for the kernel. */
export function sourceOf(index: BeaconIndex, beacon: number): KernelSource | undefined {
  const { placed, x, y, height } = index.beacons[beacon]!;
  return placed ? { x, y, up: height - defaultChannel.receiverHeight } : undefined;
}

/** One beacon's field about its path loss, looked up at the nodes of grids that are filled where one comes by. */
interface LearntField {
  readonly mean: LazyGrid;
  readonly sd: LazyGrid;
}

/** A radio model that knows what a survey heard, and falls back on path loss where nobody was. */
export function learntModel(index: BeaconIndex, map: RadioMap, pathLoss: RadioModel): RadioModel {
  const fields = index.beacons.map((): LearntField | undefined => undefined);
  const surveyed = index.beacons.map(({ id, placed }) => placed && (map.places[id]?.length ?? 0) > 0);
  const fieldOf = (beacon: number, level: number): LearntField | undefined => {
    if (!surveyed[beacon] || index.beacons[beacon]!.level !== level) return undefined;
    fields[beacon] ??= learntField(index, beacon, map, pathLoss);
    return fields[beacon];
  };
  return {
    ...pathLoss,
    correlationLength: Math.min(pathLoss.correlationLength, map.field.correlationLength),
    correlationLengthAt(beacon, x, y, level) {
      const field = fieldOf(beacon, level);
      if (!field) return pathLoss.correlationLength;
      return Math.max(
        LEAST_LENGTH,
        map.field.correlationLength * Math.min(1, field.sd.at(x, y) / map.field.sdDb),
      );
    },
    expectedDbm: (beacon, x, y, level) =>
      pathLoss.expectedDbm(beacon, x, y, level) + (fieldOf(beacon, level)?.mean.at(x, y) ?? 0),
    expectAt(beacon, xs, ys, count, level, out, wallsDb) {
      pathLoss.expectAt(beacon, xs, ys, count, level, out);
      const field = fieldOf(beacon, level);
      if (field) for (let i = 0; i < count; i++) out[i] = out[i]! + field.mean.at(xs[i]!, ys[i]!);
      wallsDb?.fill(0, 0, count);
    },
    shadowSdDb(beacon, x, y, level) {
      const field = fieldOf(beacon, level);
      return field
        ? Math.max(LEAST_SD_DB, SD_FACTOR * field.sd.at(x, y))
        : pathLoss.shadowSdDb(beacon, x, y, level);
    },
    ownSdDb: (beacon, level) => (fieldOf(beacon, level) ? 0 : (pathLoss.ownSdDb?.(beacon, level) ?? 0)),
    antennaSdDb: (beacon, level) =>
      fieldOf(beacon, level) ? 0 : (pathLoss.antennaSdDb?.(beacon, level) ?? 0),
  };
}

function learntField(index: BeaconIndex, beacon: number, map: RadioMap, pathLoss: RadioModel): LearntField {
  const { id, level } = index.beacons[beacon]!;
  const points = decodePlaces(map.places[id]!).map(({ x, y, meanDbm, sdDb }) => ({
    x,
    y,
    value: meanDbm - pathLoss.expectedDbm(beacon, x, y, level),
    noise: sdDb ** 2,
  }));
  const field = new GaussianField(points, new Kernel(map.field, sourceOf(index, beacon)));
  return {
    mean: new LazyGrid(MEAN_NODE_METRES, (x, y) => field.meanAt(x, y)),
    sd: new LazyGrid(SD_NODE_METRES, (x, y) => field.sdAt(x, y)),
  };
}
