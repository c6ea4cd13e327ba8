import { describe, expect, test } from 'vitest';
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

describe('the name of a zone', () => {
  const zone: PlanLabel = {
    id: 'z',
    kind: 'zone',
    at: { x: 150, y: 100 },
    text: '社保民生区',
    rank: 8,
    fromScale: 0,
  };
  const at = ({ x: left, y: top }: { readonly x: number; readonly y: number }) => ({ left, top });

  test('gives way to whoever is here, and is left out where there is no room beside them', () => {
    const mark = { left: 140, right: 160, top: 90, bottom: 110 };
    const [moved] = placeLabels([zone], at, { ...view, keepClear: [mark] });
    const half = view.textSize * 0.6;
    expect(moved!.top - half >= mark.bottom || moved!.top + half <= mark.top).toBe(true);
    const everywhere = { left: 0, right: 300, top: 0, bottom: 200 };
    expect(placeLabels([zone], at, { ...view, keepClear: [everywhere] })).toEqual([]);
  });

  test('runs under no control: it moves beside one, as long as it still stands on its zone', () => {
    const at200 = { ...zone, at: { x: 250, y: 100 } };
    const controls = { left: 256, right: 300, top: 0, bottom: 200 };
    const [moved] = placeLabels([at200], at, { ...view, covered: [controls] });
    expect(moved!.left).toBeLessThan(250);
    expect(moved!.left + view.textSize * 2.5).toBeLessThanOrEqual(controls.left);
    const wide = { ...controls, left: 200 };
    expect(placeLabels([at200], at, { ...view, covered: [wide] })).toEqual([]);
  });

  test('stands only where the zone is not much shorter than it', () => {
    expect(placeLabels([{ ...zone, span: 6 }], at, view)).toHaveLength(1);
    expect(placeLabels([{ ...zone, span: 6 }], at, { ...view, scale: 5 })).toEqual([]);
  });
});
