import { describe, expect, it } from 'vitest';
import { boundsOf, centroid, orientPolygon, polygonArea, polygonContains, signedArea } from './polygon';
import { distanceToBoundary, distanceToSegment, nearestOnSegment, segmentsCross } from './segment';

const square = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
  { x: 4, y: 4 },
  { x: 0, y: 4 },
];
const hole = square.map(({ x, y }) => ({ x: 1 + x / 2, y: 1 + y / 2 }));

describe('polygons', () => {
  it('an area is the outer ring without its holes, whichever way the rings turn', () => {
    expect(polygonArea({ outer: square, holes: [hole] })).toBe(12);
    expect(polygonArea({ outer: [...square].reverse(), holes: [hole] })).toBe(12);
  });

  it('orienting makes the outer ring counter-clockwise and the holes clockwise', () => {
    const polygon = orientPolygon([...square].reverse(), [hole]);
    expect(signedArea(polygon.outer)).toBe(16);
    expect(signedArea(polygon.holes[0]!)).toBe(-4);
  });

  it('a point in a hole is outside', () => {
    const polygon = orientPolygon(square, [hole]);
    expect(polygonContains(polygon, { x: 0.5, y: 2 })).toBe(true);
    expect(polygonContains(polygon, { x: 2, y: 2 })).toBe(false);
    expect(polygonContains(polygon, { x: 5, y: 2 })).toBe(false);
  });

  it('a centroid is found far from the origin, and for a ring without area', () => {
    expect(centroid(square)).toEqual({ x: 2, y: 2 });
    const line = [
      { x: 0, y: 0 },
      { x: 2, y: 0 },
    ];
    expect(centroid(line)).toEqual({ x: 1, y: 0 });
  });

  it('bounds hold every point', () => {
    expect(boundsOf(square)).toEqual({ minX: 0, minY: 0, maxX: 4, maxY: 4 });
  });
});

describe('segments', () => {
  it('the nearest point of a segment never lies beyond its ends', () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
    ];
    expect(nearestOnSegment({ x: -5, y: 3 }, a, b)).toEqual({ point: a, t: 0 });
    expect(nearestOnSegment({ x: 4, y: 3 }, a, b)).toEqual({ point: { x: 4, y: 0 }, t: 0.4 });
    expect(distanceToSegment({ x: 13, y: 4 }, a, b)).toBe(5);
    expect(distanceToSegment({ x: 3, y: 4 }, a, a)).toBe(5);
  });

  it('segments that only touch do not cross', () => {
    const [o, a, b, c] = [
      { x: 0, y: 0 },
      { x: 2, y: 2 },
      { x: 0, y: 2 },
      { x: 2, y: 0 },
    ];
    expect(segmentsCross(o, a, b, c)).toBe(true);
    expect(segmentsCross(o, a, a, b)).toBe(false);
  });

  it('the distance to a boundary counts the holes', () => {
    expect(distanceToBoundary({ outer: square, holes: [hole] }, { x: 2, y: 1.5 })).toBe(0.5);
  });
});
