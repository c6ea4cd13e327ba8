import { decodeServerEvent, problem, type ServerEvent } from '@daoyin/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startTestServer, type TestServer } from '../testing/hall';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { openProxy, type Wire } from '../testing/proxy';

/** The wire between a server and its PostgreSQL breaks in every way; a second server at the same database has none of it. */
describe('the database', () => {
  let postgres: TestPostgres;
  let wire: Wire;
  let server: TestServer;
  let other: TestServer;
  beforeAll(async () => {
    postgres = await startPostgres();
    const url = new URL(postgres.url);
    wire = await openProxy({ port: Number(url.port) });
    url.port = String(wire.port);
    server = await startTestServer({ env: { DATABASE_URL: url.href } });
    other = await startTestServer({ env: { DATABASE_URL: postgres.url } });
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await other.close();
    await wire.close();
    await postgres.stop();
  }, 60_000);
  beforeEach(async () => {
    wire.mend();
    wire.delay(0);
    await vi.waitFor(async () => expect((await take(server)).status).toBe(201), {
      timeout: 60_000,
      interval: 500,
    });
  }, 70_000);

  const take = (at: TestServer, headers: Record<string, string> = {}) =>
    fetch(`${at.at}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.0.0.1', ...headers },
      body: '{"serviceId":"passport"}',
    });
  const ready = async () => (await fetch(`${server.at}/api/ready`)).status;
  async function refusedWithin(seconds: number): Promise<void> {
    const began = performance.now();
    const response = await take(server);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(problem.parse(await response.json()).title).toBe('The database is away');
    expect((performance.now() - began) / 1000).toBeLessThan(seconds);
  }
  function follow(number: string): { readonly last: () => string | undefined; readonly close: () => void } {
    const socket = new WebSocket(`${server.at.replace('http', 'ws')}/api/events?ticket=${number}`);
    let last: string | undefined;
    socket.on('message', (data) => {
      const event: ServerEvent | undefined = decodeServerEvent(String(data));
      if (event?.type === 'ticket') last = event.ticket.state;
    });
    return { last: () => last, close: () => socket.close() };
  }

  it('away: a clear problem at once, not ready; back: goes on, and pages are told what happened meanwhile', async () => {
    const { number } = (await (await take(server)).json()) as { number: string };
    const page = follow(number);
    await vi.waitFor(() => expect(page.last()).toBe('waiting'), { timeout: 20_000 });
    wire.cut();
    await refusedWithin(10);
    expect(await ready()).toBe(503);
    expect((await fetch(`${server.at}/api/venue`)).status).toBe(200);
    const secret = await other.machines.enrol('test', { id: 'calls', kind: 'calls' });
    const called = await fetch(`${other.at}/api/tickets/${number}/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer calls:${secret}` },
      body: '{"kind":"call","window":"1"}',
    });
    expect(called.status).toBe(200);
    expect(page.last()).toBe('waiting');
    wire.mend();
    await vi.waitFor(() => expect(page.last()).toBe('called'), { timeout: 30_000 });
    await vi.waitFor(async () => expect(await ready()).toBe(200), { timeout: 10_000 });
    page.close();
  }, 120_000);

  it('silent, as behind a network that swallows packets: refused after 15 s, not hung for ever; back: goes on, with as many connections as before', async () => {
    const secret = await server.machines.enrol('test', { id: 'many', kind: 'calls' });
    wire.swallow();
    const many = Array.from({ length: 12 }, () => take(server, { authorization: `Bearer many:${secret}` }));
    await refusedWithin(40);
    for (const { status } of await Promise.all(many)) expect(status).toBe(503);
    expect(await ready()).toBe(503);
    wire.mend();
    await vi.waitFor(async () => expect((await take(server)).status).toBe(201), {
      timeout: 40_000,
      interval: 1000,
    });
  }, 180_000);

  it('slow: answers come late, and every number is still given once', async () => {
    wire.delay(100);
    const answers = await Promise.all(Array.from({ length: 10 }, () => take(server)));
    const numbers = await Promise.all(
      answers
        .filter(({ status }) => status === 201)
        .map(async (answer) => ((await answer.json()) as { number: string }).number),
    );
    expect(numbers.length).toBeGreaterThan(0);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { status } of answers) expect([201, 429, 503]).toContain(status);
  }, 120_000);
});
