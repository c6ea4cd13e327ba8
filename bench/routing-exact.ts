import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@daoyin/geometry';
import { createRouter } from '@daoyin/routing';
import { visibilityGraphLength } from '../packages/routing/src/graph/reference';
import { GRID, type Region } from '../packages/routing/src/space/clip';
import { isTooNear, wallsOf } from './routing/clearance';
import { pairsIn, readPlan } from './routing/plan';

/** 2,000 seeded pairs a hall against a plain visibility graph of the same space, and their distance to walls as the plan draws them: `tsx bench/routing-exact.ts [pairs] [folder …]`. */
const root = join(import.meta.dirname, '..');
const shared = join(process.env.DAOYIN_DATA ?? join(root, '../shared/data'), 'hall/venue');
const count = Number(process.argv[2] ?? 2000);
const folders =
  process.argv.length > 3 ? process.argv.slice(3) : [join(root, 'floorplans/zhongshan'), shared];

for (const folder of folders.filter((one) => existsSync(one))) {
  const venue = readPlan(folder);
  const router = createRouter(venue);
  const profiles = ['walk', 'step-free'] as const;
  let [pairs, shorter, missing, differing, close, worst] = [0, 0, 0, 0, 0, 1];
  for (const [i, { shortName: level }] of venue.levels.entries()) {
    for (const profile of profiles) {
      const areas = router.walkable(level, profile);
      const region: Region = areas.flatMap(({ outer, holes }) =>
        [outer, ...holes].map((ring) =>
          ring.map(({ x, y }) => ({ x: Math.round(x * GRID), y: Math.round(y * GRID) })),
        ),
      );
      const shortest = visibilityGraphLength(region);
      const clearance = profile === 'walk' ? 0.3 : 0.45;
      const walls = wallsOf(venue, level, clearance);
      const share = Math.ceil(count / venue.levels.length / profiles.length);
      for (const { from, to } of pairsIn(areas, share, seededRandom(11 + i))) {
        const query = { from: { ...from, level }, to: { ...to, level }, profile };
        const first = router.find(query);
        // Asked again and again, the answer comes by another way (first moves): it must be the same.
        for (let again = 0; again < 5; again++) router.find(query);
        const found = router.find(query);
        if (first.ok !== found.ok || (first.ok && found.ok && Math.abs(first.length - found.length) > 1e-6))
          differing++;
        const length = found.ok && found.legs.length === 1 ? found.length : Infinity;
        const inGrid = ({ x, y }: typeof from) => ({ x: x * GRID, y: y * GRID });
        const better = shortest(inGrid(from), inGrid(to), (length - 1e-6) * GRID) / GRID;
        pairs++;
        if (length < Infinity && found.ok && isTooNear(walls, found.path, clearance)) close++;
        if (length === Infinity && better < Infinity) missing++;
        if (better < length - 1e-6) shorter++;
        if (better < length) worst = Math.max(worst, length / better);
      }
    }
  }
  console.log(
    `${folder}: ${pairs} pairs, ${shorter} with a shorter way (worst ratio ${worst}), ${missing} missing, ${close} nearer to a wall than their clearance, ${differing} other when asked again`,
  );
}
