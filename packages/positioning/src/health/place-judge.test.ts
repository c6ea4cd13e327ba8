import { describe, expect, it } from 'vitest';
import { indexBeacons } from '../beacon-index';
import { Candidates } from './candidates';
import type { PooledSquare } from './ledger';
import { PlaceJudge } from './place-judge';
import { register } from './small-world.test-support';

const index = indexBeacons(register);
const beacon = index.beacons[index.indexOf('B12')!]!;
const [RECEIVER_Z, BODY_DB] = [1.2, 4];

/** Squares of a lane 2 m south of the beacon, whose walkers all look east, with the beacon `dx` metres east of its place. */
function lane(dx: number, toldBodyDb: number): readonly PooledSquare[] {
  const hung = new Candidates(index, undefined, beacon, [
    { dx: 0, dy: 0, level: 0 },
    { dx, dy: 0, level: 0 },
  ]);
  return Array.from({ length: 15 }, (_, i): PooledSquare => {
    const at = { x: 1 + 2 * i, y: 13, z: RECEIVER_Z, level: 0 };
    const dbm = hung.expectedDbm(1, at) + hung.bodyDb(1, at, [BODY_DB, 0]);
    return { level: '1F', x: at.x, y: at.y, dbm, body: [toldBodyDb, 0], weight: 0.5 };
  });
}

describe('where a beacon hangs', () => {
  it('is judged with the bodies of those who walked, as they see it from there', () => {
    const [told, untold] = [BODY_DB, 0].map(
      (db) => new PlaceJudge(index, undefined, beacon).judge(lane(5, db))!,
    );
    expect(Math.abs(told!.place.x - (beacon.x + 5))).toBeLessThan(1);
    expect(told!.logBayesFactor).toBeGreaterThan(untold!.logBayesFactor + 1);
  });

  it('is less sure by the levels alone, which err with the positions, than beside levels from before, which err alike', () => {
    const judge = new PlaceJudge(index, undefined, beacon);
    const levels = lane(5, BODY_DB);
    expect(judge.judge(levels)!.logBayesFactor).toBeLessThan(judge.judgeSince(levels)!.logBayesFactor - 0.3);
  });

  it('is its registered place where only bodies make it louder on one side', () => {
    expect(new PlaceJudge(index, undefined, beacon).judge(lane(0, BODY_DB))!.logBayesFactor).toBeLessThan(-1);
  });
});
