import type { Beacon, BeaconRegister, Venue } from '@daoyin/venue';
import { defaultChannel } from '../radio-model';
import { type Floor, floorOf } from './cells';
import { type FieldPrior, usualField } from './kernel';
import { learnField } from './learn-field';
import { type LearntLevels, learnLevels } from './learn-levels';
import { placeBeacon } from './placement';
import { encodePlaces, type RadioMap } from './radio-map';
import { channelWith, type Site, siteOf } from './site';
import { specimensOf, surveyedOf } from './specimens';
import { type Sample, type SurveyWalk, samplesOf, visitsOf } from './survey';
import { findSurveyors, type Surveyors } from './surveyor';

/** What was learnt of one beacon, and how sure it is: standard deviations in dB and, where the place was learnt too, in metres. */
export interface BeaconFinding {
  readonly id: string;
  readonly readings: number;
  /** Squares of one metre in which it was heard. */
  readonly squares: number;
  readonly gainDb?: number;
  readonly gainSdDb?: number;
  readonly place?: LearntPlace;
}

/** Where a beacon seems to hang; `sd` of each coordinate in metres. */
export interface LearntPlace {
  readonly x: number;
  readonly y: number;
  readonly level: string;
  readonly sd: number;
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
  readonly channel: RadioMap['channel'];
  readonly field: FieldPrior;
}

const SQUARE_METRES = 1;
const ROUNDS = 1;

/**
 * Learns from survey walks what each beacon sounds like by place: the walks' own gains, the body and the phone's pattern taken out, the
 * adverts that were too weak to be heard taken into account; the spread, reach and noise of the levels by maximum likelihood. A beacon
 * of the register without a place is placed by path loss.
 */
export function calibrate(
  register: BeaconRegister,
  walks: readonly SurveyWalk[],
  venue?: Venue,
): Calibration {
  const places = placeUnknown(siteOf(register, walks, venue), walks);
  const placed = {
    ...register,
    beacons: register.beacons.map((beacon) => withPlace(beacon, places.get(beacon.id))),
  };
  const site = siteOf(placed, walks, venue);
  const visits = walks.flatMap((walk) => visitsOf(walk, site.names));
  const samples = walks.flatMap((walk, number) => samplesOf(walk, number, site.names));
  const { surveyors, field, channel, floor } = learnSurvey(site, samples, walks.length, (cleaned) =>
    floorOf(cleaned, visits, SQUARE_METRES),
  );
  const { learnt, meanDb } = centred(learnLevels(site, floor, field, channelWith(channel)));
  const beacons = placed.beacons.map((beacon) => withGain(beacon, learnt.get(beacon.id)));
  const map: RadioMap = {
    kind: 'radio-map',
    version: 2,
    bodyHalfDb: round(surveyors.bodyHalfDb, 2),
    channel,
    field,
    places: Object.fromEntries([...learnt].map(([id, { levels }]) => [id, encodePlaces(levels)])),
    surveyorDb: round(meanDb, 1),
    placed: Object.fromEntries([...places].map(([id, { sd }]) => [id, sd])),
  };
  return {
    register: { ...register, beacons, calibration: map },
    findings: findingsOf(register, site, floor, learnt, places),
    walks: walks.length,
    readings: samples.length,
    walkGainDb: surveyors.gainDb,
    bodyHalfDb: surveyors.bodyHalfDb,
    channel,
    field,
  };
}

/** Surveyors, channel and field explain each other: each is found with what is known of the others. */
function learnSurvey(
  site: Site,
  samples: readonly Sample[],
  walks: number,
  gather: (samples: readonly Sample[]) => Floor,
) {
  let field = usualField;
  for (let turn = 0; ; turn++) {
    const surveyors = findSurveyors(surveyedOf(site, samples), walks, field);
    const channel = {
      nearExponent: round(defaultChannel.nearExponent + surveyors.nearExponent, 2),
      farExponent: round(defaultChannel.farExponent + surveyors.farExponent, 2),
    };
    const floor = gather(cleaned(samples, surveyors));
    if (turn === ROUNDS) return { surveyors, channel, floor, field };
    field = rounded(learnField(specimensOf(site, floor, channelWith(channel))));
  }
}

