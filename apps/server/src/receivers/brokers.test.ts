import {
  type BeaconHealthView,
  type CallResult,
  callsTopic,
  receiverHealthTopic,
  receiverTopic,
} from '@daoyin/protocol';
import mqtt, { type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { databasesUnderTest } from '../testing/databases';
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

/** Mosquitto has the accounts; the server is told which machines call, and keeps its rows in PostgreSQL where there is one. */
const mosquitto: BrokerUnderTest = {
  name: 'Mosquitto',
  start: async () => {
    const accounts = { server: 's e/c', 'handheld-1': 'h', 'hall-calls': 'c' };
    const database = databasesUnderTest().at(-1)!;
    const place = await database.fresh();
    const broker: TestMosquitto = await startMosquitto(accounts);
    const server = await startTestServer({
      env: {
        MQTT_URL: broker.urlOf('server', accounts.server),
        ...(place.kind === 'postgres' && { DATABASE_URL: place.url }),
      },
    });
    await server.machines.enrol('test', { id: 'hall-calls', kind: 'calls' });
    return {
      server,
      access: (machine) => broker.urlOf(machine, (accounts as Record<string, string>)[machine] ?? 'guess'),
      end: async () => {
        await server.close();
        await broker.stop();
        await database.end();
      },
    };
  },
};

const brokers = hasMosquitto() || process.env.DAOYIN_INSIST !== undefined ? [inside, mosquitto] : [inside];

/** The first admin's session cookie. */
async function signIn({ at, invitation }: TestServer): Promise<string> {
  const post = (path: string, body: object) =>
    fetch(at + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const admin = { name: 'root', password: 'a long enough password' };
  await post('/api/staff/first-admin', { ...admin, token: invitation });
  return (await post('/api/staff/session', admin)).headers.get('set-cookie')!.split(';')[0]!;
}

describe.each(brokers)('receivers and calls by $name', ({ start }) => {
  let running: Awaited<ReturnType<BrokerUnderTest['start']>>;
  let receiver: MqttClient;
  let cookie: string;
  const advertHex = `0201061aff4c000215${uuid.replaceAll('-', '')}00010001c5`;
  const batch = (session: string) =>
    JSON.stringify({ receiver: 'handheld-1', session, adverts: [{ atMs: 5, advertHex, rssiDbm: -66 }] });

  beforeAll(async () => {
    running = await start();
    receiver = await mqtt.connectAsync(running.access('handheld-1'));
    cookie = await signIn(running.server);
  }, 120_000);
  afterAll(async () => {
    await receiver.endAsync(true);
    await running.end();
  });

  const read = async (path: string): Promise<unknown> =>
    (await fetch(running.server.at + path, { headers: { cookie } })).json();
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

  it('gateways of three makes are read, each in its own format', async () => {
    const { server } = running;
    const [address, advert] = ['C0:11:22:33:44:55', advertHex.slice(6)];
    const told: readonly (readonly [string, object])[] = [
      [
        `espresense/devices/iBeacon:${uuid}-1-1/lobby`,
        { mac: 'c01122334455', id: `iBeacon:${uuid}-1-1`, rssi: -61 },
      ],
      ['home/OMG_1/BTtoMQTT', { id: address, rssi: -62, manufacturerdata: advert.slice(4) }],
      [
        '/gw/ac233fc00001/status',
        [
          { type: 'Gateway', mac: 'AC233FC00001', timestamp: new Date().toISOString() },
          { timestamp: new Date().toISOString(), mac: 'C01122334455', rssi: -63, rawData: advertHex },
        ],
      ],
    ];
    for (const [topic, message] of told)
      await receiver.publishAsync(topic, JSON.stringify(message), { qos: 1 });
    await vi.waitFor(
      async () => {
        await server.flushHealth();
        const [beacon] = (await read('/api/beacons/health')) as BeaconHealthView[];
        const levels = beacon!.receivers.filter(({ receiver }) => receiver !== 'handheld-1');
        expect(levels.map(({ rssiDbm }) => rssiDbm).sort()).toEqual([-61, -62, -63]);
      },
      { timeout: 10_000 },
    );
  });
});
