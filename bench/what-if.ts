import { parseArgs } from 'node:util';
import { loadBundle } from '../apps/server/src/venue';
import type { Building, WhatIfResult } from '../apps/studio/src/what-if/messages';
import { whatIf } from '../apps/studio/src/what-if/run';
import { cpuMs } from './positioning/locate';

/**
 * What closing lifts and moving counters does to a day of the sample hall, as the studio's what-if panel works it out: `npx tsx bench/what-if.ts
 * [--numbers 2400]`. The day is simulated; times are seconds of visitors and of computing.
 */
const { values: flags } = parseArgs({ options: { numbers: { type: 'string', default: '2400' } } });
const loaded = loadBundle('floorplans/zhongshan', 'beacons.json');
if (!loaded.ok) throw new Error(loaded.message);
const { venue, services } = loaded.bundle;
const lifts = venue.connectors.filter(({ kind }) => kind === 'elevator').map(({ id }) => id);
const rides = venue.connectors.filter(({ kind }) => kind === 'escalator').map(({ id }) => id);
const asIs: Building = { venue, closed: [] };

/** All windows of the second storey at one end of it. */
const moved = {
  ...venue,
  windows: venue.windows.map((window) =>
    window.at.level === '2F'
      ? { ...window, at: venue.windows.find(({ at }) => at.level === '2F')!.at }
      : window,
  ),
};

show('nothing changed', asIs);
show('one lift closed', { venue, closed: lifts.slice(0, 1) });
show('all escalators closed', { venue, closed: rides });
show('all lifts closed', { venue, closed: lifts });
show('all windows of 2F at one end', { venue: moved, closed: [] });

function show(name: string, after: Building): void {
  const began = cpuMs();
  const { change, walks } = resultOf(after);
  const { walk, wait } = change;
  const onWheels = walks.find(({ profile }) => profile === 'step-free')!;
  const beside = (of: 'median' | 'p95' | 'mean', { before, after }: typeof walk) =>
    `${before[of].toFixed(0)} → ${after[of].toFixed(0)}`;
  console.log(
    `${name}: walking median ${beside('median', walk)}, 95 % ${beside('p95', walk)}; waiting mean ${beside('mean', wait)}, ` +
      `95 % ${beside('p95', wait)}; ${change.walkMore} walk more, ${change.walkLess} less, ${change.lost.length} reach no window, ` +
      `${onWheels.lost.length} windows lost step-free; ${((cpuMs() - began) / 1000).toFixed(1)} s`,
  );
}

function resultOf(after: Building): WhatIfResult {
  for (const report of whatIf({
    before: asIs,
    after,
    services: services!,
    tickets: undefined,
    numbers: Number(flags.numbers),
  })) {
    if (report.type === 'done') return report.result;
  }
  throw new Error('No result: the plan has no entrance.');
}
