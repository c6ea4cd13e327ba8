import type { Beacon, BeaconRegister, Venue } from '@daoyin/venue';
import { type BeaconIndex, indexBeacons } from '../beacon-index';
import { defaultChannel, pathLossModel, type RadioModel } from '../radio-model';
import { type Bin, type Floor, floorOf } from './cells';
import { advertRate, silentBins, unbiasedLevel } from './censoring';
import { noiseOf } from './learnt-model';
import { findNuisances } from './nuisances';
import { placeBeacon } from './placement';
import { encodePlaces, type RadioMap } from './radio-map';
import { type Sample, type SurveyWalk, samplesOf, visitsOf } from './survey';

/** What was learnt of one beacon, and how sure it is: standard deviations in dB and, where the place was learnt too, in metres. */
export interface BeaconFinding {
  readonly id: string;
  readonly readings: number;
  /** Squares of one metre in which it was heard. */
  readonly squares: number;
  readonly gainDb?: number;
  readonly gainSdDb?: number;
  readonly place?: { readonly x: number; readonly y: number; readonly level: string; readonly sd: number };
}

export interface Calibration {
  /** The register with gains, learnt places and the radio map: what `locate` takes. */
  readonly register: BeaconRegister;
  readonly findings: readonly BeaconFinding[];
  readonly walks: number;
  readonly readings: number;
  /** Gain of each walk's receiver against their mean, in dB, and half of the body's shadow. */
  readonly walkGainDb: readonly number[];
  readonly bodyHalfDb: number;
  readonly field: RadioMap['field'];
}

const SQUARE_METRES = 1;
const SILENCE_REACH_METRES = 25;
const CORRELATION_LENGTH = 5;
const GAIN_PRIOR_SD_DB = 8;
/** Squares of one metre share their shadowing with so many others. */
const SQUARES_AS_ONE = 12;

/**
 * Learns from survey walks what each beacon sounds like by place: the walks' own gains and the body taken out, the adverts that were too
 * weak to be heard taken into account. A beacon of the register without a place is placed by path loss.
 */
export function calibrate(
  register: BeaconRegister,
  walks: readonly SurveyWalk[],
  venue?: Venue,
): Calibration {
  const active = register.beacons.filter(({ status }) => status !== 'retired');
  const index = indexBeacons(withLevels(register, walks), venue);
  const names = { beacon: index.indexOf, level: index.levelOf };
  const samples = walks.flatMap((walk, number) => samplesOf(walk, number, names));
  const visits = walks.flatMap((walk) => visitsOf(walk, names));
  const aspect = aspectIn(index);
  const { walkGainDb, bodyHalfDb } = findNuisances(samples, walks.length, aspect);
  for (const sample of samples)
    sample.rssiDbm -= walkGainDb[sample.walk]! + bodyHalfDb * (aspect(sample) ?? 0);
  const floor = floorOf(samples, visits, SQUARE_METRES);
  const rates = new Map([...floor.heard].map(([beacon, bins]) => [beacon, advertRate(bins)]));
  for (const [beacon, bins] of floor.heard)
    for (const bin of bins) bin.meanDbm = unbiasedLevel(bin, rates.get(beacon)!);
  const learnt = index.beacons.map((_, beacon) => learnBeacon(index, beacon, floor));
  const beacons = register.beacons.map(
    (beacon) => learnt[index.indexOf(beacon.id) ?? -1]?.apply(beacon) ?? beacon,
  );
  const calibrated = { ...register, beacons };
  const field = fieldOf(indexBeacons(withLevels(calibrated, walks), venue), floor);
  const map: RadioMap = {
    kind: 'radio-map',
    version: 1,
    bodyHalfDb,
    field,
    places: placesOf(index, floor, rates),
  };
  return {
    register: { ...calibrated, calibration: map },
    findings: learnt.slice(0, active.length).map(({ finding }) => finding),
    walks: walks.length,
    readings: samples.length,
    walkGainDb,
    bodyHalfDb,
    field,
  };
}

/** The register and, for each level that only the walks name, a marker behind its beacons, so that the index knows it. */
function withLevels(register: BeaconRegister, walks: readonly SurveyWalk[]): BeaconRegister {
  const levels = new Set(walks.flatMap(({ truth }) => truth.map(({ level }) => level)));
  const known = new Set(register.beacons.map(({ at }) => at?.level));
  const named = [...levels].filter((level) => !known.has(level));
  const markers: Beacon[] = named.map((level) => ({
    id: `level ${level}`,
    at: { x: 0, y: 0, level },
    height: 0,
    measuredPowerDbm: -59,
    status: 'active',
  }));
  return { ...register, beacons: [...register.beacons, ...markers] };
}

