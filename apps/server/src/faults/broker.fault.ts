import { setTimeout as sleep } from 'node:timers/promises';
import { callsTopic, receiverTopic } from '@daoyin/protocol';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer, uuid } from '../testing/hall';
import { startMosquitto, type TestMosquitto } from '../testing/mosquitto';
import { openProxy, type Wire } from '../testing/proxy';

const advertHex = `0201061aff4c000215${uuid.replaceAll('-', '')}00010001c5`;

/** A broker of the hall's own, and a wire to it that breaks. */
describe('the broker', () => {
  let broker: TestMosquitto;
  let wire: Wire;
  let server: TestServer;
  beforeAll(async () => {
    broker = await startMosquitto({ server: 'secret', 'hall-calls': 'calls-secret', lobby: 'lobby-secret' });
    const url = new URL(broker.urlOf('server', 'secret'));
    wire = await openProxy({ port: Number(url.port) });
    url.port = String(wire.port);
    wire.cut(); // away before the server starts
    server = await startTestServer({ env: { MQTT_URL: url.href, DAOYIN_METRICS_PORT: '0' } });
    await server.machines.enrol('test', { id: 'hall-calls', kind: 'calls' });
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await wire.close();
    await broker.stop();
  });

  const brokerIsThere = async () =>
    ((await (await fetch(`${server.at}/api/ready`)).json()) as { broker: boolean }).broker;
  const heard = async () => {
    const metrics = await (await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)).text();
    return !metrics.includes('daoyin_adverts_total{outcome="readings"} 0');
  };
  const publish = async () => {
    const lobby = await mqtt.connectAsync(broker.urlOf('lobby', 'lobby-secret'));
    const batch = { receiver: 'lobby', adverts: [{ atMs: Date.now(), advertHex, rssiDbm: -60 }] };
    await lobby.publishAsync(receiverTopic('hall', 'lobby'), JSON.stringify(batch), { qos: 1 });
    await lobby.endAsync();
  };

  it('away at the start: the server starts, gives numbers, and is ready; come back, it is heard', async () => {
    expect(await brokerIsThere()).toBe(false);
    const taken = await fetch(`${server.at}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"serviceId":"passport"}',
    });
    expect(taken.status).toBe(201);
    wire.mend();
    await vi.waitFor(async () => expect(await brokerIsThere()).toBe(true), { timeout: 20_000 });
    await publish();
    await vi.waitFor(async () => expect(await heard()).toBe(true), { timeout: 20_000 });
  }, 90_000);

  it('away later: a call that was told meanwhile is done when it is back, once', async () => {
    const { number } = (await (
      await fetch(`${server.at}/api/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"serviceId":"tax"}',
      })
    ).json()) as { number: string };
    wire.cut();
    await vi.waitFor(async () => expect(await brokerIsThere()).toBe(false), { timeout: 20_000 });
    const calls = await mqtt.connectAsync(broker.urlOf('hall-calls', 'calls-secret'));
    const message = { id: 'c1', atMs: Date.now(), kind: 'call', ticket: number, window: '3' };
    for (let i = 0; i < 2; i++)
      await calls.publishAsync(callsTopic('hall', 'hall-calls'), JSON.stringify(message), { qos: 1 });
    await sleep(500);
    wire.mend();
    const view = async () =>
      (await (await fetch(`${server.at}/api/tickets/${number}`)).json()) as { state: string; calls: number };
    await vi.waitFor(async () => expect(await view()).toMatchObject({ state: 'called', calls: 1 }), {
      timeout: 30_000,
    });
    await calls.endAsync();
  }, 90_000);
});
