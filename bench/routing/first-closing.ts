import { createRouter } from '@daoyin/routing';
import { CLOSABLES, type ClosableKind, farQuery } from './closing';
import { readPlan } from './plan';

// One closing and its route in a fresh process, for `closing.ts`: folder, kind, which one, and whether it was rehearsed. Prints milliseconds.

const [folder, kind, index, rehearsed] = process.argv.slice(2) as [string, ClosableKind, string, string];
const venue = readPlan(folder);
const router = createRouter(venue);
router.find(farQuery(venue));
let rehearsalMs = 0;
if (rehearsed === 'rehearsed') {
  const start = performance.now();
  router.rehearse();
  rehearsalMs = performance.now() - start;
}
const id = CLOSABLES[kind](venue)[Number(index)]!;
const [start, before] = [performance.now(), process.cpuUsage()];
router.setClosed([id]);
router.find(farQuery(venue));
const clockMs = performance.now() - start;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ clockMs, cpuMs: (user + system) / 1000, rehearsalMs }));
