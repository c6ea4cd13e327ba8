import type { WalkIn } from '@daoyin/routing';
import { expect, test } from 'vitest';
import { entrancesByLot } from './entrances';

const COUNT = 3000;
const walksBy = (...entrances: readonly string[]): WalkIn[] =>
  entrances.map((entranceId) => ({ entranceId, window: '1', profile: 'walk', seconds: 10 }));
const comers = (walks: readonly WalkIn[]) => {
  const entranceOf = entrancesByLot(walks);
  return Array.from({ length: COUNT }, (_, ordinal) => entranceOf(ordinal, 'walk')!);
};
const shareOf = (of: readonly string[], entrance: string) =>
  of.filter((one) => one === entrance).length / COUNT;

test('each entrance has its share, and a door more draws its own evenly from the others, moving nobody between those', () => {
  const before = comers(walksBy('south', 'east', 'west'));
  for (const one of ['south', 'east', 'west']) expect(shareOf(before, one)).toBeCloseTo(1 / 3, 1);
  const after = comers(walksBy('south', 'east', 'west', 'north'));
  expect(shareOf(after, 'north')).toBeCloseTo(1 / 4, 1);
  expect(after.every((one, i) => one === 'north' || one === before[i])).toBe(true);
});

test('who came by a door that is shut comes by another, the rest as before', () => {
  const [before, after] = [walksBy('south', 'east'), walksBy('south', 'east')];
  delete (after[1] as { seconds?: number }).seconds;
  const [was, is] = [comers(before), comers(after)];
  expect(is.every((one) => one === 'south')).toBe(true);
  expect(shareOf(was, 'east')).toBeCloseTo(0.5, 1);
  expect(entrancesByLot([])(1, 'walk')).toBeUndefined();
});
