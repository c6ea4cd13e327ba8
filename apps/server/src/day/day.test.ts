import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readServices } from '@daoyin/services';
import { planDay, withAppointments } from '@daoyin/traces';
import { expect, it, vi } from 'vitest';
import { smallHall, startTestServer } from '../testing/hall';
import { createAgenda } from './agenda';
import { coverageOf } from './coverage';
import { startDay } from './demonstrate';
import { playDay } from './play';
import { openRulesHall } from './rules-hall';

const file = fileURLToPath(new URL('../../../../floorplans/zhongshan/services.json', import.meta.url));
const read = readServices(readFileSync(file, 'utf8'));
if (!read.ok) throw new Error('the sample catalogue cannot be read');
const { services } = read;

it('a planned day has 2,400 numbers with peaks above 500 an hour, and is the same for the same seed', () => {
  const plan = planDay(services, { seed: 3, numbers: 2400 });
  const hours = new Map<number, number>();
  for (const { atSeconds } of plan.visitors) {
    const hour = Math.floor(atSeconds / 3600);
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }
  expect(Math.abs(plan.visitors.length - 2400)).toBeLessThan(15);
  expect(Math.max(...hours.values())).toBeGreaterThan(500);
  expect(planDay(services, { seed: 3, numbers: 2400 })).toEqual(plan);
});

it('in the hour after closing all come by appointment, and every hour some do', () => {
  const plan = withAppointments(planDay(services, { seed: 3, numbers: 2400 }), services.items, {
    seed: 3,
    share: 0.05,
    extended: 150,
  });
  const late = plan.visitors.filter(({ appointmentAt }) => (appointmentAt ?? 0) >= 17 * 3600);
  expect(late).toHaveLength(150);
  const open = new Set(plan.shifts.filter(({ to }) => to === 18 * 3600).map(({ window }) => window));
  expect(late.every(({ windows }) => windows.some((window) => open.has(window)))).toBe(true);
  const booked = plan.visitors.filter(({ appointmentAt }) => appointmentAt !== undefined).length - 150;
  expect(booked).toBeGreaterThan(80);
  expect(plan.visitors.every(({ atSeconds, appointmentAt = atSeconds }) => atSeconds <= appointmentAt)).toBe(
    true,
  );
});

it.each([
  { day: 'plain', seed: 1, share: 0, extended: 0 },
  { day: 'with appointments', seed: 2, share: 0.05, extended: 0 },
  { day: 'with the extended hour', seed: 3, share: 0.05, extended: 150 },
])(
  'in a replayed day $day the range told at the taking holds the call of 85 to 95 in a hundred, and so does its 90 %% mark',
  async ({ seed, share, extended }) => {
    let seconds = 0;
    const wishes = { seed, share, extended };
    const plan = withAppointments(planDay(services, { seed, numbers: 2400 }), services.items, wishes);
    const told = await playDay(
      plan,
      openRulesHall(services, () => seconds * 1000),
      {
        until: async (at) => {
          seconds = at;
        },
      },
    );
    const waiting = told.filter(({ told: { high } }) => high > 100);
    for (const coverage of [coverageOf(told), coverageOf(waiting)]) {
      expect(coverage.called).toBeGreaterThan(500);
      expect(coverage.within).toBeGreaterThan(0.85);
      expect(coverage.within).toBeLessThan(0.95);
      expect(coverage.beforeP90).toBeGreaterThan(0.85);
      expect(coverage.beforeP90).toBeLessThan(0.95);
    }
  },
);

it('a day goes through the API: numbers are taken, called, served and rated', async () => {
  const server = await startTestServer();
  const warn = vi.fn();
  const day = await startDay({
    services: smallHall.services!,
    machines: server.machines,
    at: server.at,
    numbers: 40,
    speed: 3000,
    warn,
  });
  const states = async () => {
    const numbers = Array.from({ length: 10 }, (_, i) => `A00${i + 1}`.slice(0, 4));
    const views = await Promise.all(
      numbers.map(async (number) => (await fetch(`${server.at}/api/tickets/${number}`)).json()),
    );
    return (views as { state?: string }[]).map(({ state }) => state);
  };
  await vi.waitFor(
    async () => expect((await states()).filter((state) => state === 'done').length).toBeGreaterThan(3),
    {
      timeout: 40_000,
      interval: 500,
    },
  );
  await day.close();
  await server.close();
  expect(warn).not.toHaveBeenCalled();
}, 90_000);

it('an agenda gives the earliest first, and keeps the order of one second', () => {
  const agenda = createAgenda();
  const run = async () => undefined;
  for (const at of [5, 1, 3, 1, 4, 1, 5, 9, 2, 6]) agenda.add(at, run);
  const times = [];
  for (let next = agenda.next(); next; next = agenda.next()) times.push(next.at);
  expect(times).toEqual([1, 1, 1, 2, 3, 4, 5, 5, 6, 9]);
});
