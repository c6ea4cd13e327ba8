import { describe, expect, it } from 'vitest';
import type { Heading } from './course';
import { ReceiverState } from './receiver-state';

const EAST: Heading = { east: 1, north: 0 };
const WEST: Heading = { east: -1, north: 0 };
const NORTH: Heading = { east: 0, north: 1 };
const VARIANCE = 20;

/** Seconds among eight beacons round about, each heard so much stronger than expected as `residualDb` says for its direction. */
function listen(
  receiver: ReceiverState,
  heading: Heading,
  seconds: number,
  residualDb: (east: number, north: number) => number,
): void {
  receiver.turn(heading);
  for (let i = 0; i < seconds; i++) {
    receiver.drift(1);
    for (let k = 0; k < 8; k++) {
      const [east, north] = [Math.cos((k * Math.PI) / 4), Math.sin((k * Math.PI) / 4)];
      receiver.update(residualDb(east, north), east, north, VARIANCE);
    }
  }
}

describe('what of a level is the receiver’s own', () => {
  it('is its gain, and a body that turns with the walker', () => {
    const receiver = new ReceiverState();
    listen(receiver, EAST, 60, (east) => -7 + 5 * east);
    receiver.turn(NORTH);
    expect(receiver.gainDb).toBeCloseTo(-7, 0);
    expect(receiver.offsetDb(0, 1) - receiver.offsetDb(0, -1)).toBeGreaterThan(8);
    expect(Math.abs(receiver.offsetDb(1, 0) - receiver.offsetDb(-1, 0))).toBeLessThan(1);
  });

  it('is no shadow of a place: what lies east of it is the place’s for whoever goes there and back', () => {
    const receiver = new ReceiverState();
    const shadow = (east: number): number => 6 * Math.max(0, east);
    const taken: number[] = [];
    for (let way = 0; way < 8; way++) {
      listen(receiver, way % 2 ? WEST : EAST, 8, shadow);
      taken.push(receiver.bodyDb.east);
    }
    expect(Math.abs(taken.slice(-2).reduce((a, b) => a + b) / 2)).toBeLessThan(0.8);
  });
});
