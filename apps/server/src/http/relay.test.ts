import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { EventHub } from './events';
import { serveRelay } from './relay';

const uuid = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const register = {
  venue: 'hall',
  beacons: [
    {
      id: 'B001',
      uuid,
      major: 1,
      minor: 2,
      level: '1F',
      x: 1,
      y: 2,
      height: 3,
      measuredPowerDbm: -59,
      intervalMs: 300,
    },
  ],
};
const session = 'a-session-that-nobody-guesses';

let app: FastifyInstance;
let told: unknown[];
let at: string;
beforeEach(async () => {
  told = [];
  app = Fastify();
  await app.register(websocket);
  const hub = { relay: (...args: unknown[]) => void told.push(args) } as unknown as EventHub;
  serveRelay(app, hub, register as unknown as Parameters<typeof serveRelay>[2]);
  await app.listen({ port: 0, host: '127.0.0.1' });
  at = `ws://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/relay`;
});
afterEach(() => app.close());

const heard = (more: object = {}) => ({ atMs: 5, uuid, major: 1, minor: 2, rssiDbm: -60, ...more });
async function open(path: string): Promise<WebSocket> {
  const socket = new WebSocket(at + path);
  await once(socket, 'open');
  return socket;
}
async function closedWith(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close');
  return code as number;
}

describe('what a mini program hears', () => {
  it('reaches the page of its session as readings of known beacons, and strangers do not', async () => {
    const socket = await open(`?session=${session}`);
    socket.send(JSON.stringify({ heard: [heard(), heard({ minor: 9 })] }));
    await expect.poll(() => told).toEqual([[session, [{ atMs: 5, beacon: 'B001', rssiDbm: -60 }]]]);
    socket.close();
  });

  it('is not taken under a session that can be guessed, nor in another form, nor too often', async () => {
    expect(await closedWith(await open('?session=demo'))).toBe(4400);
    expect(await closedWith(await open(''))).toBe(4400);
    for (const bad of ['{', '[]', JSON.stringify({ heard: [heard({ x: 1, uuid: 'FDA5' })] })]) {
      const socket = await open(`?session=${session}`);
      socket.send(bad);
      expect(await closedWith(socket)).toBe(4400);
    }
    const storm = await open(`?session=${session}`);
    for (let i = 0; i < 40; i++) storm.send(JSON.stringify({ heard: [] }));
    expect(await closedWith(storm)).toBe(4429);
    expect(told).toEqual([]);
  });
});
