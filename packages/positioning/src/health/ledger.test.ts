import { describe, expect, it } from 'vitest';
import { HealthLedger } from './ledger';
import { walk } from './small-world.test-support';

const DAY_MS = 86_400_000;

describe('the health ledger', () => {
  it('gives the same sums whatever the order of the walks of a day', () => {
    const reports = [1, 2, 3].map((seed) => walk(seed));
    const [there, back] = [new HealthLedger(), new HealthLedger()];
    for (const report of reports) there.add(report, DAY_MS);
    for (const report of reports.toReversed()) back.add(report, DAY_MS);
    const sums = (ledger: HealthLedger) =>
      ledger
        .levelsOf('B7')
        .map(({ x, y, dbm }) => `${x} ${y} ${dbm.toFixed(6)}`)
        .sort();
    expect(sums(there)).toEqual(sums(back));
    expect(sums(there).length).toBeGreaterThan(20);
  });

  it('comes back from JSON as it was', () => {
    const ledger = new HealthLedger();
    ledger.add(walk(1), DAY_MS);
    ledger.add(walk(2, { B3: { dead: true } }), 2 * DAY_MS);
    const json = JSON.parse(JSON.stringify(ledger));
    expect(HealthLedger.fromJSON(json)?.toJSON()).toEqual(ledger.toJSON());
  });

  it('reads version 2, whose squares told of no bodies', () => {
    const ledger = new HealthLedger();
    ledger.add(walk(1), DAY_MS);
    const json = JSON.stringify({ ...ledger.toJSON(), version: 2 });
    const old = json.replaceAll(/(\/1F":\[[^,\]]+,[^,\]]+)[^\]]+\]/g, '$1]');
    const levelOf = ({ x, y, dbm, weight }: { x: number; y: number; dbm: number; weight: number }) =>
      `${x} ${y} ${dbm} ${weight}`;
    const read = HealthLedger.fromJSON(JSON.parse(old))!.levelsOf('B7');
    expect(read.map(levelOf)).toEqual(ledger.levelsOf('B7').map(levelOf));
    expect(read.every(({ body }) => body[0] === 0 && body[1] === 0)).toBe(true);
  });

  it('refuses what it did not write', () => {
    for (const json of [undefined, [], { version: 1, beacons: {} }, { version: 2, beacons: { A: {} } }]) {
      expect(HealthLedger.fromJSON(json)).toBeUndefined();
    }
  });

  it('does not grow with the days: old ones become one, and fade', () => {
    const report = walk(1);
    const ledger = new HealthLedger();
    for (let day = 1; day <= 60; day++) ledger.add(report, day * DAY_MS);
    expect(ledger.daysOf('B7').length).toBeLessThanOrEqual(6);
    const once = new HealthLedger();
    once.add(report, DAY_MS);
    const weight = (of: HealthLedger): number =>
      of.levelsOf('B7').reduce((sum, square) => sum + square.weight, 0);
    expect(weight(ledger) / weight(once)).toBeLessThan(30);
  });

  it('holds no time of day', () => {
    const [morning, evening] = [new HealthLedger(), new HealthLedger()];
    morning.add(walk(1), 5 * DAY_MS + 1);
    evening.add(walk(1), 6 * DAY_MS - 1);
    expect(morning.levelsOf('B7')).toEqual(evening.levelsOf('B7'));
    expect(morning.daysOf('B7')).toEqual(evening.daysOf('B7'));
  });
});
