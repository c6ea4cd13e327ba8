import { describe, expect, it } from 'vitest';
import { putIn, takeOut } from './outbox';

const piece = (i: number) => ({ beaconId: `B${i}`, heard: 0, expected: [1, 0, 0, 0] as const });
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => piece(i)).reduce<readonly ReturnType<typeof piece>[]>(
    (outbox, one) => putIn(outbox, one, 0.5) as readonly ReturnType<typeof piece>[],
    [],
  );

describe('what a device has to say of beacons', () => {
  it('is not sent while there is little to hide it among', () => {
    expect(takeOut(many(8), 0.5)).toBeUndefined();
    expect(takeOut(many(9), 0.5)?.rest).toHaveLength(8);
  });

  it('is drawn from all that is there, the first and the last alike', () => {
    const outbox = many(10);
    const drawn = outbox.map((_, i) => takeOut(outbox, (i + 0.5) / 10)!.evidence);
    expect(drawn).toEqual(outbox);
  });

  it('is in no order of time, and never more than 200 pieces', () => {
    expect(many(20).map(({ beaconId }) => beaconId)).not.toEqual(
      Array.from({ length: 20 }, (_, i) => `B${i}`),
    );
    expect(many(300)).toHaveLength(200);
  });
});
