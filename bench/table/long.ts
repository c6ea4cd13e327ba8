import type { Bench } from './bench';

/** What takes many minutes, and is looked at by whoever works on it. */
export const long: readonly Bench[] = [
  { name: 'positioning-all', command: 'npm run --silent bench:positioning', figures: [], long: true },
  { name: 'degraded', command: 'npm run --silent bench:degraded', figures: [], long: true },
  { name: 'dead-reckoning', command: 'npm run --silent bench:dead-reckoning', figures: [], long: true },
  { name: 'calibration', command: 'npx tsx bench/calibration.ts', figures: [], long: true },
  { name: 'mall', command: 'npx tsx bench/mall.ts', figures: [], long: true },
  { name: 'off-route', command: 'npx tsx bench/off-route.ts', figures: [], long: true },
  { name: 'ten-hours', command: 'npx tsx bench/ten-hours.ts', figures: [], long: true },
  { name: 'first-fix', command: 'npx tsx bench/first-fix.ts', figures: [], long: true },
  { name: 'predicted-all', command: 'npx tsx bench/predicted.ts', figures: [], long: true },
  { name: 'self-healing', command: 'npx tsx bench/self-healing.ts --quick', figures: [], long: true },
];
