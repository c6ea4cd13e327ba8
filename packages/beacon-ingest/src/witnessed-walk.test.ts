import { trustedRegister } from '@daoyin/positioning';
import type { BeaconRegister } from '@daoyin/venue';
import { expect, it } from 'vitest';
import { startChain } from './chain';
import type { ChainInput } from './lines';
import { reportOfWalk } from './witnessed-walk';

const register: BeaconRegister = {
  venue: 'test',
  beacons: Array.from({ length: 20 }, (_, i) => ({
    id: `B${i}`,
    at: { x: 5 * (i % 5), y: 5 * Math.floor(i / 5), level: '1F' },
    height: 3,
    measuredPowerDbm: -59,
    status: 'active' as const,
  })),
};

/** A walk of a minute from west to east through the middle, every beacon but B7 heard three times a second, with steps. */
function walk(): readonly ChainInput[] {
  const inputs: ChainInput[] = [];
  for (let atMs = 0; atMs < 60_000; atMs += 100) {
    const x = atMs / 3000;
    if (atMs % 500 === 0) inputs.push({ kind: 'step', atMs, length: 1 / 6, heading: 0 });
    register.beacons.forEach(({ id, at }, i) => {
      if ((atMs / 100) % 3 !== i % 3 || id === 'B7') return;
      const rssiDbm = Math.round(
        -59 - 19 * Math.log10(Math.hypot(at!.x - x, at!.y - 7, 1.8)) + ((i + atMs / 100) % 5) - 2,
      );
      inputs.push({ kind: 'reading', atMs: atMs + i, beaconId: id, rssiDbm });
    });
  }
  return inputs;
}

it('the report of a walk tells of every beacon along it, and of the one that should have been heard', () => {
  const report = reportOfWalk({ register, seed: 1 }, walk());
  expect(report).toHaveLength(register.beacons.length);
  const silent = report.filter(({ heard }) => heard === 0);
  expect(silent.map(({ beaconId }) => beaconId)).toEqual(['B7']);
  expect(silent[0]!.expected[2]).toBeGreaterThan(20);
});

it('a chain that knows of a dead beacon goes by the register without it, and still hears it', () => {
  const verdicts = [{ beaconId: 'B8', state: 'dead', probability: 1 } as const];
  const told = startChain({ register, verdicts, seed: 1 });
  const without = startChain({ register: trustedRegister(register, verdicts), seed: 1 });
  const events = walk().map((input) => {
    without.push(input);
    return told.push(input);
  });
  expect(told.positionAt(60_000)).toEqual(without.positionAt(60_000));
  const heard = events.flat().filter((event) => event.kind === 'reading' && event.reading.beaconId === 'B8');
  expect(heard.length).toBeGreaterThan(100);
});
