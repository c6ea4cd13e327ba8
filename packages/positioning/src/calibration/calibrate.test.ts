import { seededRandom } from '@daoyin/geometry';
import type { Beacon, BeaconRegister } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { indexBeacons } from '../beacon-index';
import { defaultChannel, pathLossModel } from '../radio-model';
import { calibrate } from './calibrate';
import { usualField } from './kernel';
import { learntModel } from './learnt-model';
import { pathLossDb, placeBeacon } from './placement';
import { decodeRadioMap } from './radio-map';
import type { SurveyWalk } from './survey';

const beacon = (
  id: string,
  x: number,
  y: number,
  gainDb = 0,
): Beacon & { readonly truePowerDbm: number } => ({
  id,
  at: { x, y, level: '1F' },
  height: 3,
  measuredPowerDbm: -59,
  status: 'active',
  truePowerDbm: -59 + gainDb,
});
const beacons = [beacon('A', 3, 3), beacon('B', 13, 3, -6), beacon('C', 3, 13, 4), beacon('D', 13, 13)];
const register: BeaconRegister = {
  venue: 'test',
  beacons: beacons.map(({ truePowerDbm, ...known }) => known),
};

/** A walk to and fro over the hall in lanes, each beacon heard five times a second with noise of 2 dB. */
function walk(seed: number, receiverDb = 0): SurveyWalk {
  const random = seededRandom(seed);
  const corners = [0, 4, 8, 12, 16].flatMap((y, i) =>
    i % 2
      ? [
          [16, y],
          [0, y],
        ]
      : [
          [0, y],
          [16, y],
        ],
  );
  const truth = corners.map(([x, y], i) => ({ atMs: i * 16_000, x: x!, y: y!, level: '1F' }));
  const readings = [];
  for (let atMs = 0; atMs < truth.at(-1)!.atMs; atMs += 200) {
    const [from, to] = [truth[Math.floor(atMs / 16_000)]!, truth[Math.floor(atMs / 16_000) + 1]!];
    const share = (atMs % 16_000) / 16_000;
    const [x, y] = [from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)];
    for (const { id, at, truePowerDbm } of beacons) {
      const noise = 4 * (random() + random() + random() - 1.5);
      const level = truePowerDbm - pathLossDb(Math.hypot(at!.x - x, at!.y - y, 1.8));
      readings.push({ atMs, beaconId: id, rssiDbm: level + receiverDb + noise });
    }
  }
  return { readings, truth };
}

describe('calibrate', () => {
  it('finds what each beacon is stronger than its register says, to within its own doubt', () => {
    const { findings } = calibrate(register, [walk(1), walk(2)]);
    const gains = new Map(findings.map(({ id, gainDb }) => [id, gainDb!]));
    const [a, b, c] = ['A', 'B', 'C'].map((id) => gains.get(id)!);
    expect(a! - b!).toBeGreaterThan(4.5);
    expect(a! - b!).toBeLessThan(7.5);
    expect(c! - a!).toBeGreaterThan(2.5);
    expect(c! - a!).toBeLessThan(5.5);
    for (const { gainSdDb } of findings) expect(gainSdDb).toBeGreaterThan(0);
  });

  it('finds the gains of the walks against each other', () => {
    const { walkGainDb } = calibrate(register, [walk(1, 5), walk(2, -5), walk(3)]);
    expect(walkGainDb[0]! - walkGainDb[2]!).toBeCloseTo(5, 0);
    expect(walkGainDb[1]! - walkGainDb[2]!).toBeCloseTo(-5, 0);
  });

  it('leaves a map of which the model expects what was heard', () => {
    const { register: learnt } = calibrate(register, [walk(1), walk(2)]);
    const index = indexBeacons(learnt);
    const map = decodeRadioMap(JSON.parse(JSON.stringify(learnt.calibration)))!;
    const model = learntModel(index, map, pathLossModel(index));
    for (const [x, y] of [
      [2, 4],
      [8, 8],
      [14, 12],
    ] as const) {
      beacons.forEach(({ at, truePowerDbm }, number) => {
        const heard = truePowerDbm - pathLossDb(Math.hypot(at!.x - x, at!.y - y, 1.8));
        expect(Math.abs(model.expectedDbm(number, x, y, 0) - heard)).toBeLessThan(2.5);
        expect(model.shadowSdDb(number, x, y, 0)).toBeLessThan(usualField.sdDb);
      });
    }
    const xs = Float64Array.of(1, 5.3, 200);
    const out = new Float64Array(3);
    model.expectAt(1, xs, Float64Array.of(2, 6.6, 200), 3, 0, out);
    expect(out[1]).toBeCloseTo(model.expectedDbm(1, 5.3, 6.6, 0), 9);
    const { channel } = map; // where nobody was, path loss alone
    const loss = pathLossModel(index, { ...defaultChannel, ...channel }).expectedDbm(1, 200, 200, 0);
    expect(Math.abs(out[2]! - loss)).toBeLessThan(3);
  });

  it('places a beacon of which nobody knows the position, and says how sure it is', () => {
    const { at, ...lost } = register.beacons[1]!;
    const unplaced = { ...register, beacons: register.beacons.with(1, lost) };
    const { register: learnt, findings } = calibrate(unplaced, [walk(1), walk(2)]);
    const found = learnt.beacons[1]!.at!;
    expect(found.level).toBe('1F');
    expect(Math.hypot(found.x - at!.x, found.y - at!.y)).toBeLessThan(2);
    expect(findings[1]!.place!.sd).toBeLessThan(8);
    expect(learnt.beacons[0]!.at).toEqual(register.beacons[0]!.at); // what is known stays
  });

  it('learns from walks on levels that no beacon names yet', () => {
    const lost = { ...register, beacons: register.beacons.map(({ at, ...rest }) => rest) };
    const { register: learnt, findings } = calibrate(lost, [walk(1), walk(2)]);
    expect(findings.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D']);
    expect(learnt.beacons.map(({ at }) => at?.level)).toEqual(['1F', '1F', '1F', '1F']);
  });

  it('leaves alone what was never heard, and needs no walk at all', () => {
    const silent: Beacon = { ...register.beacons[0]!, id: 'never' };
    const more = { ...register, beacons: [...register.beacons, silent] };
    const { register: learnt, findings } = calibrate(more, [walk(1)]);
    expect(learnt.beacons.at(-1)).toEqual(silent);
    expect(findings.at(-1)).toMatchObject({ id: 'never', readings: 0 });
    expect(calibrate(register, []).register.beacons).toEqual(register.beacons);
  });
});

describe('placeBeacon', () => {
  const lattice = [0, 3, 6, 9, 12].flatMap((x) => [0, 3, 6, 9, 12].map((y) => ({ x, y, level: 0 })));

  it.each([
    [4, 5],
    [9.5, 2],
    [6, 11],
  ])('finds the beacon at (%f, %f) within 2 m', (x, y) => {
    const bins = lattice.map((at) => ({
      ...at,
      meanDbm: -66 - pathLossDb(Math.hypot(at.x - x, at.y - y, 1.8)),
      count: 10,
      seconds: 5,
    }));
    const place = placeBeacon(bins, 1.8)!;
    expect(Math.hypot(place.x - x, place.y - y)).toBeLessThan(2);
    expect(Math.abs(place.powerDbm + 66)).toBeLessThan(3);
  });

  it('does not guess from two places', () => {
    const bins = [0, 1].map((x) => ({ x, y: 0, level: 0, meanDbm: -70, count: 5, seconds: 3 }));
    expect(placeBeacon(bins, 1.8)).toBeUndefined();
  });
});
