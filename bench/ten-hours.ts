import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decodeReading, startChain } from '@daoyin/beacon-ingest';
import { type Comparison, compareWalk, createRadioWorld, routedWays, simulateWalk } from '@daoyin/traces';
import { loadRegister, loadVenue, range } from './positioning/walks';

/**
 * Ten hours of simulated walks with steps, the default estimator beside their truth: `tsx bench/ten-hours.ts [--worlds 10] [--walks 6]
 * [--minutes 10] [--seed 500] [--venue DIR] [--beacons FILE]`.
 * A track is lost that is more than 10 m off for more than 10 s. Each lost one is told with its seed and its worst moment, so that it can be
 * walked again; then the time to the first position within 3 m of the truth.
 */
const repository = fileURLToPath(new URL('..', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    worlds: { type: 'string', default: '10' },
    walks: { type: 'string', default: '6' },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '500' },
    venue: { type: 'string', default: `${repository}floorplans/zhongshan` },
    beacons: { type: 'string', default: `${repository}beacons.json` },
  },
});

main();

function main(): void {
  const hall = { venue: loadVenue(flags.venue), register: loadRegister(flags.beacons) };
  const findWay = routedWays(hall.venue);
  const minutes = Number(flags.minutes);
  const done: Comparison[] = [];
  for (const w of range(Number(flags.worlds))) {
    const worldSeed = Number(flags.seed) + w;
    const world = createRadioWorld({ ...hall, seed: worldSeed, remember: true });
    for (const i of range(Number(flags.walks))) {
      const seed = 1000 * worldSeed + i;
      const walk = simulateWalk({ ...hall, seed, minutes, world, findWay });
      const chain = startChain({ ...hall, seed: 1, everyMs: 1000 });
      const events = walk.lines.flatMap((line) => {
        const decoded = decodeReading({ ...line });
        return decoded.ok ? chain.push(decoded.input) : [];
      });
      const positions = [...events, ...chain.end()].flatMap((event) =>
        event.kind === 'position' ? [event.position] : [],
      );
      const comparison = compareWalk(walk.truth, positions);
      done.push(comparison);
      if (comparison.lost.length > 0) console.log(describeLost(worldSeed, seed, comparison));
    }
    console.log(summaryOf(done, (minutes * done.length) / 60));
  }
}

function describeLost(world: number, seed: number, { lost, scored }: Comparison): string {
  const { atMs, error, truth, position } = scored.reduce((a, b) => (b.error > a.error ? b : a));
  const place = ({ x, y, level }: { x: number; y: number; level?: string }): string =>
    `${level} (${x.toFixed(0)}, ${y.toFixed(0)})`;
  return (
    `lost: world ${world}, walk ${seed}, for ${lost.map((s) => s.toFixed(0)).join(' and ')} s; ` +
    `worst ${error.toFixed(1)} m at ${(atMs / 1000).toFixed(0)} s: ${place(truth)} taken for ${place(position)}`
  );
}

function summaryOf(done: readonly Comparison[], hours: number): string {
  const lost = done.flatMap((comparison) => comparison.lost);
  const first = done.map(({ firstGoodFixMs = Infinity }) => firstGoodFixMs / 1000).sort((a, b) => a - b);
  const errors = done.flatMap(({ scored }) => scored.map(({ error }) => error)).sort((a, b) => a - b);
  const at = (sorted: readonly number[], share: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(2);
  return (
    `${hours.toFixed(1)} h: ${lost.length} tracks lost (${lost.reduce((a, b) => a + b, 0).toFixed(0)} s); ` +
    `first position within 3 m after ${at(first, 0.5)} s (median), ${at(first, 0.95)} s (95 %); ` +
    `error ${at(errors, 0.5)} / ${at(errors, 0.95)} m, worst ${errors.at(-1)?.toFixed(1)}`
  );
}
