import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { fitted, NORTH_UP, type PlanView, panned, planToScreen, screenToPlan, zoomed } from './view';

const size = { width: 390, height: 500 };
const random = seededRandom(7);
const between = (from: number, to: number) => from + random() * (to - from);
const someView = (): PlanView => ({
  centre: { x: between(-50, 50), y: between(-50, 50) },
  scale: between(2, 40),
  upHeading: between(0, 6),
});
const somePoint = () => ({ x: between(-80, 80), y: between(-80, 80) });

describe('the view of a plan', () => {
  it('takes a point to the screen and back', () => {
    for (let i = 0; i < 100; i++) {
      const view = someView();
      const point = somePoint();
      const back = screenToPlan(view, size, planToScreen(view, size, point));
      expect(back.x).toBeCloseTo(point.x, 9);
      expect(back.y).toBeCloseTo(point.y, 9);
    }
  });

  it('has north up and east right, and the heading up where it is turned', () => {
    const view = { centre: { x: 0, y: 0 }, scale: 10, upHeading: NORTH_UP };
    expect(planToScreen(view, size, { x: 1, y: 2 })).toEqual({ left: 205, top: 230 });
    const east = planToScreen({ ...view, upHeading: 0 }, size, { x: 3, y: 0 });
    expect(east.left).toBeCloseTo(195);
    expect(east.top).toBeCloseTo(220);
  });

  it('keeps what is below the finger when zooming', () => {
    for (let i = 0; i < 50; i++) {
      const view = someView();
      const at = { left: between(0, 390), top: between(0, 500) };
      const before = screenToPlan(view, size, at);
      const after = screenToPlan(zoomed(view, size, between(0.5, 2), at), size, at);
      expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(1e-9);
    }
  });

  it('moves with the finger', () => {
    const view = someView();
    const point = somePoint();
    const before = planToScreen(view, size, point);
    const after = planToScreen(panned(view, size, 30, -12), size, point);
    expect(after.left - before.left).toBeCloseTo(30);
    expect(after.top - before.top).toBeCloseTo(-12);
  });

  it('fits every point inside the margin, however it is turned', () => {
    for (let i = 0; i < 30; i++) {
      const points = [somePoint(), somePoint(), somePoint()];
      const view = fitted(points, size, 40, between(0, 6));
      for (const point of points) {
        const { left, top } = planToScreen(view, size, point);
        expect(left).toBeGreaterThanOrEqual(39.9);
        expect(left).toBeLessThanOrEqual(350.1);
        expect(top).toBeGreaterThanOrEqual(39.9);
        expect(top).toBeLessThanOrEqual(460.1);
      }
    }
  });
});
