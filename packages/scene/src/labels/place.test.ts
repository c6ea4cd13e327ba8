import { boxesOverlap, seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { boxOf, type Placing, placeLabels } from './place';

const random = seededRandom(11);
const labels: Placing[] = Array.from({ length: 400 }, () => ({
  at: { left: 390 * random(), top: 844 * random() },
  width: 16 + 100 * random(),
  height: 16 + 20 * random(),
  anchor: random() < 0.5 ? 0.5 : 1,
  priority: Math.round(1000 * random()),
}));

describe('placing labels', () => {
  it('no two labels that are shown overlap', () => {
    const shown = placeLabels(labels, new Set());
    for (const i of shown) {
      for (const j of shown)
        if (i < j) expect(boxesOverlap(boxOf(labels[i]!), boxOf(labels[j]!))).toBe(false);
    }
  });

  it('every label that is not shown is covered by one that matters at least as much', () => {
    const shown = placeLabels(labels, new Set());
    labels.forEach((label, i) => {
      if (shown.includes(i)) return;
      const rivals = shown.filter((j) => boxesOverlap(boxOf(label, 3), boxOf(labels[j]!, 3)));
      expect(rivals.some((j) => labels[j]!.priority >= label.priority)).toBe(true);
    });
  });

  it('the most important is always shown', () => {
    const goal = { ...labels[0]!, priority: 5000 };
    expect(placeLabels([...labels, goal], new Set())[0]).toBe(labels.length);
  });

  it('what is shown stays among equals, so that nothing flickers', () => {
    const twins: Placing[] = [0, 1].map((i) => ({ ...labels[0]!, at: { left: 100 + i, top: 100 } }));
    expect(placeLabels(twins, new Set())).toEqual([0]);
    expect(placeLabels(twins, new Set([1]))).toEqual([1]);
  });
});