function cleaned(samples: readonly Sample[], { addedDb }: Surveyors): readonly Sample[] {
  return samples.map((sample) => ({ ...sample, rssiDbm: sample.rssiDbm - addedDb(sample) }));
}

function placeUnknown(
  { index, names }: Site,
  walks: readonly SurveyWalk[],
): ReadonlyMap<string, LearntPlace & { readonly powerDbm: number }> {
  const unknown = new Set(index.beacons.flatMap(({ placed }, number) => (placed ? [] : [number])));
  const places = new Map<string, LearntPlace & { readonly powerDbm: number }>();
  if (unknown.size === 0) return places;
  const visits = walks.flatMap((walk) => visitsOf(walk, names));
  const samples = walks
    .flatMap((walk, number) => samplesOf(walk, number, names))
    .filter(({ beacon }) => unknown.has(beacon));
  for (const [number, bins] of floorOf(samples, visits, SQUARE_METRES).heard) {
    const { id, height } = index.beacons[number]!;
    const place = placeBeacon(bins, height - defaultChannel.receiverHeight);
    if (!place) continue;
    places.set(id, {
      x: round(place.x, 2),
      y: round(place.y, 2),
      level: index.levels[place.level]!.shortName,
      sd: round(place.sd, 2),
      powerDbm: place.powerDbm,
    });
  }
  return places;
}

function withPlace(beacon: Beacon, place: (LearntPlace & { readonly powerDbm: number }) | undefined): Beacon {
  if (!place) return beacon;
  const { x, y, level, powerDbm } = place;
  return { ...beacon, at: { x, y, level }, gainDb: round(powerDbm - beacon.measuredPowerDbm, 1) };
}

function withGain(beacon: Beacon, learnt: LearntLevels | undefined): Beacon {
  return learnt ? { ...beacon, gainDb: round((beacon.gainDb ?? 0) + learnt.gainDb, 1) } : beacon;
}

/** Levels as a receiver of unit gain hears them: beacons are as strong as their register says, in the mean. */
function centred(learnt: ReadonlyMap<string, LearntLevels>): {
  readonly learnt: ReadonlyMap<string, LearntLevels>;
  readonly meanDb: number;
} {
  const mean = [...learnt.values()].reduce((sum, { gainDb }) => sum + gainDb, 0) / Math.max(1, learnt.size);
  const byId = new Map(
    [...learnt].map(([id, { gainDb, gainSdDb, levels }]) => [
      id,
      {
        gainDb: gainDb - mean,
        gainSdDb,
        levels: levels.map((level) => ({ ...level, meanDbm: level.meanDbm - mean })),
      },
    ]),
  );
  return { learnt: byId, meanDb: mean };
}

function findingsOf(
  register: BeaconRegister,
  { index }: Site,
  floor: Floor,
  learnt: ReadonlyMap<string, LearntLevels>,
  places: ReadonlyMap<string, LearntPlace>,
): readonly BeaconFinding[] {
  return register.beacons
    .filter(({ status }) => status !== 'retired')
    .map(({ id }) => {
      const bins = floor.heard.get(index.indexOf(id)!) ?? [];
      const readings = bins.reduce((sum, { count }) => sum + count, 0);
      const known = learnt.get(id);
      const place = places.get(id);
      return {
        id,
        readings,
        squares: bins.length,
        ...(known && { gainDb: round(known.gainDb, 1), gainSdDb: round(known.gainSdDb, 1) }),
        ...(place && { place: { x: place.x, y: place.y, level: place.level, sd: place.sd } }),
      };
    });
}

function rounded(field: FieldPrior): FieldPrior {
  return Object.fromEntries(
    Object.entries(field).map(([name, value]) => [name, round(value, 2)]),
  ) as unknown as FieldPrior;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
