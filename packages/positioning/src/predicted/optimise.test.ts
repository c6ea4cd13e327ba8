import { expect, it } from 'vitest';
import { AccuracyMap } from './accuracy-map';
import { evenAim, judge, trafficAim } from './aim';
import { ceilingPlaces } from './ceiling-places';
import { fewBeaconsRule, sparseAreas } from './few-beacons';
import { addBest, rankByCost, removeLeast, type SearchStep } from './optimise';
import { prospectOf } from './prospect';
import { anyBeacons, beaconAt, twoStoreys } from './two-storeys.test-support';

const prospect = prospectOf(twoStoreys, undefined, 2);
const aim = evenAim(prospect, 'walking');

function chosen(steps: Iterable<SearchStep>): readonly Extract<SearchStep, { kind: 'chosen' }>[] {
  return [...steps].flatMap((step) => (step.kind === 'chosen' ? [step] : []));
}

it('each beacon that is added lowers the aim, by what it says, and is free of the others', () => {
  for (const seed of [1, 2]) {
    const hanging = anyBeacons(seed, 6);
    const map = new AccuracyMap(prospect, hanging);
    let before = judge(map, aim);
    for (const { value, change } of chosen(addBest(map, ceilingPlaces(prospect, hanging), 3, aim))) {
      expect(value).toBeLessThan(before);
      expect(value - before).toBeCloseTo(change, 9);
      before = value;
    }
    expect(judge(map, aim)).toBeCloseTo(before, 9);
    expect(map.beacons).toHaveLength(9);
  }
});

it('the first choice is the best of all candidates', () => {
  const hanging = anyBeacons(4, 5);
  const candidates = ceilingPlaces(prospect, hanging, 5);
  const [first] = chosen(addBest(new AccuracyMap(prospect, hanging), candidates, 1, aim));
  const values = candidates.map((beacon) => judge(new AccuracyMap(prospect, [...hanging, beacon]), aim));
  expect(first!.value).toBeCloseTo(Math.min(...values), 6);
});

it('the beacon that goes first is the one whose absence costs least, and none that has to stay goes', () => {
  const hanging = anyBeacons(5, 12);
  const values = hanging.map(({ id }) => ({
    id,
    value: judge(
      new AccuracyMap(
        prospect,
        hanging.filter((one) => one.id !== id),
      ),
      aim,
    ),
  }));
  const least = values.reduce((a, b) => (b.value < a.value ? b : a));
  const [first] = chosen(removeLeast(new AccuracyMap(prospect, hanging), 1, aim));
  expect(first!.id).toBe(least.id);
  const gone = chosen(removeLeast(new AccuracyMap(prospect, hanging), 5, aim, (_, id) => id === least.id));
  expect(gone).toHaveLength(5);
  expect(gone.map(({ id }) => id)).not.toContain(least.id);
});

it('beacons are ranked by what their death costs', () => {
  const map = new AccuracyMap(prospect, anyBeacons(6, 10));
  const search = rankByCost(map, aim);
  let step = search.next();
  while (!step.done) step = search.next();
  const costs = step.value.map(({ cost }) => cost);
  expect(costs).toHaveLength(10);
  expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  expect(costs.every((cost) => cost > 0)).toBe(true);
});

it('a search that nobody steps on has changed nothing more', () => {
  const hanging = anyBeacons(7, 6);
  const map = new AccuracyMap(prospect, hanging);
  const search = addBest(map, ceilingPlaces(prospect, hanging), 5, aim);
  search.next();
  search.return(undefined);
  expect(map.beacons).toHaveLength(6);
});

it('beacons are wanted where visitors walk', () => {
  const map = new AccuracyMap(prospect, anyBeacons(8, 4));
  const path = [
    { x: 2, y: 2 },
    { x: 12, y: 2 },
  ];
  const walked = trafficAim(prospect, 'walking', [{ level: 1, path, visitors: 500 }]);
  expect(walked.weights.reduce((sum, level) => sum + level.reduce((a, b) => a + b, 0), 0)).toBeCloseTo(1, 9);
  const candidates = ceilingPlaces(prospect, []);
  const id = chosen(addBest(map, candidates, 1, walked))[0]?.id;
  const { at } = candidates.find((beacon) => beacon.id === id)!;
  expect(at!.level).toBe('2F');
  expect(Math.hypot(at!.x - 7, at!.y - 2)).toBeLessThan(9);
});

it('an area with too few audible beacons is found with its place and size, and none where there are enough', () => {
  const crowd = Array.from({ length: 24 }, (_, i) =>
    beaconAt(`C${i}`, 2 + 5 * (i % 6), 3 + 5 * Math.floor(i / 6)),
  );
  const upper = crowd.map((beacon) => ({
    ...beacon,
    id: `U${beacon.id}`,
    at: { ...beacon.at!, level: '2F' },
  }));
  const register = { venue: '', beacons: [...crowd, ...upper] };
  expect(fewBeaconsRule({ venue: twoStoreys, register })).toEqual([]);
  expect(fewBeaconsRule({ venue: twoStoreys, register: { venue: '', beacons: [] } })).toEqual([]);
  const quiet = upper.map((beacon) => ({ ...beacon, measuredPowerDbm: -99 }));
  const lower = crowd.map((beacon) => ({ ...beacon, measuredPowerDbm: -70 }));
  const map = new AccuracyMap(prospect, [...lower, ...quiet]);
  const [issue] = fewBeaconsRule({
    venue: twoStoreys,
    register: { venue: '', beacons: [...lower, ...quiet] },
  });
  expect(issue).toMatchObject({ kind: 'few-beacons', at: { level: '2F' } });
  expect(sparseAreas(map)[0]!.area).toBe(600);
});
