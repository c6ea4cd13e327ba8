import { type ServerEvent, type TicketView, takenTicket, ticketView } from '@daoyin/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { signBody } from '../calls/signature';
import { databasesUnderTest } from '../testing/databases';
import { startTestServer, type TestServer } from '../testing/hall';

const json = { 'content-type': 'application/json' };
const PASSWORD = 'a long enough password';

describe.each(databasesUnderTest())('the API on $name', (under) => {
  let server: TestServer;
  let another: TestServer | undefined;
  let nowMs = Date.now();

  beforeAll(async () => {
    const place = await under.fresh();
    const env = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
    const around = { env, nowMs: () => nowMs++ };
    server = await startTestServer(around);
    if (place.kind === 'postgres') another = await startTestServer(around);
  }, 120_000);
  afterAll(async () => {
    await another?.close();
    await server.close();
    await under.end();
  });

  const ask = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    at = server.at,
  ) =>
    fetch(at + path, {
      method,
      headers: { ...(body !== undefined && json), ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });

  async function signIn(name = 'root', password = PASSWORD, at = server.at) {
    const response = await ask('POST', '/api/staff/session', { name, password }, {}, at);
    const cookie = response.headers.get('set-cookie') ?? '';
    const session = (await response.json()) as { csrfToken: string };
    return {
      status: response.status,
      cookie,
      headers: { cookie: cookie.split(';')[0]!, 'x-csrf-token': session.csrfToken },
    };
  }
  let admin: Record<string, string>;
  let calls: Record<string, string>;
  let secret: string;

  describe('the staff', () => {
    it('the first admin is made once by the link of the start', async () => {
      const first = { token: server.invitation!, name: 'root', password: PASSWORD };
      expect((await ask('POST', '/api/staff/first-admin', { ...first, token: 'guess' })).status).toBe(410);
      expect((await ask('POST', '/api/staff/first-admin', { ...first, password: 'short' })).status).toBe(422);
      expect((await ask('POST', '/api/staff/first-admin', first)).status).toBe(204);
      expect((await ask('POST', '/api/staff/first-admin', { ...first, name: 'again' })).status).toBe(410);
    });

    it('a session lives in a cookie that no script reads and no other site sends', async () => {
      const { status, cookie, headers } = await signIn();
      expect(status).toBe(200);
      for (const word of ['__Host-daoyin=', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/'])
        expect(cookie).toContain(word);
      admin = headers;
      expect(await (await ask('GET', '/api/staff/session', undefined, headers)).json()).toMatchObject({
        name: 'root',
        role: 'admin',
      });
    });

    it('a change without the CSRF token is refused', async () => {
      const { cookie } = admin;
      const response = await ask('POST', '/api/windows/1/close', undefined, { cookie: cookie! });
      expect([response.status, ((await response.json()) as { title: string }).title]).toEqual([
        403,
        'CSRF token missing',
      ]);
    });

    it('read the numbers of a day to replay it, without who held them; nobody else does', async () => {
      const day = new Date(nowMs).toISOString().slice(0, 10);
      expect((await ask('GET', `/api/days/${day}/tickets`)).status).toBe(401);
      expect((await ask('GET', '/api/days/2026-02-30/tickets', undefined, admin)).status).toBe(422);
      const none = await ask('GET', '/api/days/2001-01-01/tickets', undefined, admin);
      expect(await none.json()).toEqual([]);
      const services = (await (await ask('GET', '/api/venue')).json()) as {
        services: { items: { id: string; windows: string[] }[] };
      };
      const item = services.services.items.find(({ windows }) => windows.length > 0)!;
      const taken = takenTicket.parse(
        await (await ask('POST', '/api/tickets', { serviceId: item.id })).json(),
      );
      const found = await Promise.all(
        [-1, 0, 1].map(async (days) => {
          const other = new Date(nowMs + 86_400_000 * days).toISOString().slice(0, 10);
          return (await ask('GET', `/api/days/${other}/tickets`, undefined, admin)).json() as Promise<
            Record<string, unknown>[]
          >;
        }),
      );
      const ticket = found.flat().find(({ number }) => number === taken.number)!;
      expect(ticket).toMatchObject({ serviceId: item.id, state: 'waiting' });
      expect(ticket).not.toHaveProperty('holderToken');
      const { holderToken } = taken;
      await ask('POST', `/api/tickets/${taken.number}/holder`, { kind: 'cancel', holderToken });
    });

    it('each role may do what it may and no more, and nobody may without signing in', async () => {
      for (const role of ['viewer', 'editor'] as const)
        expect(
          (await ask('POST', '/api/staff/accounts', { name: role, role, password: PASSWORD }, admin)).status,
        ).toBe(204);
      const status = async (headers: Record<string, string>, path: string) =>
        (await ask('POST', path, {}, headers)).status;
      const [viewer, editor] = [(await signIn('viewer')).headers, (await signIn('editor')).headers];
      expect(await status({}, '/api/windows/1/open')).toBe(401);
      expect(await status(viewer, '/api/windows/1/open')).toBe(403);
      expect(await status(editor, '/api/windows/1/open')).toBe(204);
      expect((await ask('GET', '/api/staff/audit', undefined, editor)).status).toBe(403);
      expect((await ask('PATCH', '/api/staff/accounts/editor', { disabled: true }, admin)).status).toBe(204);
      expect(await status(editor, '/api/windows/1/open')).toBe(401);
      expect((await ask('PATCH', '/api/staff/accounts/root', { role: 'viewer' }, admin)).status).toBe(409);
    });

    it('five wrong passwords lock a name, also one of nobody, and the lock ends', async () => {
      for (const name of ['viewer', 'nobody']) {
        const tries = [];
        for (let i = 0; i < 6; i++) tries.push((await signIn(name, 'wrong password')).status);
        expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
      }
      expect((await signIn('viewer')).status).toBe(429);
      nowMs += 61_000;
      expect((await signIn('viewer')).status).toBe(200);
    });

    it('every change is in the audit, with who made it', async () => {
      const entries = (await (await ask('GET', '/api/staff/audit?limit=500', undefined, admin)).json()) as {
        actor: string;
        action: string;
        subject: string;
      }[];
      expect(entries).toContainEqual(
        expect.objectContaining({ actor: 'root', action: 'account.create', subject: 'viewer' }),
      );
      expect(entries).toContainEqual(
        expect.objectContaining({ actor: 'editor', action: 'window.open', subject: '1' }),
      );
      expect(JSON.stringify(entries)).not.toContain(PASSWORD);
    });

    it('signing out ends the session, not only the cookie', async () => {
      const { headers } = await signIn();
      expect((await ask('DELETE', '/api/staff/session', undefined, headers)).status).toBe(204);
      expect((await ask('GET', '/api/staff/session', undefined, headers)).status).toBe(401);
    });
  });

  describe('machines', () => {
    it('are enrolled by an admin and known by their secret', async () => {
      const enrolled = await ask('PUT', '/api/staff/machines/hall-calls', { kind: 'calls' }, admin);
      ({ secret } = (await enrolled.json()) as { secret: string });
      calls = { authorization: `Bearer hall-calls:${secret}` };
      expect((await ask('POST', '/api/windows/1/next', undefined, calls)).status).toBe(204);
      const wrong = { authorization: `Bearer hall-calls:${secret.slice(1)}` };
      expect((await ask('POST', '/api/windows/1/next', undefined, wrong)).status).toBe(401);
    });
  });

  async function take(serviceId = 'passport', headers: Record<string, string> = calls): Promise<TicketView> {
    const response = await ask('POST', '/api/tickets', { serviceId }, headers);
    expect(response.status).toBe(201);
    return ticketView.parse(await response.json());
  }

  describe('tickets', () => {
    it('are taken, called once, and finished', async () => {
      const { number } = await take('tax');
      const called = await ask('POST', '/api/windows/3/next', undefined, calls);
      expect(await called.json()).toMatchObject({ number, state: 'called', window: '3' });
      const twice = await ask('POST', `/api/tickets/${number}/actions`, { kind: 'call', window: '3' }, calls);
      expect(twice.status).toBe(409);
      expect(twice.headers.get('content-type')).toContain('application/problem+json');
      const done = await ask('POST', `/api/tickets/${number}/actions`, { kind: 'finish' }, calls);
      expect(await done.json()).toMatchObject({ state: 'done' });
    });

    it('the same request again gives the same ticket', async () => {
      const key = { ...calls, 'idempotency-key': 'a-key-of-this-test' };
      expect((await take('tax', key)).number).toBe((await take('tax', key)).number);
    });

    it('a visitor may not call', async () => {
      expect((await ask('POST', '/api/windows/3/next')).status).toBe(401);
    });

    it('another server gives the same answers, knows the same sessions and machines', async () => {
      if (another === undefined) return; // one process holds a PGlite
      const { number } = await take('tax');
      const there = await ask('GET', `/api/tickets/${number}`, undefined, {}, another.at);
      const here = await ask('GET', `/api/tickets/${number}`);
      expect(await there.json()).toEqual(await here.json());
      expect((await ask('GET', '/api/staff/session', undefined, admin, another.at)).status).toBe(200);
      expect((await ask('POST', '/api/windows/1/next', undefined, calls, another.at)).status).toBe(204);
    });
  });

  it('a page at another server hears of a call at this one', async () => {
    if (another === undefined) return; // one process holds a PGlite
    const { number } = await take('tax');
    const page = new WebSocket(`${another.at.replace('http', 'ws')}/api/events?ticket=${number}`);
    const states: string[] = [];
    page.on('message', (data) => {
      const event = JSON.parse(String(data)) as ServerEvent;
      if (event.type === 'ticket') states.push(event.ticket.state);
    });
    await expect.poll(() => states).toEqual(['waiting']);
    await ask('POST', `/api/tickets/${number}/actions`, { kind: 'call', window: '3' }, calls);
    await expect.poll(() => states).toEqual(['waiting', 'called']);
    await ask('POST', `/api/tickets/${number}/actions`, { kind: 'finish' }, calls);
    page.close();
  });

  describe('the webhook of the calling system', () => {
    const send = (messages: readonly object[], at = nowMs, key = secret) => {
      const body = JSON.stringify({ messages });
      return fetch(`${server.at}/api/calls`, {
        method: 'POST',
        headers: { ...json, 'daoyin-machine': 'hall-calls', 'daoyin-signature': signBody(key, at, body) },
        body,
      });
    };
    const outcomes = async (response: Response) =>
      ((await response.json()) as { results: { outcome: string }[] }).results.map(({ outcome }) => outcome);

    it('comes to the same in any order and however often, also for numbers of the calling system itself', async () => {
      const atMs = nowMs - 10_000;
      const told = [
        { id: 'm4', atMs: atMs + 3000, kind: 'serve', ticket: 'A700' },
        { id: 'm2', atMs: atMs + 1000, kind: 'call', ticket: 'A700', window: '1' },
        { id: 'm1', atMs, kind: 'take', ticket: 'A700', serviceId: 'passport' },
        { id: 'm3', atMs: atMs + 2000, kind: 'move', ticket: 'A700', window: '2' },
      ];
      expect(await outcomes(await send(told))).toEqual(['pending', 'pending', 'applied', 'applied']);
      expect(await outcomes(await send([...told].reverse()))).toEqual(Array(4).fill('applied'));
      expect(await (await ask('GET', '/api/tickets/A700')).json()).toMatchObject({
        state: 'serving',
        window: '2',
        calls: 2,
      });
      expect((await take()).number).toBe('A701');
    });

    it('refuses for good what cannot be, and says why', async () => {
      const results = await (
        await send([
          { id: 'r1', atMs: nowMs, kind: 'call', ticket: 'A701', window: '99' },
          { id: 'r2', atMs: nowMs + 3_600_000, kind: 'recall', ticket: 'A701' },
          { id: 'r3', atMs: nowMs, kind: 'take', ticket: 'A701', serviceId: 'passport' },
        ])
      ).json();
      expect(results).toMatchObject({
        results: [
          { outcome: 'refused', detail: 'There is no window 99.' },
          { outcome: 'refused', detail: expect.stringContaining('has not come yet') },
          { outcome: 'refused', detail: 'ticket A701 is taken already' },
        ],
      });
    });
  });
});
