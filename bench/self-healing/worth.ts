import { decodeReading, startChain } from '@daoyin/beacon-ingest';
import type { BeaconVerdict } from '@daoyin/positioning';
import { type Comparison, compareWalk, poolScores, type SimulatedWalk, simulateWalk } from '@daoyin/traces';
import type { Day } from './visits';

/** The default estimator on other visitors' walks, with the register as it was, healed, and as it should be: a line each. */
export function worthOf(day: Day, verdicts: readonly BeaconVerdict[], count: number): readonly string[] {
  const { venue, register, variant, world, findWay } = day;
  const walks = Array.from({ length: count }, (_, i) =>
    simulateWalk({ venue, register, seed: 900_000 + i, minutes: 5, variant, world, findWay }),
  );
  const registers = { 'as registered': [], healed: verdicts, 'as it is': oracleOf(day) };
  return [true, false].flatMap((withSteps) =>
    Object.entries(registers).map(([name, trust]) => {
      const { error, lost, coverage95 } = poolScores(
        walks.map((walk) => compare(day, walk, trust, withSteps)),
      );
      return (
        `${withSteps ? 'with steps' : 'radio only'}  ${name.padEnd(14)} median ${error?.median.toFixed(2)}  95 % ${error?.p95.toFixed(2)}` +
        `  lost ${lost.tracks}  in accuracy95 ${(100 * (coverage95 ?? 0)).toFixed(1)} %`
      );
    }),
  );
}

function oracleOf({ world }: Day): readonly BeaconVerdict[] {
  return world.beacons.flatMap(({ beacon, at, dead, moved }): BeaconVerdict[] => {
    const { id } = beacon;
    if (dead) return [{ beaconId: id, state: 'dead', probability: 1 }];
    const place = { x: at.x, y: at.y, level: beacon.at!.level, sd: 0 };
    return moved ? [{ beaconId: id, state: 'moved', probability: 1, place }] : [];
  });
}

function compare(
  { venue, register }: Day,
  walk: SimulatedWalk,
  verdicts: readonly BeaconVerdict[],
  withSteps: boolean,
): Comparison {
  const chain = startChain({ venue, register, verdicts, seed: 1, everyMs: 1000 });
  const lines = walk.lines.filter((line) => withSteps || !('step' in line));
  const events = lines.flatMap((line) => {
    const decoded = decodeReading({ ...line });
    return decoded.ok ? chain.push(decoded.input) : [];
  });
  const positions = [...events, ...chain.end()].flatMap((event) =>
    event.kind === 'position' ? [event.position] : [],
  );
  return compareWalk(walk.truth, positions);
}
