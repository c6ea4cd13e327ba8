import { expect, test } from 'vitest';
import { Covered } from './covered';
import { linesOf, placeFor, withinEdges } from './labels';

const dot = (left: number, top: number) => ({
  left: left - 6,
  right: left + 6,
  top: top - 6,
  bottom: top + 6,
});
const SHIFTS = [0, -13, 13];
const nothing = new Covered();

test('a name gives way to a beacon, and lies on one rather than on another name or nowhere', () => {
  const at = { left: 100, top: 50 };
  const free = placeFor(at, 30, 8, SHIFTS, nothing, nothing)!;
  expect(free).toEqual({ left: 70, right: 130, top: 42, bottom: 58 });
  const beside = placeFor(at, 30, 8, SHIFTS, nothing, new Covered([dot(110, 52)]))!;
  expect(beside.bottom).toBeLessThanOrEqual(46);
  expect(placeFor(at, 30, 8, SHIFTS, nothing, new Covered([dot(110, 52), dot(90, 32), dot(90, 68)]))).toEqual(
    free,
  );
  expect(
    placeFor(at, 30, 8, SHIFTS, new Covered([{ left: 0, right: 200, top: 0, bottom: 100 }]), nothing),
  ).toBeUndefined();
});

test('a long English name has two lines, a Chinese one and a short one have one', () => {
  expect(linesOf('Human Resources and Social Security')).toEqual(['Human Resources and', 'Social Security']);
  expect(linesOf('人力资源和社会保障服务岛')).toEqual(['人力资源和社会保障服务岛']);
  expect(linesOf('Stairs A')).toEqual(['Stairs A']);
});

test('a name at the outer wall moves inwards; one outside, and one wider than the storey, stay where they are', () => {
  const edges = { left: 100, right: 500 };
  expect(withinEdges(110, 30, edges)).toBe(133);
  expect(withinEdges(495, 30, edges)).toBe(467);
  expect(withinEdges(300, 30, edges)).toBe(300);
  expect(withinEdges(80, 30, edges)).toBe(80);
  expect(withinEdges(300, 250, edges)).toBe(300);
  expect(withinEdges(300, 30, { left: NaN, right: NaN })).toBe(300);
});
