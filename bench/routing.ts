import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '@daoyin/geometry';
import { createRouter, type Router } from '@daoyin/routing';
import type { Venue } from '@daoyin/venue';
import { lengthOf, processorTime, row, spreadOf, staysOn, timesOf, timesOfEach } from './routing/measure';
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
  options: { parts: { type: 'string', default: 'levels,nearest,closing' } },
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

/**
 * Processor time from closing something to the route that avoids it: the first time, when the code itself is new to the machine, and the least of
 * five times, each with another door shut as well, so that nothing is known from before.
 */
function benchClosing(router: Router, venue: Venue): void {
  const far = {
    from: venue.windows[0]!.at,
    to: { window: venue.windows.at(-1)!.number },
    profile: 'walk',
  } as const;
  const closables = {
    doors: venue.openings.map(({ id }) => id),
    connectors: venue.connectors.map(({ id }) => id),
    rooms: venue.units
      .filter(({ category }) => category === 'conferenceroom' || category === 'room')
      .map(({ id }) => id),
    floors: venue.units
      .filter(({ category }) => category === 'walkway' || category === 'lobby')
      .map(({ id }) => id),
  };
  router.find(far);
  console.log(
    row('closing, then the route', ['CPU median ms', '95 % ms', 'most ms', 'first, most', 'cases']),
  );
  for (const [name, ids] of Object.entries(closables)) {
    const cases = ids.slice(0, 60);
    if (cases.length === 0) continue;
    let round = 0;
    const replan = (id: string) => {
      const level = [...venue.openings, ...venue.units].find((feature) => feature.id === id)?.level;
      const doors = venue.openings.filter((door) => door.level === level && door.id !== id);
      const other = doors[round % doors.length];
      return processorTime(() => {
        router.setClosed(other === undefined ? [id] : [id, other.id]);
        router.find(far);
      });
    };
    const first = cases.map(replan);
    const least = [...first];
    for (round = 1; round < 5; round++) {
      cases.forEach((id, i) => {
        least[i] = Math.min(least[i]!, replan(id));
      });
    }
    const { median, p95, most } = spreadOf(least);
    const cells = [median, p95, most, spreadOf(first).most].map((ms) => ms.toFixed(2));
    console.log(row(name, [...cells, String(cases.length)]));
  }
  router.setClosed([]);
}
