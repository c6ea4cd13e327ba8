import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { planDay } from '@daoyin/traces';
import { openApiHall } from '../day/api-hall';
import { playDay } from '../day/play';
import type { LoadApi } from './load-api';
import type { LoadPage } from './load-page';
import type { ServerProcess } from './start-process';

/**
 * Changes tickets at random at the wanted pace, whatever the server's, and gives how long each change was on its way to its page, in
 * milliseconds from the request.
 */
export async function changeAtRandom(
  api: LoadApi,
  pages: readonly LoadPage[],
  wanted: { readonly changes: number; readonly perSecond: number; readonly random: () => number },
): Promise<number[]> {
  const { changes, perSecond, random } = wanted;
  const delays: number[] = [];
  const change = async (page: LoadPage) => {
    const began = performance.now();
    const after = await api.change(page);
    if (after !== undefined) delays.push((await page.has(after)) - began);
  };
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (let i = 0; i < changes; i++) {
    under.push(change(pages[Math.floor(random() * pages.length)]!));
    await sleep(Math.max(0, began + ((i + 1) * 1000) / perSecond - performance.now()));
  }
  await Promise.all(under);
  return delays;
}

const TEN_O_CLOCK = 10 * 3600;
const NUMBERS_A_DAY = 2400;

/** The same of a simulated day from ten o'clock on: its windows call, serve, hold, pass and move whoever waits. */
export async function changeByDay(
  server: ServerProcess,
  api: LoadApi,
  pages: readonly LoadPage[],
  wanted: { readonly changes: number; readonly speed: number },
): Promise<number[]> {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  const delays: number[] = [];
  const under: Promise<unknown>[] = [];
  const hall = openApiHall({
    at: server.at,
    calls: `load-test:${server.secret}`,
    midnightMs: 0,
    changed: (ticket, askedMs) => {
      const [page, asked] = [byNumber.get(ticket.number), performance.now() - askedMs];
      if (page) under.push(page.has(ticket).then((told) => delays.push(told - asked)));
    },
  });
  const plan = planDay(api.services, { seed: 1, numbers: NUMBERS_A_DAY });
  const visitors = plan.visitors.filter(({ atSeconds }) => atSeconds >= TEN_O_CLOCK);
  const began = performance.now();
  const until = (seconds: number) =>
    sleep(Math.max(0, began + ((seconds - TEN_O_CLOCK) * 1000) / wanted.speed - performance.now()));
  await playDay({ ...plan, visitors }, hall, { until }, () => under.length >= wanted.changes);
  await Promise.all(under);
  return delays;
}
