import { describe, expect, it } from 'vitest';
import { Course } from './course';
import { positionAt } from './small-world.test-support';

/** A second between positions. */
function walked(...places: readonly (readonly [x: number, y: number])[]): Course {
  const course = new Course();
  for (const [i, [x, y]] of places.entries()) course.take(positionAt(1000 * i, x, y));
  return course;
}

describe('which way a walker looks', () => {
  it('is not known before they have gone a way', () => {
    expect(walked([3, 3], [3.3, 3.1], [2.9, 3.2], [3.2, 3]).heading).toBeUndefined();
  });

  it('is where they have gone lately', () => {
    const { east, north } = walked([0, 0], [1, 0], [2, 0], [3, 0], [3, 1], [3, 2], [3, 3]).heading!;
    expect(east).toBeCloseTo(0);
    expect(north).toBeCloseTo(1);
  });

  it('is where they last went while they stand, however their position trembles', () => {
    const { east } = walked([0, 0], [1, 0], [2, 0], [2.3, 0.3], [1.9, -0.2], [2.2, 0.4], [1.8, 0]).heading!;
    expect(east).toBeGreaterThan(0.95);
  });
});
