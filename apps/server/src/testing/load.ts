import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { inParallel } from './in-parallel';
import { type LoadApi, openLoadApi } from './load-api';
import { changeAtRandom, changeByDay } from './load-changes';
import { type LoadPage, openPage } from './load-page';
import { cpuSeconds, residentMegabytes } from './process-figures';
import { type ServerProcess, startProcess } from './start-process';

export interface LoadTest {
  readonly pages: number;
  readonly changes: number;
  /** Random changes, so many a second; or those of a simulated day from ten o'clock on, so many times faster than life. */
  readonly by:
    | { readonly kind: 'random'; readonly perSecond: number }
    | { readonly kind: 'day'; readonly speed: number };
  readonly random: () => number;
  readonly databaseUrl?: string | undefined;
  readonly say?: (line: string) => void;
}

export interface LoadReport {
  readonly pages: number;
  readonly changes: number;
  readonly perSecond: number;
  /** From the request that changes a ticket to its page, in milliseconds. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  readonly withinTwoSeconds: number;
  /** Pages that came back after a change which they missed, and had the ticket as it stands. */
  readonly cameBack: number;
  readonly caughtUp: number;
  readonly messages: number;
  /** Share of one core that the server used while tickets changed. */
  readonly serverCpu: number;
  readonly serverMegabytes: number;
}

/** Opens a page for each of as many tickets, changes tickets at random, and measures when each change reaches its page. */
export async function loadServer(test: LoadTest): Promise<LoadReport> {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-load-'));
  const env: Record<string, string> =
    test.databaseUrl === undefined ? {} : { DATABASE_URL: test.databaseUrl };
  const server = await startProcess(folder, env, { machine: 'load-test', hall: 'sample' });
  try {
    return await measure(test, server);
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(test: LoadTest, server: ServerProcess): Promise<LoadReport> {
  const { random, say = () => undefined } = test;
  const api = await openLoadApi(server, random);
  const numbers: string[] = [];
  await inParallel(16, Array.from({ length: test.pages }), async () => {
    numbers.push(await api.take());
  });
  say(`${numbers.length} numbers taken`);
  const pages: LoadPage[] = [];
  await inParallel(64, numbers, async (number, i) => {
    const page = openPage(server.at, number, addressOf(i));
    pages.push(page);
    await page.ready;
  });
  say(`${pages.length} pages connected`);

  const [began, cpu] = [performance.now(), cpuSeconds(server.pid)];
  const delays = await (test.by.kind === 'day'
    ? changeByDay(server, api, pages, { ...test, ...test.by })
    : changeAtRandom(api, pages, { ...test, ...test.by }));
  const seconds = (performance.now() - began) / 1000;
  const serverCpu = (cpuSeconds(server.pid) - cpu) / seconds;
  say(`${delays.length} changes`);
  const away = pages
    .filter((page) => page.ticket().state === 'waiting')
    .slice(0, Math.ceil(pages.length / 30));
  const caughtUp = await comeBack(away, api);
  for (const page of pages) page.close();
  delays.sort((a, b) => a - b);
  const quantile = (q: number) =>
    Math.round(delays[Math.min(delays.length - 1, Math.floor(q * delays.length))] ?? 0);
  return {
    pages: pages.length,
    changes: delays.length,
    perSecond: Number((delays.length / seconds).toFixed(2)),
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
    p99Ms: quantile(0.99),
    slowestMs: quantile(1),
    withinTwoSeconds: delays.filter((ms) => ms <= 2000).length / delays.length,
    cameBack: away.length,
    caughtUp,
    messages: pages.reduce((sum, page) => sum + page.messages(), 0),
    serverCpu: Number(serverCpu.toFixed(2)),
    serverMegabytes: residentMegabytes(server.pid),
  };
}

/** Pages go offline, their tickets change, they come back: how many then know. */
async function comeBack(pages: readonly LoadPage[], api: LoadApi): Promise<number> {
  let caughtUp = 0;
  await inParallel(4, pages, async (page) => {
    page.close();
    const after = await api.change(page);
    await page.reopen();
    if (after === undefined) return;
    await page.has(after);
    caughtUp++;
  });
  return caughtUp;
}

/** A phone has an address of its own. */
const addressOf = (i: number): string => `10.0.${i >> 8}.${i & 255}`;
