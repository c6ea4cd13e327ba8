import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeServerEvent, type StaffAction, type TicketView, takenTicket } from '@daoyin/protocol';
import { WebSocket } from 'ws';
import { type ServerProcess, startProcess } from './start-process';

export interface LoadTest {
  readonly pages: number;
  readonly changes: number;
  readonly changesPerSecond: number;
  readonly random: () => number;
  readonly databaseUrl?: string | undefined;
  readonly say?: (line: string) => void;
}

export interface LoadReport {
  readonly pages: number;
  readonly changes: number;
  /** From the request that changes a ticket to its page, in milliseconds. */
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly slowestMs: number;
  readonly withinTwoSeconds: number;
  /** Pages that came back after a change which they missed, and had the ticket as it stands. */
  readonly cameBack: number;
  readonly caughtUp: number;
  readonly messages: number;
  readonly serverMegabytes: number;
}

const PATIENCE_MS = 20_000;

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
  const { pages, changes, changesPerSecond, random, say = () => undefined } = test;
  const api = openApi(server);
  const services = await api.services();
  const numbers: string[] = [];
  await inParallel(16, pages, async () => {
    const service = services[Math.floor(random() * services.length)]!;
    numbers.push(await api.take(service.id));
  });
  say(`${numbers.length} numbers taken`);
  const open = numbers.map((number, i) => openPage(server.at, number, addressOf(i)));
  await Promise.all(open.map((page) => page.ready));
  say(`${open.length} pages connected`);

  const delays: number[] = [];
  const waits: Promise<void>[] = [];
  const change = async (page: Page) => {
    const began = performance.now();
    const after = await api.change(page, services, random);
    if (after === undefined) return;
    waits.push(
      page.has(after).then((at) => {
        delays.push(at - began);
      }),
    );
  };
  for (let i = 0; i < changes; i++) {
    const next = sleep(1000 / changesPerSecond);
    waits.push(change(open[Math.floor(random() * open.length)]!));
    await next;
  }
  for (let seen = 0; seen < waits.length; ) {
    const pending = waits.slice(seen);
    seen = waits.length;
    await Promise.all(pending);
  }
  say(`${delays.length} changes`);
  const away = open.slice(0, Math.ceil(pages / 30));
  const caughtUp = await comeBack(away, api, services, random);
  for (const page of open) page.close();
  delays.sort((a, b) => a - b);
  const quantile = (q: number) =>
    Math.round(delays[Math.min(delays.length - 1, Math.floor(q * delays.length))] ?? 0);
  return {
    pages,
    changes: delays.length,
    medianMs: quantile(0.5),
    p95Ms: quantile(0.95),
    slowestMs: quantile(1),
    withinTwoSeconds: delays.filter((ms) => ms <= 2000).length / delays.length,
    cameBack: away.length,
    caughtUp,
    messages: open.reduce((sum, page) => sum + page.messages(), 0),
    serverMegabytes: residentMegabytes(server.pid),
  };
}

/** Pages go offline, their tickets change, they come back: how many then know. */
async function comeBack(
  pages: readonly Page[],
  api: ReturnType<typeof openApi>,
  services: readonly Service[],
  random: () => number,
): Promise<number> {
  let caughtUp = 0;
  await inParallel(4, pages.length, async (i) => {
    const page = pages[i]!;
    page.close();
    const after = await api.change(page, services, random);
    await page.reopen();
    if (after === undefined) return;
    await page.has(after);
    caughtUp++;
  });
  return caughtUp;
}

interface Service {
  readonly id: string;
  readonly windows: readonly string[];
}

function openApi({ at, secret }: ServerProcess) {
  const headers = { authorization: `Bearer load-test:${secret}`, 'content-type': 'application/json' };
  const post = (path: string, body: object) =>
    fetch(at + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return {
    services: async (): Promise<readonly Service[]> => {
      const { services } = (await (await fetch(`${at}/api/venue`)).json()) as {
        services: { items: readonly Service[] };
      };
      return services.items.filter(({ windows }) => windows.length > 0);
    },
    take: async (serviceId: string) =>
      takenTicket.parse(await (await post('/api/tickets', { serviceId })).json()).number,
    /** What may follow where a ticket stands: it is called, moved, held, passed or brought back. */
    change: async (page: Page, services: readonly Service[], random: () => number) => {
      const { state, serviceId } = page.ticket();
      const windows = services.find(({ id }) => id === serviceId)!.windows;
      const window = windows[Math.floor(random() * windows.length)]!;
      const follow: Partial<Record<TicketView['state'], readonly StaffAction[]>> = {
        waiting: [{ kind: 'call', window }],
        called: [{ kind: 'move', window }, { kind: 'hold' }, { kind: 'pass' }],
        held: [{ kind: 'call', window }, { kind: 'resume' }],
        passed: [{ kind: 'call', window }, { kind: 'resume' }],
      };
      const actions = follow[state] ?? [];
      const action = actions[Math.floor(random() * actions.length)];
      if (action === undefined) return undefined;
      const response = await post(`/api/tickets/${page.number}/actions`, action);
      return response.ok ? ((await response.json()) as TicketView) : undefined;
    },
  };
}

type Page = ReturnType<typeof openPage>;

/** One visitor's page: its ticket as it was last told, and when. */
function openPage(at: string, number: string, address: string) {
  let socket: WebSocket;
  let ticket: TicketView | undefined;
  let told = 0;
  let [count, waiting] = [0, [] as { readonly updatedAtMs: number; readonly done: (at: number) => void }[]];
  const connect = () =>
    new Promise<void>((resolve, reject) => {
      socket = new WebSocket(`${at.replace('http', 'ws')}/api/events?ticket=${number}`, {
        headers: { 'x-forwarded-for': address },
      });
      socket.on('error', reject);
      socket.on('message', (data) => {
        count++;
        const event = decodeServerEvent(String(data));
        if (event?.type !== 'ticket') return;
        ticket = event.ticket;
        told = performance.now();
        const { updatedAtMs } = ticket;
        for (const { done } of waiting.filter((one) => one.updatedAtMs <= updatedAtMs)) done(told);
        waiting = waiting.filter((one) => one.updatedAtMs > updatedAtMs);
        resolve();
      });
    });
  return {
    number,
    ready: connect(),
    ticket: () => ticket!,
    messages: () => count,
    /** When the page knew of a ticket as it is, or of a later state. */
    has: ({ updatedAtMs }: TicketView) =>
      new Promise<number>((resolve, reject) => {
        if (ticket!.updatedAtMs >= updatedAtMs) return resolve(told);
        const timer = setTimeout(
          () => reject(new Error(`the page of ${number} was never told`)),
          PATIENCE_MS,
        );
        const done = (moment: number) => {
          clearTimeout(timer);
          resolve(moment);
        };
        waiting.push({ updatedAtMs, done });
      }),
    close: () => socket.close(),
    reopen: connect,
  };
}

/** A phone has an address of its own. */
const addressOf = (i: number): string => `10.0.${i >> 8}.${i & 255}`;

async function inParallel(workers: number, count: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

function residentMegabytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}
