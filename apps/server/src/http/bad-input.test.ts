import { type Problem, problem, type TicketView, ticketView } from '@daoyin/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signBody } from '../calls/signature';
import { databasesUnderTest } from '../testing/databases';
import { startTestServer, type TestServer } from '../testing/hall';

const json = { 'content-type': 'application/json' };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe.each(databasesUnderTest())('bad input on $name', (under) => {
  let server: TestServer;
  let calls: Record<string, string>;
  let secret: string;
  /** Ten in the morning in China: an hour more or less is the same day. */
  let nowMs = Math.floor(Date.now() / DAY_MS) * DAY_MS + 2 * HOUR_MS;

  beforeAll(async () => {
    const place = await under.fresh();
    const env = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
    server = await startTestServer({ env, nowMs: () => nowMs++ });
    secret = await server.machines.enrol('test', { id: 'hall-calls', kind: 'calls' });
    calls = { authorization: `Bearer hall-calls:${secret}` };
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await under.end();
  });

  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = calls) =>
    fetch(server.at + path, {
      method,
      headers: { ...(body !== undefined && json), ...headers },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    });
  /** A problem document of RFC 9457, whose status is the answer's. */
  async function problemOf(response: Response): Promise<Problem> {
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const read = problem.parse(await response.json());
    expect(read.status).toBe(response.status);
    expect(read.type).toMatch(/^(about:blank|urn:problem-type:daoyin:[a-z-]+)$/);
    return read;
  }
  const refused = async (method: string, path: string, body?: unknown, headers = calls) =>
    problemOf(await ask(method, path, body, headers));
  async function take(serviceId = 'tax'): Promise<TicketView> {
    const response = await ask('POST', '/api/tickets', { serviceId });
    expect(response.status).toBe(201);
    return ticketView.parse(await response.json());
  }
  const find = async (number: string) =>
    ticketView.parse(await (await ask('GET', `/api/tickets/${number}`)).json());
  const act = (number: string, action: object) => ask('POST', `/api/tickets/${number}/actions`, action);

  it.each([
    ['POST', '/api/tickets', { serviceId: 'nothing' }, 422, 'Unknown service'],
    ['POST', '/api/windows/99/next', undefined, 422, 'Unknown window'],
    ['GET', '/api/tickets/Z999', undefined, 404, 'Unknown ticket'],
    ['GET', '/api/nothing', undefined, 404, 'Not found'],
    ['POST', '/api/tickets', { serviceId: 7 }, 422, 'Not understood'],
    ['POST', '/api/tickets', {}, 422, 'Not understood'],
    ['POST', '/api/tickets', '{"serviceId"', 400, 'Bad request'],
    ['POST', '/api/tickets', { serviceId: 'tax', appointment: '\u0000' }, 422, 'Not understood'],
    ['POST', '/api/appointments', { serviceId: 'tax', atMs: Number.MAX_SAFE_INTEGER }, 422, 'Not understood'],
    ['POST', '/api/tickets/B001/actions', { kind: 'call', window: '99' }, 422, 'Unknown window'],
    ['POST', '/api/tickets/B001/actions', { kind: 'explode' }, 422, 'Not understood'],
  ] as const)('%s %s with %j is a problem: %i %s', async (method, path, body, status, title) => {
    const slug = title.toLowerCase().replaceAll(' ', '-');
    const plain = title === 'Not found' || title === 'Bad request';
    const type = plain ? 'about:blank' : `urn:problem-type:daoyin:${slug}`;
    expect(await refused(method, path, body)).toMatchObject({ status, title, type });
  });

  it('a closed window calls nobody', async () => {
    await take();
    expect((await ask('POST', '/api/windows/3/close')).status).toBe(204);
    expect(await refused('POST', '/api/windows/3/next')).toMatchObject({ status: 409, title: 'Closed' });
    expect((await ask('POST', '/api/windows/3/open')).status).toBe(204);
  });

  it('a ticket called twice stays where it was called first', async () => {
    const { number } = await take('passport');
    expect((await act(number, { kind: 'call', window: '1' })).status).toBe(200);
    const twice = await problemOf(await act(number, { kind: 'call', window: '2' }));
    expect(twice).toMatchObject({
      status: 409,
      detail: `ticket ${number} is called: call is not possible`,
    });
    expect(await find(number)).toMatchObject({ state: 'called', window: '1', calls: 1 });
  });

  it('a clock set back an hour gives no number twice and leaves every ticket where it was', async () => {
    const before = await take('passport');
    await act(before.number, { kind: 'call', window: '2' });
    nowMs -= HOUR_MS;
    expect((await act(before.number, { kind: 'serve' })).status).toBe(200);
    expect((await act(before.number, { kind: 'finish' })).status).toBe(200);
    expect(await find(before.number)).toMatchObject({ state: 'done', window: '2' });
    const after = await take('passport');
    expect(Number(after.number.slice(1))).toBe(Number(before.number.slice(1)) + 1);
    nowMs += HOUR_MS;
  });

  it('a clock set an hour ahead, and right again, gives no number twice, and who was called meanwhile can be served', async () => {
    const before = await take('passport');
    nowMs += HOUR_MS;
    const ahead = await take('passport');
    expect((await act(ahead.number, { kind: 'call', window: '1' })).status).toBe(200);
    nowMs -= HOUR_MS;
    for (const kind of ['serve', 'finish']) expect((await act(ahead.number, { kind })).status).toBe(200);
    const after = await take('passport');
    expect(
      [before, ahead, after].map(({ number }) => Number(number.slice(1)) - Number(before.number.slice(1))),
    ).toEqual([0, 1, 2]);
    expect(await find(ahead.number)).toMatchObject({ state: 'done', window: '1' });
    expect(await find(before.number)).toMatchObject({ state: 'waiting' });
  });

  describe('the webhook lets nothing in that is', () => {
    const open = JSON.stringify({ messages: [{ id: 'f', atMs: 1, kind: 'close', window: '1' }] });
    const send = (body: string, signature?: string, machine = 'hall-calls') =>
      ask('POST', '/api/calls', body, {
        'daoyin-machine': machine,
        ...(signature !== undefined && { 'daoyin-signature': signature }),
      });

    it.each([
      ['forged', () => send(open, signBody('guess', nowMs, open))],
      ['replayed an hour later', () => send(open, signBody(secret, nowMs - HOUR_MS, open))],
      ['changed on its way', () => send(open, signBody(secret, nowMs, '{"messages":[]}'))],
      ['unsigned', () => send(open)],
      ['of a machine that nobody knows', () => send(open, signBody(secret, nowMs, open), 'stranger')],
    ])('%s', async (_name, request) => {
      expect(await problemOf(await request())).toMatchObject({ status: 401 });
    });

    it('replayed at once: it is done once', async () => {
      const { number } = await take('passport');
      const body = JSON.stringify({
        messages: [
          { id: `${number}-1`, atMs: nowMs, kind: 'call', ticket: number, window: '2' },
          { id: `${number}-2`, atMs: nowMs + 1, kind: 'recall', ticket: number },
        ],
      });
      const signature = signBody(secret, nowMs, body);
      for (let i = 0; i < 3; i++) expect((await send(body, signature)).status).toBe(200);
      expect(await find(number)).toMatchObject({ state: 'called', calls: 2 });
    });
  });

  it('a body of 10 MB is not read, signed or not', async () => {
    const huge = 'x'.repeat(10_000_000);
    for (const [path, body] of [
      ['/api/tickets', { serviceId: huge }],
      ['/api/calls', { messages: [huge] }],
    ] as const) {
      const response = await ask('POST', path, body).catch(() => undefined); // the server may hang up before it has heard all
      if (response) expect((await problemOf(response)).status).toBe(413);
    }
    expect((await ask('GET', '/api/health')).status).toBe(200);
  });

  it('of a hundred numbers a second from one phone twenty are given, and none is lost', async () => {
    const last = Number((await take()).number.slice(1));
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => ask('POST', '/api/tickets', { serviceId: 'tax' }, {})),
    );
    const given = answers.filter(({ status }) => status === 201);
    expect(given).toHaveLength(20);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(await problemOf(answer)).toMatchObject({ status: 429, title: 'Too many requests' });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(Number((await take()).number.slice(1))).toBe(last + 21);
  });

  it('SQL in a name, a number or a code is a text like another', async () => {
    const sly = `A1'); DROP TABLE tickets;--`;
    const { number } = await take();
    expect((await refused('POST', '/api/tickets', { serviceId: sly })).status).toBe(422);
    expect((await refused('POST', '/api/tickets', { serviceId: 'tax', appointment: sly })).status).toBe(409);
    expect((await refused('GET', `/api/tickets/${encodeURIComponent(sly)}`)).status).toBe(404);
    expect((await refused('POST', `/api/windows/${encodeURIComponent(sly)}/next`)).status).toBe(422);
    const key = { ...calls, 'idempotency-key': sly };
    expect((await ask('POST', '/api/tickets', { serviceId: 'tax' }, key)).status).toBe(201);
    expect((await refused('POST', '/api/staff/session', { name: sly, password: sly }, {})).status).toBe(401);
    expect((await find(number)).number).toBe(number);
  });
});
