import { decodeServerEvent, receiverTopic, type ServerEvent, type TicketView } from '@daoyin/protocol';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { readOptions } from './options/options';
import { startTestServer, type TestServer, uuid } from './testing/hall';

let server: TestServer;
let at: string;

beforeAll(async () => {
  server = await startTestServer();
  at = server.at;
}, 60_000);

afterAll(() => server.close());

async function take(): Promise<TicketView> {
  const response = await fetch(`${at}/api/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"serviceId":"passport"}',
  });
  expect(response.status).toBe(201);
  return (await response.json()) as TicketView;
}

/** Listens until `count` events came; that the server is alive it says at any time, and is none of them. */
function events(query: string, count: number, opened: () => void = () => undefined): Promise<ServerEvent[]> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${at.replace('http', 'ws')}/api/events?${query}`);
    const got: ServerEvent[] = [];
    socket.on('error', reject);
    socket.on('message', (data) => {
      const event = decodeServerEvent(String(data));
      if (event === undefined || event.type === 'alive') return;
      got.push(event);
      if (got.length === 1) opened();
      if (got.length < count) return;
      socket.close();
      resolve(got);
    });
  });
}

describe('the server', () => {
  it('answers with the venue once, and with nothing new to a page that has it', async () => {
    const first = await fetch(`${at}/api/venue`);
    expect(await first.json()).toMatchObject({
      venue: { id: 'hall' },
      clock: { timeZone: 'Asia/Shanghai', tables: { '24/7': { kind: 'always' } } },
    });
    const again = await fetch(`${at}/api/venue`, {
      headers: { 'if-none-match': first.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });

  it('gives a ticket and finds it as people type it', async () => {
    const ticket = await take();
    expect(ticket).toMatchObject({ state: 'waiting', serviceName: { en: 'passport' } });
    const found = await fetch(`${at}/api/tickets/${encodeURIComponent(` ${ticket.number.toLowerCase()} `)}`);
    expect(await found.json()).toMatchObject({ number: ticket.number });
  });

  it.each([
    [
      'a ticket that does not exist',
      'GET',
      '/api/tickets/X999',
      undefined,
      404,
      'There is no ticket X999 today.',
    ],
    [
      'a service that does not exist',
      'POST',
      '/api/tickets',
      '{"serviceId":"fly"}',
      422,
      'There is no service fly.',
    ],
    ['a body without a service', 'POST', '/api/tickets', '{}', 422, undefined],
    ['a body that is no JSON', 'POST', '/api/tickets', '{', 400, undefined],
    [
      'a body of a megabyte',
      'POST',
      '/api/tickets',
      JSON.stringify({ serviceId: 'x'.repeat(1_000_000) }),
      413,
      undefined,
    ],
    ['a page that does not exist', 'GET', '/api/nothing', undefined, 404, undefined],
    ['a demonstration that does not run', 'GET', '/api/demo', undefined, 404, undefined],
    ['a walk outside its folder', 'GET', '/api/walks/..%2f..%2fetc', undefined, 404, undefined],
  ])('answers %s with a problem document', async (_name, method, path, body, status, detail) => {
    const response = await fetch(at + path, {
      method,
      body: body ?? null,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as { status: number; detail?: string };
    expect(problem.status).toBe(status);
    if (detail !== undefined) expect(problem.detail).toBe(detail);
  });

  it('has a QR code for each theme menu, which leads to its journey', async () => {
    const [theme] = (await (await fetch(`${at}/api/themes`)).json()) as { id: string; path: string }[];
    expect(theme).toMatchObject({ id: 'shop', path: '/phone/?theme=shop' });
    const code = await fetch(`${at}/api/themes/shop/qr.svg`);
    expect(code.headers.get('content-type')).toContain('image/svg+xml');
    expect(await code.text()).toMatch(/^<svg/);
    expect((await fetch(`${at}/api/themes/fly/qr.svg`)).status).toBe(404);
  });

  it.each([
    ['/api/health', 'cross-origin'], // asked for by the page that waits for the server
    ['/api/docs/', 'same-origin'],
    ['/nothing', 'same-origin'],
  ])('lets no script in from elsewhere, nor itself into a frame: %s', async (path, whoMayRead) => {
    const response = await fetch(at + path);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https:/);
    expect(policy).toContain("frame-ancestors 'none'");
    for (const [name, value] of [
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['referrer-policy', 'no-referrer'],
      ['cross-origin-opener-policy', 'same-origin'],
      ['cross-origin-resource-policy', whoMayRead],
    ] as const)
      expect(response.headers.get(name)).toBe(value);
    if (path.startsWith('/api/')) expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('permissions-policy')).toMatch(/microphone=\(\), payment=\(\)/);
  });

  it('tells a page that comes back how its ticket stands', async () => {
    const ticket = await take();
    const [hello, current] = await events(`ticket=${ticket.number}`, 2);
    const { version } = (await (await fetch(`${at}/api/venue`)).json()) as { version: string };
    expect(hello).toMatchObject({ type: 'hello', venueVersion: version });
    expect(current).toMatchObject({ type: 'ticket', ticket: { number: ticket.number } });
  });

  it('hands what a receiver heard by MQTT to the page of its session, and to no other', async () => {
    const client = await mqtt.connectAsync(server.mqttUrl);
    const advertHex = `0201061aff4c000215${uuid.replaceAll('-', '')}00010001c5`;
    const publish = (session: string) =>
      client.publish(
        receiverTopic('hall', 'handheld-1'),
        JSON.stringify({ receiver: 'handheld-1', session, adverts: [{ atMs: 5, advertHex, rssiDbm: -66 }] }),
      );
    const heard = await events('session=mine', 2, () => {
      client.publish(receiverTopic('hall', 'broken'), 'rubbish');
      publish('other');
      publish('mine');
    });
    expect(heard[1]).toEqual({
      type: 'readings',
      session: 'mine',
      readings: [{ atMs: 5, beacon: 'B001', rssiDbm: -66 }],
    });
    await client.endAsync();
  });

  it('ends what it had started when its port is taken', async () => {
    const taken = startTestServer({ args: ['--port', String(server.port)] });
    await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('options', () => {
  it('name the one that is wrong', () => {
    expect(readOptions(['--port', 'many'], {}, '/')).toMatchObject({
      kind: 'wrong',
      message: expect.stringContaining('--port many'),
    });
    expect(readOptions(['--prot', '1'], {}, '/')).toMatchObject({
      kind: 'wrong',
      message: expect.stringContaining('--prot'),
    });
  });
});
