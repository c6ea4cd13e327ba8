import { describe, expect, test } from 'vitest';
import { alongAxes, alongOrAcross, mainAxes } from './axes';
import { corridorVenue } from './corridors.test-support';

const ASKEW = 0.3;

describe('the main axes of a hall', () => {
  test('are those of its walls', () => {
    const { direction, clarity } = mainAxes(corridorVenue(), '1F')!;
    expect(direction).toBeCloseTo(0);
    expect(clarity).toBeCloseTo(1);
  });

  test('turn with a hall that stands askew', () => {
    const straight = corridorVenue();
    const turned = straight.units.map((unit) => ({
      ...unit,
      area: unit.area.map(({ outer }) => ({ outer: outer.map(turn), holes: [] })),
    }));
    expect(mainAxes({ ...straight, units: turned, fixtures: [] }, '1F')!.direction).toBeCloseTo(ASKEW, 2);
  });

  test('are absent on a level without walls', () => {
    expect(mainAxes({ ...corridorVenue(), units: [], fixtures: [] }, '1F')).toBeUndefined();
  });

  test('who keeps to them goes along or across; who keeps to the diagonals too, at 45°', () => {
    const axes = { direction: 0.1, clarity: 1 };
    expect(alongAxes(axes, 0.1 + Math.PI / 2)).toBeGreaterThan(1);
    expect(alongAxes(axes, 0.1 + Math.PI / 4)).toBeLessThan(0);
    expect(alongOrAcross(axes, 0.1 - Math.PI / 4)).toBeGreaterThan(1);
  });
});

function turn({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } {
  const [cos, sin] = [Math.cos(ASKEW), Math.sin(ASKEW)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}
