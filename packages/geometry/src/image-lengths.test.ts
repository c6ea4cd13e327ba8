import { describe, expect, it } from 'vitest';
import { type ImagePlacement, imageToVenue, scaleAndTurn } from './image-fit';
import { axisOf, type KnownLength, missedBy, placedByLengths, scaleOf, turnOf } from './image-lengths';

/** As a picture is opened: upright, at 6 cm a pixel. */
const opened: ImagePlacement = { xx: 0.06, xy: 0, x0: -4, yx: 0, yy: -0.06, y0: 30 };
const from = { column: 100, row: 50 };
const NORTH = Math.PI / 2;

/** A picture's line of some pixels that rises by an angle from its row. */
const line = (angle: number, pixels: number) => ({
  from,
  to: { column: from.column + pixels * Math.cos(angle), row: from.row - pixels * Math.sin(angle) },
});

describe('known lengths of a picture', () => {
  it('give its scale, and say how much each is missed', () => {
    const lengths: readonly KnownLength[] = [
      { from, to: { column: 600, row: 50 }, metres: 10 },
      { from, to: { column: 100, row: 1050 }, metres: 20.4 },
    ];
    const metresPerPixel = scaleOf(lengths)!;
    expect(metresPerPixel).toBeGreaterThan(0.02);
    expect(metresPerPixel).toBeLessThan(0.0204);
    const placement = placedByLengths(opened, lengths, undefined);
    expect(missedBy(placement, lengths[0]!)).toBeCloseTo(500 * metresPerPixel - 10, 9);
    expect(missedBy(placement, lengths[1]!)).toBeCloseTo(1000 * metresPerPixel - 20.4, 9);
    expect(scaleOf([])).toBeUndefined();
    expect(scaleOf([{ from, to: from, metres: 3 }])).toBeUndefined();
    expect(scaleOf([{ ...lengths[0]!, metres: 0 }])).toBeUndefined();
  });

  it('give its turn where their directions are known, the longer one counting more', () => {
    const east = { ...line(0.3, 500), metres: 10, direction: 0 };
    const north = { ...line(NORTH + 0.3, 300), metres: 6, direction: NORTH };
    expect(turnOf([east, north])).toBeCloseTo(-0.3, 9);
    const off = { ...line(NORTH + 0.4, 300), metres: 6, direction: NORTH };
    expect(turnOf([east, off])).toBeLessThan(-0.3);
    expect(turnOf([east, off])).toBeGreaterThan(-0.35);
    expect(turnOf([{ ...line(3, 500), metres: 10, direction: Math.PI }])).toBeCloseTo(Math.PI - 3, 9);
    expect(turnOf([{ ...line(0.3, 500), metres: 10 }])).toBeUndefined();
  });

  it('place it about the start of the first, or so that one point lies where it should', () => {
    const lengths = [
      { ...line(0.3, 500), metres: 10, direction: 0 },
      { ...line(NORTH + 0.3, 300), metres: 6, direction: NORTH },
    ];
    const about = placedByLengths(opened, lengths, undefined);
    expect(imageToVenue(about, from).x).toBeCloseTo(2, 9);
    expect(imageToVenue(about, from).y).toBeCloseTo(27, 9);
    expect(scaleAndTurn(about).metresPerPixel).toBeCloseTo(0.02, 9);
    expect(scaleAndTurn(about).turn).toBeCloseTo(-0.3, 9);
    const tie = { image: { column: 700, row: 400 }, venue: { x: 12, y: 34 } };
    const placed = placedByLengths(opened, lengths, tie);
    expect(imageToVenue(placed, tie.image).x).toBeCloseTo(12, 9);
    expect(imageToVenue(placed, tie.image).y).toBeCloseTo(34, 9);
    expect(scaleAndTurn(placed).turn).toBeCloseTo(-0.3, 9);
    expect(placedByLengths(placed, lengths, tie).x0).toBeCloseTo(placed.x0, 9);
    expect(placedByLengths(opened, [], undefined)).toBe(opened);
  });

  it('lie along an axis of the plan where they nearly do', () => {
    expect(axisOf(opened, line(0.05, 500), 0.2)).toBe(0);
    expect(axisOf(opened, line(NORTH - 0.1, 500), 0.2)).toBeCloseTo(NORTH, 9);
    expect(axisOf(opened, line(-NORTH, 500), 0.2)).toBeCloseTo(3 * NORTH, 9);
    expect(axisOf(opened, line(Math.PI - 0.1, 500), 0.2)).toBeCloseTo(Math.PI, 9);
    expect(axisOf(opened, line(-Math.PI + 0.1, 500), 0.2)).toBeCloseTo(Math.PI, 9);
    expect(axisOf(opened, line(0.5, 500), 0.2)).toBeUndefined();
  });
});
