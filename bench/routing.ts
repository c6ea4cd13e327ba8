import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '@daoyin/geometry';
import { createRouter, type Router } from '@daoyin/routing';
import { benchClosing, benchFirstClosing } from './routing/closing';
import { lengthOf, row, staysOn, timesOf, timesOfEach } from './routing/measure';
import { benchNearest } from './routing/nearest';
import { gridPeer, type Peer, recastPeer, threePeer } from './routing/peers';
import { pairsIn, readPlan } from './routing/plan';

/** A path may be so much longer than a peer's before it counts; a peer's that leaves the floor does not count, and is told apart. */
const LONGER = 1.001;
const PAIRS = 500;

const root = join(import.meta.dirname, '..');
const shared = join(process.env.DAOYIN_DATA ?? join(root, '../shared/data'), 'hall/venue');
const halls = [join(root, 'floorplans/zhongshan'), shared].filter((folder) => existsSync(folder));
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { parts: { type: 'string', default: 'levels,nearest,closing,first' } },
});
const parts = new Set(flags.parts.split(','));
for (const folder of positionals.length > 0 ? positionals : halls) await benchHall(folder);

async function benchHall(folder: string): Promise<void> {
  const venue = readPlan(folder);
  const before = performance.now();
  const router = createRouter(venue);
  console.log(
    `\n${folder}: ${venue.levels.length} levels, router built in ${(performance.now() - before).toFixed(0)} ms`,
  );
  for (const { shortName } of parts.has('levels') ? venue.levels : []) await benchLevel(router, shortName);
  if (parts.has('nearest')) benchNearest(router, venue);
  if (parts.has('closing')) benchClosing(router, venue);
  if (parts.has('first')) benchFirstClosing(folder, venue);
}

/** One level, one walker, the same pairs for all; recast-navigation and we in turn, the slow ones once. */
async function benchLevel(router: Router, level: string): Promise<void> {
  const areas = router.walkable(level, 'walk');
  const pairs = pairsIn(areas, PAIRS, seededRandom(1));
  const ours: Peer = {
    name: 'daoyin',
    buildMs: 0,
    find: (from, to) => {
      const found = router.find({ from: { ...from, level }, to: { ...to, level }, profile: 'walk' });
      return found.ok ? found.path : undefined;
    },
  };
  const cold = timesOf(pairs, ({ from, to }) => ours.find(from, to), 1);
  for (let i = 0; i < 5; i++) for (const { from, to } of pairs) ours.find(from, to);
  const paths = pairs.map(({ from, to }) => ours.find(from, to));
  console.log(
    row(`level ${level}, ${PAIRS} pairs`, [
      'median µs',
      '95 % µs',
      'build ms',
      'no path',
      'we longer',
      'it cuts',
      'mean ratio',
    ]),
  );
  const recast = await recastPeer(areas);
  const quick = [ours, recast];
  const together = timesOfEach(
    pairs,
    quick.map(
      (peer) =>
        ({ from, to }: (typeof pairs)[number]) =>
          peer.find(from, to),
    ),
    15,
  );
  const peers = [...quick, threePeer(areas), gridPeer(areas)];
  console.log(row('daoyin, the first queries of all', [cold.median, cold.p95]));
  for (const peer of peers) {
    const theirs = pairs.map(({ from, to }) => peer.find(from, to));
    const both = theirs.flatMap((path, i) =>
      path !== undefined && paths[i] !== undefined
        ? [{ path, ratio: lengthOf(path) / lengthOf(paths[i]!) }]
        : [],
    );
    const shorter = both.filter(({ ratio }) => ratio * LONGER < 1);
    const longer = shorter.filter(({ path }) => staysOn(areas, path)).length;
    const missing = theirs.filter((path) => path === undefined).length;
    const mean = both.reduce((sum, { ratio }) => sum + ratio, 0) / both.length;
    const { median, p95 } =
      together[quick.indexOf(peer)] ?? timesOf(pairs, ({ from, to }) => peer.find(from, to), 1);
    console.log(
      row(peer.name, [
        median,
        p95,
        peer.buildMs,
        String(missing),
        String(longer),
        String(shorter.length - longer),
        mean.toFixed(4),
      ]),
    );
  }
}
