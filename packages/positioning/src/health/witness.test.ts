import { describe, expect, it } from 'vitest';
import { decodeTestimony, type WalkReport } from './report';
import { positionAt, register, walk } from './small-world.test-support';
import { BeaconWitness, WitnessSite } from './witness';

const levelsOf = (report: WalkReport, beaconId: string) =>
  report.find((testimony) => testimony.beaconId === beaconId)!.squares;

describe('the witness beside a walk', () => {
  it('says nothing without positions, or with poor ones', () => {
    const witness = new BeaconWitness(new WitnessSite({ register }));
    for (let atMs = 1000; atMs < 60_000; atMs += 1000) {
      for (const { id } of register.beacons)
        witness.observe({ kind: 'reading', atMs, beaconId: id, rssiDbm: -70 });
      witness.settle(atMs % 2000 ? undefined : { ...positionAt(atMs, 10, 10), accuracy95: 12 });
    }
    expect(witness.report()).toEqual([]);
  });

  it('takes the receiver out: a deaf phone reports the same levels within 2 dB', () => {
    const [good, deaf] = [walk(5), walk(5, {}, { gainDb: -12 })];
    const differences = levelsOf(good, 'B7').flatMap(({ column, row, dbm, weight }) => {
      const same = levelsOf(deaf, 'B7').find((square) => square.column === column && square.row === row);
      return same && Math.min(weight, same.weight) > 0.08 ? [dbm - same.dbm] : [];
    });
    const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
    expect(differences.length).toBeGreaterThan(20);
    expect(Math.abs(mean)).toBeLessThan(2);
  });

  it('expects a silent beacon, and hears no more of a living one than it hears', () => {
    const report = walk(5, { B7: { dead: true } });
    expect(report.find(({ beaconId }) => beaconId === 'B7')).toMatchObject({ heard: 0 });
    expect(report.find(({ beaconId }) => beaconId === 'B7')!.expected[2]).toBeGreaterThan(20);
    expect(report.find(({ beaconId }) => beaconId === 'B8')!.expected[0]).toBeLessThanOrEqual(20);
  });

  it('tells no way: the same squares in the same order, whichever end one started from', () => {
    const keys = (report: WalkReport) => report.map(({ beaconId }) => beaconId);
    const lanes = [2, 7, 12, 17, 22];
    expect(keys(walk(5))).toEqual(keys(walk(5, {}, { lanes: lanes.toReversed() })));
    for (const { squares } of walk(5)) {
      const order = squares.map(({ column, row }) => row * 1000 + column);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  it('tells not how long: a minute in one place weighs as much as some seconds', () => {
    const waiting = (seconds: number): number => {
      const witness = new BeaconWitness(new WitnessSite({ register }));
      for (let i = 1; i <= 40 + seconds; i++) {
        const x = Math.min(i / 2, 20);
        for (const beacon of register.beacons) {
          const dbm = -59 - 25 * Math.log10(Math.hypot(beacon.at!.x - x, beacon.at!.y - 11, 1.8));
          for (let k = 0; k < 3; k++)
            witness.observe({ kind: 'reading', atMs: 1000 * i, beaconId: beacon.id, rssiDbm: dbm });
        }
        witness.settle(positionAt(1000 * i, x, 11));
      }
      return levelsOf(witness.report(), 'B8').find(({ column, row }) => column === 10 && row === 5)!.weight;
    };
    expect(waiting(60) / waiting(4)).toBeLessThan(1.3);
  });

  it('is understood at the other end, and nonsense is not', () => {
    for (const testimony of walk(5)) {
      expect(decodeTestimony(JSON.parse(JSON.stringify(testimony)))).toEqual(testimony);
    }
    const [sound] = walk(5);
    const square = sound!.squares[0]!;
    for (const nonsense of [
      null,
      {},
      { ...sound, heard: -1 },
      { ...sound, expected: [1] },
      { ...sound, squares: [{ ...square, column: 0.5 }] },
      { ...sound, squares: [{ ...square, weight: 1e9 }] },
      { ...sound, squares: [{ ...square, body: [0] }] },
      { ...sound, squares: [{ ...square, body: [400, 0] }] },
    ]) {
      expect(decodeTestimony(nonsense)).toBeUndefined();
    }
  });
});
