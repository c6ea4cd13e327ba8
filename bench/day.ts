/**
 * A day of the hall through the HTTP API: visitors take numbers, windows call them, on a clock that runs as fast as the server
 * answers. Prints how the told waiting ranges came true. `npx tsx bench/day.ts [--seed 1] [--numbers 2400] [--day normal | extended]`,
 * extended for a Tuesday or Thursday with the hour after closing; with DATABASE_URL on PostgreSQL.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DayPlan, planDay, withAppointments } from '@daoyin/traces';
import { openApiHall } from '../apps/server/src/day/api-hall';
import { coverageOf } from '../apps/server/src/day/coverage';
import { type HallOfDay, playDay, type ToldWait } from '../apps/server/src/day/play';
import { openLog } from '../apps/server/src/operation/log';
import { startServer } from '../apps/server/src/server';
import { testOptions } from '../apps/server/src/testing/hall';
import { loadBundle } from '../apps/server/src/venue';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    numbers: { type: 'string', default: '2400' },
    day: { type: 'string', default: 'normal' },
  },
});
const loaded = loadBundle('floorplans/zhongshan', 'beacons.json');
if (!loaded.ok) throw new Error(loaded.message);
const { bundle } = loaded;
const services = bundle.services!;

/** Midnight in China before Wednesday 7 and Tuesday 6 March 2018. */
const MIDNIGHTS_MS = { normal: Date.UTC(2018, 2, 6, 16), extended: Date.UTC(2018, 2, 5, 16) };
const APPOINTMENTS = 0.05;
const EVENING_NUMBERS = 150;

const extended = values.day === 'extended';
const midnightMs = extended ? MIDNIGHTS_MS.extended : MIDNIGHTS_MS.normal;
const seed = Number(values.seed);
const plan = withAppointments(planDay(services, { seed, numbers: Number(values.numbers) }), services.items, {
  seed,
  share: APPOINTMENTS,
  extended: extended ? EVENING_NUMBERS : 0,
});
let seconds = 7 * 3600;
const folder = mkdtempSync(join(tmpdir(), 'daoyin-day-'));
const server = await startServer(testOptions(folder, [], process.env), {
  bundle,
  pages: join(folder, 'none'),
  nowMs: () => midnightMs + Math.round(seconds * 1000),
  log: openLog({ level: 'warn', format: 'text', write: (line) => process.stderr.write(line) }),
});
try {
  const calls = `day:${await server.machines.enrol('bench', { id: 'day', kind: 'calls' })}`;
  const { hall, counts } = counted(openApiHall({ at: `http://127.0.0.1:${server.port}`, calls, midnightMs }));
  const began = performance.now();
  const told = await playDay(plan, hall, {
    until: async (at) => {
      seconds = at;
    },
  });
  reportDay(plan, counts, (performance.now() - began) / 1000);
  report('all numbers          ', told);
  report(
    'those who had to wait',
    told.filter((wait) => wait.told.high > 100),
  );
  report(
    'by appointment       ',
    told.filter((wait) => wait.byAppointment),
  );
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The hall, and how often each thing was done in it. */
function counted(hall: HallOfDay) {
  const counts = {
    requests: 0,
    booked: 0,
    taken: 0,
    called: 0,
    finished: 0,
    passed: 0,
    held: 0,
    moved: 0,
    cancelled: 0,
    rated: 0,
  };
  const done = {
    finish: 'finished',
    pass: 'passed',
    hold: 'held',
    move: 'moved',
    cancel: 'cancelled',
    rate: 'rated',
  } as const;
  const count = (kind: string) => {
    counts.requests++;
    if (kind in done) counts[done[kind as keyof typeof done]]++;
  };
  const counting: HallOfDay = {
    book: async (...wish) => {
      count('book');
      const code = await hall.book(...wish);
      if (code !== undefined) counts.booked++;
      return code;
    },
    take: async (...wish) => {
      count('take');
      const taken = await hall.take(...wish);
      if (taken) counts.taken++;
      return taken;
    },
    next: async (window) => {
      count('next');
      const ticket = await hall.next(window);
      if (ticket) counts.called++;
      return ticket;
    },
    act: (number, action) => {
      count(action.kind);
      return hall.act(number, action);
    },
    hold: (taken, action) => {
      count(action.kind);
      return hall.hold(taken, action);
    },
    setWindow: (window, open) => {
      count('window');
      return hall.setWindow(window, open);
    },
  };
  return { hall: counting, counts };
}

function reportDay({ visitors, shifts }: DayPlan, counts: Readonly<Record<string, number>>, took: number) {
  const perHour = new Map<number, number>();
  for (const { atSeconds } of visitors) {
    const hour = Math.floor(atSeconds / 3600);
    perHour.set(hour, (perHour.get(hour) ?? 0) + 1);
  }
  const windows = new Set(shifts.map(({ window }) => window)).size;
  const simulated = seconds - visitors[0]!.atSeconds;
  console.log(
    `${extended ? 'Tuesday with the extended hour' : 'Wednesday'}, seed ${seed}, on ${process.env.DATABASE_URL ? 'PostgreSQL' : 'PGlite'}: ` +
      `${windows} of 254 windows staffed, peak ${Math.max(...perHour.values())} numbers an hour; ` +
      `${took.toFixed(0)} s, ${(simulated / took).toFixed(0)} times faster than life`,
  );
  console.log(
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  );
}

function report(name: string, told: readonly ToldWait[]) {
  const { called, within, beforeMedian, beforeP90, width, meanWait, longestWait } = coverageOf(told);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `${name}: ${called} called, in the 90 % range ${percent(within)}, before the 90 % mark ${percent(beforeP90)}, ` +
      `before the median ${percent(beforeMedian)}, wait mean ${Math.round(meanWait)} s, longest ${Math.round(longestWait / 60)} min, ` +
      `mean width ${Math.round(width)} s`,
  );
}
