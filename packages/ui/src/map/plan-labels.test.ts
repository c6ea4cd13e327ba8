import { expect, test } from 'vitest';
import { type PlanLabel, placeLabels } from './plan-labels';

const view = { scale: 10, width: 300, height: 200, textSize: 12 };
const place = (kind: PlanLabel['kind'], x: number, y: number) =>
  placeLabels(
    [{ id: kind, kind, at: { x, y }, text: '医务室', rank: 5, fromScale: 0 }],
    ({ x: left, y: top }) => ({ left, top }),
    view,
  );

test('no name is cut by an edge of the picture: a room’s is left out, a zone’s is moved into it', () => {
  for (const [x, y] of [
    [150, 2],
    [150, 198],
    [5, 100],
    [295, 100],
  ] as const) {
    expect(place('room', x, y)).toEqual([]);
    const [zone] = place('zone', x, y);
    expect(zone!.top).toBeGreaterThanOrEqual(view.textSize * 0.6);
    expect(zone!.top).toBeLessThanOrEqual(view.height - view.textSize * 0.6);
    expect(zone!.left).toBeGreaterThanOrEqual(view.textSize * 1.5);
    expect(zone!.left).toBeLessThanOrEqual(view.width - view.textSize * 1.5);
  }
  expect(place('room', 150, 100)).toHaveLength(1);
});
