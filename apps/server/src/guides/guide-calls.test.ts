import type { GuideCallView, ServerEvent } from '@daoyin/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { databasesUnderTest } from '../testing/databases';
import { startTestServer, type TestServer } from '../testing/hall';

const PASSWORD = 'a long enough password';
const wish = { at: { x: 50, y: 8, level: '1F' }, name: { en: 'South gate' }, language: 'zh', stepFree: true };

describe.each(databasesUnderTest())('calls for a guide on $name', (under) => {
  let server: TestServer;
  let staff: Record<string, string>;
  let nowMs = Date.now();

  beforeAll(async () => {
    const place = await under.fresh();
    const env = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
    server = await startTestServer({ env, nowMs: () => nowMs++ });
    await ask('POST', '/api/staff/first-admin', {
      token: server.invitation!,
      name: 'root',
      password: PASSWORD,
    });
    const entered = await ask('POST', '/api/staff/session', { name: 'root', password: PASSWORD });
    const { csrfToken } = (await entered.json()) as { csrfToken: string };
    staff = { cookie: entered.headers.get('set-cookie')!.split(';')[0]!, 'x-csrf-token': csrfToken };
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await under.end();
  });

  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(server.at + path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
  const call = async (body: object = wish) =>
    (await (await ask('POST', '/api/guide-calls', body)).json()) as GuideCallView;

  it('a storm of taps is one call, and another kiosk has its own', async () => {
    const calls = await Promise.all(Array.from({ length: 8 }, () => call()));
    expect(new Set(calls.map(({ id }) => id)).size).toBe(1);
    const other = await call({ ...wish, at: { x: 10, y: 10, level: '2F' } });
    expect(other.id).not.toBe(calls[0]!.id);
    await ask('DELETE', `/api/guide-calls/${other.id}`);
  });

  it('the kiosk hears who comes, the staff hear of everyone, and nobody else hears', async () => {
    const asked = await call();
    const heard = async (query: string, headers: Record<string, string> = {}) => {
      const socket = new WebSocket(`${server.at.replace('http', 'ws')}/api/events?${query}`, { headers });
      const states: string[] = [];
      socket.on('message', (data) => {
        const event = JSON.parse(String(data)) as ServerEvent;
        if (event.type === 'guide-call') states.push(`${event.call.state} ${event.call.by}`);
      });
      await new Promise((resolve) => socket.once('message', resolve));
      return { states, socket };
    };
    const kiosk = await heard(`call=${asked.id}`);
    const desk = await heard('call=all', { cookie: staff.cookie! });
    const stranger = await heard('call=all');
    await ask('POST', `/api/guide-calls/${asked.id}/actions`, { kind: 'come' }, staff);
    await ask('POST', `/api/guide-calls/${asked.id}/actions`, { kind: 'finish' }, staff);
    await expect.poll(() => kiosk.states).toEqual(['coming root', 'done root']);
    await expect.poll(() => desk.states).toEqual(['coming root', 'done root']);
    expect(stranger.states).toEqual([]);
    for (const { socket } of [kiosk, desk, stranger]) socket.close();
  });

  it('a call that is over is not taken up again, and the next one is another', async () => {
    const first = await call();
    expect((await ask('DELETE', `/api/guide-calls/${first.id}`)).status).toBe(200);
    expect((await ask('POST', `/api/guide-calls/${first.id}/actions`, { kind: 'come' }, staff)).status).toBe(
      409,
    );
    expect((await call()).id).not.toBe(first.id);
  });

  it('only the staff see the list and answer', async () => {
    const { id } = await call();
    expect((await ask('GET', '/api/guide-calls')).status).toBe(401);
    expect((await ask('POST', `/api/guide-calls/${id}/actions`, { kind: 'come' })).status).toBe(401);
    const list = (await (await ask('GET', '/api/guide-calls', undefined, staff)).json()) as GuideCallView[];
    expect(list[0]).toMatchObject({ id, state: 'waiting', stepFree: true, name: { en: 'South gate' } });
    expect((await ask('GET', '/api/guide-calls/none')).status).toBe(404);
  });

  describe('the hall as a whole', () => {
    const view = async () => (await (await ask('GET', '/api/site')).json()) as object;

    it('says that no address is configured until an admin names one that phones can open', async () => {
      expect(await view()).toEqual({ publicUrl: null, kioskPin: false });
      const set = (publicUrl: string, headers = staff) =>
        ask('PATCH', '/api/staff/site', { publicUrl }, headers);
      expect((await set('http://localhost:8080')).status).toBe(422);
      expect((await set('https://hall.example.cn', {})).status).toBe(401);
      expect((await set('https://hall.example.cn/')).status).toBe(204);
      expect(await view()).toMatchObject({ publicUrl: 'https://hall.example.cn' });
      const { size } = new Blob([await (await ask('GET', '/api/themes/shop/qr.svg')).text()]);
      expect(size).toBeGreaterThan(500);
    });

    it('opens the settings of a kiosk by its PIN alone, and locks out who guesses', async () => {
      const unlock = async (pin: string) => (await ask('POST', '/api/kiosk/unlock', { pin })).status;
      expect(await unlock('1234')).toBe(409);
      expect((await ask('PATCH', '/api/staff/site', { kioskPin: '12' }, staff)).status).toBe(422);
      expect((await ask('PATCH', '/api/staff/site', { kioskPin: '2468' }, staff)).status).toBe(204);
      expect(await unlock('2468')).toBe(204);
      const tries = [];
      for (let i = 0; i < 6; i++) tries.push(await unlock('1111'));
      expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
      expect(await unlock('2468')).toBe(429);
      nowMs += 61_000;
      expect(await unlock('2468')).toBe(204);
      const text = JSON.stringify(await (await ask('GET', '/api/staff/audit', undefined, staff)).json());
      expect(text).toContain('kiosk.unlock');
      expect(text).not.toContain('2468');
    });
  });
});

it('an address of the command line goes before that of the staff page', async () => {
  const server = await startTestServer({ args: ['--public-url', 'https://hall.example.cn:444/'] });
  const site = await (await fetch(`${server.at}/api/site`)).json();
  await server.close();
  expect(site).toMatchObject({ publicUrl: 'https://hall.example.cn:444' });
});
