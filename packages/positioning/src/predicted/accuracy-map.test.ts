import { expect, it } from 'vitest';
import { indexBeacons } from '../beacon-index';
import { pathLossModel } from '../radio-model';
import { AccuracyMap } from './accuracy-map';
import { squareAt } from './floor-cells';
import { outlookOf } from './outlook';
import { prospectOf } from './prospect';
import { anyBeacons, beaconAt, twoStoreys } from './two-storeys.test-support';
import { type LevelLoss, LossMap } from './without-one';

const prospect = prospectOf(twoStoreys, undefined, 2);
const beacons = anyBeacons(1, 30);
const WAYS = ['second', 'walking', 'steps'] as const;

const errorsOf = (map: AccuracyMap, listening: (typeof WAYS)[number]) =>
  [0, 1].flatMap((level) => [...map.level(level, listening).error95]);

it('a beacon that was dragged about gives the map that would be made anew, at every square of every level', () => {
  const dragged = new AccuracyMap(prospect, beacons);
  const moved = { ...beacons[7]!, at: { x: 4, y: 17, level: '2F' } };
  for (let x = 1; x < 30; x += 3) dragged.place('B7', { ...moved, at: { x, y: 9.3, level: '1F' } });
  dragged.place('B7', moved);
  const anew = new AccuracyMap(
    prospect,
    beacons.map((beacon) => (beacon.id === 'B7' ? moved : beacon)),
  );
  for (const level of [0, 1]) {
    const [a, b] = [dragged.level(level, 'walking'), anew.level(level, 'walking')];
    for (let square = 0; square < a.cells.count; square++) {
      expect(a.error95[square]).toBeCloseTo(b.error95[square]!, 5);
      expect(a.audible[square]).toBeCloseTo(b.audible[square]!, 5);
      expect(a.levelRight[square]).toBeCloseTo(b.levelRight[square]!, 5);
    }
  }
});

it('no beacon more makes any square worse, however one listens', () => {
  for (const seed of [2, 3]) {
    const all = anyBeacons(seed, 12);
    const map = new AccuracyMap(prospect, all.slice(0, 4));
    for (const beacon of all.slice(4)) {
      const before = WAYS.map((listening) => errorsOf(map, listening));
      map.place(beacon.id, beacon);
      for (const [i, listening] of WAYS.entries()) {
        for (const [square, error] of errorsOf(map, listening).entries()) {
          expect(error).toBeLessThanOrEqual(before[i]![square]! * (1 + 1e-6));
        }
      }
    }
  }
});

it('walking is better than a second alone, and walking with steps better still', () => {
  const map = new AccuracyMap(prospect, beacons);
  const [second, walking, steps] = WAYS.map((listening) => errorsOf(map, listening));
  for (const [square, error] of walking!.entries()) {
    expect(error).toBeLessThan(second![square]!);
    expect(steps![square]).toBeLessThan(error);
  }
});

function refreshed(losses: LossMap): LevelLoss {
  const steps = losses.refresh();
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

it('what a dead beacon costs is what the map without it says', () => {
  const map = new AccuracyMap(prospect, beacons);
  const whole = map.level(0, 'walking').error95;
  const { loss, culprits } = refreshed(new LossMap(map, 0, 'walking'));
  const worst = new Float32Array(whole.length);
  for (const { id } of beacons) {
    const without = new AccuracyMap(
      prospect,
      beacons.filter((one) => one.id !== id),
    );
    for (const [square, error] of without.level(0, 'walking').error95.entries())
      worst[square] = Math.max(worst[square]!, error - whole[square]!);
  }
  for (const [square, metres] of loss.entries()) expect(metres).toBeCloseTo(worst[square]!, 3);
  expect(culprits.every((id) => id !== undefined)).toBe(true);
});

it('while a beacon is dragged, the losses that follow it are those of trying all', () => {
  const map = new AccuracyMap(prospect, beacons);
  const losses = new LossMap(map, 0, 'walking');
  refreshed(losses);
  map.place('B3', { ...beacons[3]!, at: { x: 14, y: 9, level: '1F' } });
  const followed = losses.follow(['B3']);
  const all = refreshed(new LossMap(map, 0, 'walking'));
  const same = followed.loss.filter((metres, square) => Math.abs(metres - all.loss[square]!) < 1e-4);
  expect(same.length).toBeGreaterThan(0.97 * followed.loss.length);
  expect(followed.loss.every((metres, square) => metres <= all.loss[square]! + 1e-4)).toBe(true);
});

it('a beacon out of use, without a place or on another building’s level tells nothing', () => {
  const map = new AccuracyMap(prospect, [
    { ...beaconAt('R', 5, 5), status: 'retired' },
    { id: 'U', height: 3, measuredPowerDbm: -59, status: 'active' },
    beaconAt('X', 5, 5, '9F'),
  ]);
  expect(map.beacons).toEqual([]);
  expect(map.level(0, 'second').audible.every((count) => count === 0)).toBe(true);
});

it('a beacon is audible near by, less behind walls, and hardly through a slab from afar', () => {
  const weak = { ...beaconAt('W', 24, 5), measuredPowerDbm: -85 };
  const map = new AccuracyMap(prospect, [weak]);
  const at = (level: number, x: number, y: number) =>
    map.level(level, 'second').audible[squareAt(prospect.cells[level]!, x, y)]!;
  expect(at(0, 25, 5)).toBeGreaterThan(0.5);
  expect(at(0, 25, 11)).toBeLessThan(at(0, 18, 5) - 0.05); // 6 m off both: the room's wall between
  expect(at(1, 3, 15)).toBeLessThan(0.01);
});

it('levels are told apart where beacons hang on one of them, and not where nothing is heard', () => {
  const heard = new AccuracyMap(prospect, beacons).level(0, 'second').levelRight;
  expect(Math.min(...heard)).toBeGreaterThan(0.9);
  const silent = new AccuracyMap(prospect, []).level(0, 'second').levelRight;
  expect(Math.max(...silent)).toBeCloseTo(0.5, 2);
});

it('expects of a beacon what the radio model of the estimators expects', () => {
  const index = indexBeacons({ venue: '', beacons }, twoStoreys);
  const model = pathLossModel(index);
  const out = { dbm: 0, slope: 0 };
  for (const [number, beacon] of beacons.entries()) {
    const outlook = outlookOf(beacon, prospect)!;
    for (const level of [0, 1]) {
      outlook.open(level, 7.3, out);
      expect(out.dbm).toBeCloseTo(model.expectedDbm(number, outlook.x + 7.3, outlook.y, level), 1);
      expect(out.slope).toBeLessThan(0);
    }
  }
});
