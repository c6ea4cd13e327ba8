import { type CallResult, callsTopic, receiverHealthTopic, receiverTopic } from '@daoyin/protocol';
import mqtt, { type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startTestServer, type TestServer, uuid } from '../testing/hall';
import { hasMosquitto, startMosquitto, type TestMosquitto } from '../testing/mosquitto';

interface BrokerUnderTest {
  readonly name: string;
  readonly start: () => Promise<{
    server: TestServer;
    access: (machine: string) => string;
    end: () => Promise<void>;
  }>;
}

/** The broker inside: machines are enrolled, their secrets are their passwords. */
const inside: BrokerUnderTest = {
  name: 'the broker inside',
  start: async () => {
    const server = await startTestServer();
    const secrets: Record<string, string> = { stranger: 'guess' };
    for (const [id, kind] of [
      ['handheld-1', 'receiver'],
      ['hall-calls', 'calls'],
    ] as const)
      secrets[id] = await server.machines.enrol('test', { id, kind });
    return {
      server,
      access: (machine) => server.mqttUrl.replace('//', `//${machine}:${secrets[machine]}@`),
      end: () => server.close(),
    };
  },
};

/** Mosquitto has the accounts; the server is told which machines call. */
const mosquitto: BrokerUnderTest = {
  name: 'Mosquitto',
  start: async () => {
    const accounts = { server: 's e/c', 'handheld-1': 'h', 'hall-calls': 'c' };
    const broker: TestMosquitto = await startMosquitto(accounts);
    const server = await startTestServer({ env: { MQTT_URL: broker.urlOf('server', accounts.server) } });
    await server.machines.enrol('test', { id: 'hall-calls', kind: 'calls' });
    return {
      server,
      access: (machine) => broker.urlOf(machine, (accounts as Record<string, string>)[machine] ?? 'guess'),
      end: async () => {
        await server.close();
        await broker.stop();
      },
    };
  },
};

const brokers = hasMosquitto() || process.env.DAOYIN_INSIST !== undefined ? [inside, mosquitto] : [inside];

describe.each(brokers)('receivers and calls by $name', ({ start }) => {
  let running: Awaited<ReturnType<BrokerUnderTest['start']>>;
  let receiver: MqttClient;
  const advertHex = `0201061aff4c000215${uuid.replaceAll('-', '')}00010001c5`;
  const batch = (session: string) =>
    JSON.stringify({ receiver: 'handheld-1', session, adverts: [{ atMs: 5, advertHex, rssiDbm: -66 }] });

  beforeAll(async () => {
    running = await start();
    receiver = await mqtt.connectAsync(running.access('handheld-1'));
  }, 120_000);
  afterAll(async () => {
    await receiver.endAsync(true);
    await running.end();
  });

  function heardBy(session: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(
        `${running.server.at.replace('http', 'ws')}/api/events?session=${session}`,
      );
      socket.on('error', reject);
      socket.on('message', (data) => {
        const event = JSON.parse(String(data)) as { type: string };
        if (event.type === 'hello')
          receiver.publish(receiverTopic('hall', 'handheld-1'), batch(session), { qos: 1 });
        if (event.type !== 'readings') return;
        socket.close();
        resolve(event);
      });
    });
  }

  it('a receiver is known by its token, and its readings reach the page of its session', async () => {
    expect(await heardBy('mine')).toMatchObject({ readings: [{ atMs: 5, beacon: 'B001', rssiDbm: -66 }] });
  });

  it('a stranger is not let in', async () => {
    await expect(
      mqtt.connectAsync(running.access('stranger'), { reconnectPeriod: 0 }, false),
    ).rejects.toThrow(/not authori[sz]ed|Connection refused/i);
  });

  it('nobody but the server hears what receivers hear', async () => {
    const heard = vi.fn();
    const spy = await mqtt.connectAsync(running.access('hall-calls'));
    spy.on('message', heard);
    await spy.subscribeAsync('daoyin/#').catch(() => undefined);
    await heardBy('again');
    expect(heard).not.toHaveBeenCalled();
    await spy.endAsync(true);
  });

  it('the calling system tells by MQTT what it tells by the webhook, in any order, and hears what became of it', async () => {
    const calls = await mqtt.connectAsync(running.access('hall-calls'));
    const results: CallResult[] = [];
    calls.on('message', (_topic, payload) => results.push(JSON.parse(payload.toString()) as CallResult));
    await calls.subscribeAsync(`${callsTopic('hall', 'hall-calls')}/results`);
    const atMs = Date.now() - 1000;
    for (const message of [
      { id: 'c2', atMs: atMs + 1, kind: 'call', ticket: 'A900', window: '2' },
      { id: 'c1', atMs, kind: 'take', ticket: 'A900', serviceId: 'passport' },
      { id: 'c2', atMs: atMs + 1, kind: 'call', ticket: 'A900', window: '2' },
    ])
      await calls.publishAsync(callsTopic('hall', 'hall-calls'), JSON.stringify(message), { qos: 1 });
    await vi.waitFor(() => expect(results).toHaveLength(3), { timeout: 10_000 });
    expect(results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'c2 pending',
      'c1 applied',
      'c2 applied',
    ]);
    const ticket = await (await fetch(`${running.server.at}/api/tickets/A900`)).json();
    expect(ticket).toMatchObject({ state: 'called', window: '2', calls: 1 });
    await calls.endAsync(true);
  });

  it('the health of receivers and beacons is kept for the staff', async () => {
    const { server } = running;
    const admin = { token: server.invitation!, name: 'root', password: 'a long enough password' };
    const post = (path: string, body: object) =>
      fetch(server.at + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await post('/api/staff/first-admin', admin);
    const signedIn = await post('/api/staff/session', { name: admin.name, password: admin.password });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    const read = async (path: string) => (await fetch(server.at + path, { headers: { cookie } })).json();
    const health = { atMs: 1, online: true, sent: 7, waiting: 0, lost: 1 };
    await receiver.publishAsync(receiverHealthTopic('hall', 'handheld-1'), JSON.stringify(health), {
      qos: 1,
    });
    await server.flushHealth();
    await vi.waitFor(
      async () =>
        expect(await read('/api/receivers')).toMatchObject([{ id: 'handheld-1', online: true, lost: 1 }]),
      { timeout: 10_000 },
    );
    expect(await read('/api/beacons/health')).toMatchObject([
      { beaconId: 'B001', receivers: [{ receiver: 'handheld-1', rssiDbm: -66 }] },
    ]);
  });
});
