import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { RouteQuery, Router } from '@daoyin/routing';
import type { FeatureId, Venue } from '@daoyin/venue';
import { processorTime, row, spreadOf } from './measure';

export type ClosableKind = 'doors' | 'connectors' | 'rooms' | 'floors';

const unitsOf = (venue: Venue, categories: readonly string[]): readonly FeatureId[] =>
  venue.units.filter(({ category }) => categories.includes(category)).map(({ id }) => id);

export const CLOSABLES: Readonly<Record<ClosableKind, (venue: Venue) => readonly FeatureId[]>> = {
  doors: ({ openings }) => openings.map(({ id }) => id),
  connectors: ({ connectors }) => connectors.map(({ id }) => id),
  rooms: (venue) => unitsOf(venue, ['conferenceroom', 'room']),
  floors: (venue) => unitsOf(venue, ['walkway', 'lobby']),
};

/** From the first window to the last. */
export function farQuery(venue: Venue): RouteQuery {
  return { from: venue.windows[0]!.at, to: { window: venue.windows.at(-1)!.number }, profile: 'walk' };
}

/** At most so many of a kind are closed, and so many in a fresh process each, that often. */
const CASES = 60;
const FRESH = 3;
const RUNS = 3;

/** Processor time from closing something to the route that avoids it, once the code has run; the least of five times, each with another door shut as well. */
export function benchClosing(router: Router, venue: Venue): void {
  const far = farQuery(venue);
  router.find(far);
  console.log(row('closing, then the route', ['CPU median ms', '95 % ms', 'most ms', 'cases']));
  for (const kind of Object.keys(CLOSABLES) as ClosableKind[]) {
    const cases = CLOSABLES[kind](venue).slice(0, CASES);
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
    const least = cases.map(replan);
    for (round = 1; round < 5; round++) {
      cases.forEach((id, i) => {
        least[i] = Math.min(least[i]!, replan(id));
      });
    }
    const { median, p95, most } = spreadOf(least);
    console.log(row(kind, [...[median, p95, most].map((ms) => ms.toFixed(2)), String(cases.length)]));
  }
  router.setClosed([]);
}

/** The first closing of a fresh process, when the code itself is new to the machine: as it is, and after the rehearsal that pages have (`Router.rehearse`). */
export function benchFirstClosing(folder: string, venue: Venue): void {
  console.log(row('the first closing of a process', ['median ms', 'most ms', 'CPU most', 'rehearsal']));
  for (const kind of Object.keys(CLOSABLES) as ClosableKind[]) {
    const count = CLOSABLES[kind](venue).length;
    const indices = Array.from({ length: Math.min(FRESH, count) }, (_, i) => Math.floor((i * count) / FRESH));
    for (const rehearsed of ['new', 'rehearsed']) {
      const each = indices.map((index) => firstOf(folder, kind, index, rehearsed));
      const of = (key: keyof FirstClosing) => spreadOf(each.map((one) => one[key]));
      const cells = [of('clockMs').median, of('clockMs').most, of('cpuMs').most, of('rehearsalMs').median];
      console.log(row(`${kind}, ${rehearsed}`, [...cells.map((ms) => ms.toFixed(1))]));
    }
  }
}

interface FirstClosing {
  readonly clockMs: number;
  readonly cpuMs: number;
  readonly rehearsalMs: number;
}

/** The run of the median clock time among several. */
function firstOf(folder: string, kind: ClosableKind, index: number, rehearsed: string): FirstClosing {
  const script = join(import.meta.dirname, 'first-closing.ts');
  const runs = Array.from({ length: RUNS }, (): FirstClosing => {
    const args = ['--import', 'tsx', script, folder, kind, String(index), rehearsed];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  });
  return runs.sort((a, b) => a.clockMs - b.clockMs)[RUNS >> 1]!;
}