/** Cosine between facing and beacon times that of the elevation; undefined for a beacon without a place or a surveyor who stands. */
function aspectIn(index: BeaconIndex): (sample: Sample) => number | undefined {
  return ({ beacon, heading, x, y, level }) => {
    const { placed, x: bx, y: by, level: home, height } = index.beacons[beacon]!;
    if (!placed || heading === undefined || home !== level) return undefined;
    const [dx, dy] = [bx - x, by - y];
    return (
      (dx * Math.cos(heading) + dy * Math.sin(heading)) /
      Math.hypot(dx, dy, height - defaultChannel.receiverHeight)
    );
  };
}

interface LearntBeacon {
  readonly finding: BeaconFinding;
  readonly apply: (beacon: Beacon) => Beacon;
}

function learnBeacon(index: BeaconIndex, number: number, floor: Floor): LearntBeacon {
  const { id, placed, height } = index.beacons[number]!;
  const bins = floor.heard.get(number) ?? [];
  const readings = bins.reduce((sum, { count }) => sum + count, 0);
  const heardOf = { id, readings, squares: bins.length };
  if (bins.length === 0) return { finding: heardOf, apply: (beacon) => beacon };
  if (!placed) {
    const place = placeBeacon(bins, height - defaultChannel.receiverHeight);
    if (!place) return { finding: heardOf, apply: (beacon) => beacon };
    const level = index.levels[place.level]!.shortName;
    const [x, y] = [round(place.x, 2), round(place.y, 2)];
    return {
      finding: { ...heardOf, place: { x, y, level, sd: round(place.sd, 2) } },
      apply: (beacon) => ({
        ...beacon,
        at: { x, y, level },
        gainDb: round(place.powerDbm - beacon.measuredPowerDbm, 1),
      }),
    };
  }
  const { gainDb, sd } = gainOf(pathLossModel(index), number, bins);
  return {
    finding: { ...heardOf, gainDb: round(gainDb, 1), gainSdDb: round(sd, 1) },
    apply: (beacon) => ({ ...beacon, gainDb: round((beacon.gainDb ?? 0) + gainDb, 1) }),
  };
}

/** Mean of what path loss misses near the beacon, on its own level, shrunk towards 0. */
function gainOf(model: RadioModel, beacon: number, bins: readonly Bin[]): { gainDb: number; sd: number } {
  let [weights, products] = [1 / GAIN_PRIOR_SD_DB ** 2, 0];
  for (const { x, y, level, meanDbm, count } of bins) {
    const expected = model.expectedDbm(beacon, x, y, level);
    const doubt = defaultChannel.shadowSdDb ** 2 + noiseOf(count) + (expected < -85 ? 36 : 0);
    weights += 1 / (SQUARES_AS_ONE * doubt);
    products += (meanDbm - expected) / (SQUARES_AS_ONE * doubt);
  }
  return { gainDb: products / weights, sd: Math.sqrt(1 / weights) };
}

/** The spread of levels about path loss, noise taken out, robustly by the median absolute deviation. */
function fieldOf(index: BeaconIndex, floor: Floor): RadioMap['field'] {
  const model = pathLossModel(index);
  const residuals = [...floor.heard].flatMap(([beacon, bins]) =>
    bins
      .filter(({ count, level }) => count >= 3 && model.covers(beacon, level))
      .map(({ x, y, level, meanDbm, count }) => ({
        off: Math.abs(meanDbm - model.expectedDbm(beacon, x, y, level)),
        noise: noiseOf(count),
      })),
  );
  const sorted = residuals.map(({ off }) => off).sort((a, b) => a - b);
  const spread = 1.4826 * (sorted[Math.floor(sorted.length / 2)] ?? 4);
  const noise = residuals.reduce((sum, residual) => sum + residual.noise, 0) / Math.max(1, residuals.length);
  const sdDb = Math.min(9, Math.max(2.5, Math.sqrt(Math.max(0, spread ** 2 - noise))));
  return { sdDb: round(sdDb, 2), correlationLength: CORRELATION_LENGTH };
}

function placesOf(index: BeaconIndex, floor: Floor, rates: ReadonlyMap<number, number>): RadioMap['places'] {
  return Object.fromEntries(
    [...floor.heard].map(([beacon, heard]) => {
      const bins = [...heard, ...silentBins(floor.cells, heard, rates.get(beacon)!, SILENCE_REACH_METRES)];
      const levels = [...new Set(bins.map(({ level }) => level))];
      return [
        index.beacons[beacon]!.id,
        Object.fromEntries(
          levels.map((level) => [
            index.levels[level]!.shortName,
            encodePlaces(bins.filter((bin) => bin.level === level)),
          ]),
        ),
      ];
    }),
  );
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
