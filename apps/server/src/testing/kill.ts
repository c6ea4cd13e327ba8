import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TicketView, ticketView } from '@daoyin/protocol';
import { inParallel } from './in-parallel';
import { type ServerProcess, startProcess } from './start-process';

export interface KillTest {
  readonly kills: number;
  /** PostgreSQL that all servers share; a PGlite folder and one server where there is none. */
  readonly databaseUrl?: string | undefined;
  readonly servers?: number;
  /** Visitors come no faster than this leaves the windows to serve; what waits in the end is served before it is counted. */
  readonly mostWaiting?: number;
  readonly random: () => number;
  readonly say?: (line: string) => void;
}

export interface KillReport {
  readonly kills: number;
  readonly taken: number;
  /** Requests that got no answer, and were sent again with their key. */
  readonly repeated: number;
  /** Numbers given to two, missing between the first and the last, not as they were acknowledged, not done at the end. */
  readonly twice: number;
  readonly gaps: number;
  readonly lost: number;
  readonly stuck: number;
}

const WINDOWS = ['1', '2', '3'];
/** A server answers up to this many requests before it is killed: by work, not by time, so that a slow machine tests as much. */
const LONGEST_LIFE = 60;
const RETRY_MS = 100;
/** How many are asked after at once when all is over. */
const SOME = 16;

/** Takes, calls and finishes numbers without a pause while servers are killed at any moment, then counts what went wrong. */
export async function killServers(test: KillTest): Promise<KillReport> {
  const { kills, random, servers = 1, mostWaiting = 300, say = () => undefined } = test;
  const folders = Array.from({ length: servers }, () => mkdtempSync(join(tmpdir(), 'daoyin-kill-')));
  const env: Record<string, string> =
    test.databaseUrl === undefined ? {} : { DATABASE_URL: test.databaseUrl };
  const running: ServerProcess[] = [];
  try {
    for (const folder of folders)
      running.push(
        await startProcess(folder, env, { machine: running.length === 0 ? 'kill-test' : undefined }),
      );
    const authorization = `Bearer kill-test:${running[0]!.secret}`;
    const anyServer = () => running[Math.floor(random() * running.length)]!.at;
    const load = startLoad(anyServer, authorization, mostWaiting);
    for (let kill = 1; kill <= kills; kill++) {
      await load.answered(Math.ceil(random() * LONGEST_LIFE));
      await sleep(random() * 20);
      const victim = Math.floor(random() * servers);
      await running[victim]!.kill();
      running[victim] = await startProcess(folders[victim]!, env);
      say(`kill ${kill}: ${load.counters().taken} taken, ${load.counters().repeated} sent again`);
    }
    return { kills, ...(await load.end()) };
  } finally {
    await Promise.all(running.map((server) => server.kill()));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

function startLoad(at: () => string, authorization: string, mostWaiting: number) {
  const byKey = new Map<string, { readonly number: string; readonly serviceId: string }>();
  const finished = new Set<string>();
  let [ending, repeated, answers, clashes] = [false, 0, 0, 0];

  /** Sends until it is answered, always with the same key: what a client does whose answer was lost. */
  const post = async (path: string, key: string, body: object = {}): Promise<Response> => {
    for (;;) {
      try {
        const response = await fetch(at() + path, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(body),
        });
        const text = await response.text();
        if (response.status < 500) {
          answers++;
          return new Response(text === '' ? null : text, { status: response.status });
        }
      } catch {
        // killed before it answered
      }
      repeated++;
      await sleep(RETRY_MS);
    }
  };
  const take = async (key: string, serviceId: string) => {
    const response = await post('/api/tickets', key, { serviceId });
    const { number } = (await response.json()) as { number: string };
    const known = byKey.get(key);
    if (known !== undefined && known.number !== number) clashes++;
    byKey.set(key, { number, serviceId });
  };
  const visitor = async (serviceId: string) => {
    while (!ending) {
      if (byKey.size - finished.size < mostWaiting) await take(randomUUID(), serviceId);
      else await sleep(RETRY_MS);
    }
  };
  const serve = async (window: string): Promise<boolean> => {
    const called = await post(`/api/windows/${window}/next`, randomUUID());
    if (called.status !== 200) return called.status !== 204;
    const { number } = ticketView.parse(await called.json());
    const done = await post(`/api/tickets/${number}/actions`, randomUUID(), { kind: 'finish' });
    if (done.status === 200) finished.add(number);
    return true;
  };
  const clerk = async (window: string) => {
    while (!ending) await serve(window);
  };
  const workers = [...['passport', 'tax', 'passport', 'tax'].map(visitor), ...WINDOWS.map(clerk)];

  return {
    counters: () => ({ taken: byKey.size, repeated }),
    async answered(count: number) {
      const before = answers;
      while (answers < before + count) await sleep(1);
    },
    async end() {
      ending = true;
      await Promise.all(workers);
      await inParallel(SOME, [...byKey], ([key, { serviceId }]) => take(key, serviceId));
      await Promise.all(
        WINDOWS.map(async (window) => {
          while (await serve(window));
        }),
      );
      const numbers = [...byKey.values()].map(({ number }) => number);
      const views: (TicketView | undefined)[] = [];
      await inParallel(SOME, numbers, async (number) => {
        views.push(await readTicket(at(), number, authorization));
      });
      return {
        taken: byKey.size,
        repeated,
        twice: numbers.length - new Set(numbers).size + clashes,
        gaps: gapsOf(numbers),
        lost: views.filter((view) => view === undefined).length + notDone(views, finished),
        stuck: views.filter((view) => view !== undefined && view.state !== 'done').length,
      };
    },
  };
}

async function readTicket(
  at: string,
  number: string,
  authorization: string,
): Promise<TicketView | undefined> {
  const response = await fetch(`${at}/api/tickets/${number}`, { headers: { authorization } });
  return response.status === 200 ? ticketView.parse(await response.json()) : undefined;
}

const notDone = (views: readonly (TicketView | undefined)[], finished: ReadonlySet<string>): number =>
  views.filter((view) => view !== undefined && finished.has(view.number) && view.state !== 'done').length;

/** A number between the first and the last of a series that nobody was given: it was issued and lost. */
function gapsOf(numbers: readonly string[]): number {
  const series = new Map<string, number[]>();
  for (const number of numbers) {
    const letter = number[0]!;
    series.set(letter, [...(series.get(letter) ?? []), Number(number.slice(1))]);
  }
  return [...series.values()].reduce(
    (sum, ordinals) => sum + Math.max(...ordinals) - new Set(ordinals).size,
    0,
  );
}
