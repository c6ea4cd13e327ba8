import { createConnection } from 'node:net';
import { seededRandom } from '@daoyin/geometry';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBroker } from './broker';
import { openFraming } from './framing';

/** A PUBLISH of so many bytes after its length. */
function packet(length: number): Uint8Array {
  const header = [0x30];
  for (let rest = length; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) {
      header.push(rest);
      break;
    }
    header.push((rest % 128) + 128);
  }
  return Uint8Array.from([...header, ...new Uint8Array(length).fill(0xff)]);
}

describe('packets of MQTT', () => {
  it('are counted the same however the bytes are cut', () => {
    const lengths = [0, 1, 127, 128, 300, 16_383, 16_384, 0, 5];
    const all = Uint8Array.from(lengths.flatMap((length) => [...packet(length)]));
    const random = seededRandom(1);
    for (let run = 0; run < 50; run++) {
      const framing = openFraming(20_000);
      let count = 0;
      for (let i = 0; i < all.length; ) {
        const until = i + 1 + Math.floor(random() * (run % 2 === 0 ? 4 : 4000));
        count += framing.take(all.subarray(i, until))!;
        i = until;
      }
      expect(count).toBe(lengths.length);
    }
  });

  it('one that is too long, or whose length never ends, is seen at its length', () => {
    expect(openFraming(1000).take(packet(1001).subarray(0, 3))).toBeUndefined();
    expect(openFraming(1000).take(packet(1000))).toBe(1);
    expect(openFraming(2 ** 40).take(Uint8Array.of(0x30, 0xff, 0xff, 0xff, 0xff, 0x01))).toBeUndefined();
  });
});

describe('the broker inside', () => {
  const warn = vi.fn();
  let broker: Awaited<ReturnType<typeof startBroker>>;
  let port: number;
  beforeAll(async () => {
    broker = await startBroker({
      port: 0,
      host: '127.0.0.1',
      asked: false,
      venue: 'hall',
      machines: { check: async () => undefined },
      warn,
    });
    port = Number(new URL(broker.url).port);
  });
  afterAll(() => broker.close());

  it('a stranger who announces 200 MB is cut off before they come', async () => {
    const socket = createConnection(port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.write(Uint8Array.of(0x10, 0x80, 0x84, 0xaf, 0x5f));
    await closed;
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('1000000 bytes'));
  });

  it('a client that floods is cut off, and the others are served', async () => {
    const flood = await mqtt.connectAsync(broker.url, { reconnectPeriod: 0 });
    const other = await mqtt.connectAsync(broker.url);
    const closed = new Promise((resolve) => flood.once('close', () => resolve(undefined)));
    flood.on('error', () => undefined);
    for (let i = 0; i < 20_000; i++) flood.publish('daoyin/hall/receivers/x/readings', '{}', { qos: 0 });
    await closed;
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('packets a second'));
    await other.publishAsync('daoyin/hall/receivers/y/readings', '{}', { qos: 1 });
    await other.endAsync();
  });

  it('where it has as many clients as it takes, one more is turned away, which is said, and the others are served', async () => {
    const small = await startBroker({
      ...{ port: 0, host: '127.0.0.1', asked: false, venue: 'hall', mostClients: 2 },
      ...{ machines: { check: async () => undefined }, warn },
    });
    const [one, two] = [await mqtt.connectAsync(small.url), await mqtt.connectAsync(small.url)];
    await expect(mqtt.connectAsync(small.url, { reconnectPeriod: 0 }, false)).rejects.toThrow();
    expect(warn).toHaveBeenCalledWith('the broker has 2 clients; one more was turned away');
    for (const client of [one, two])
      await client.publishAsync('daoyin/hall/receivers/x/readings', '{}', { qos: 1 });
    await one.endAsync();
    await vi.waitFor(async () => (await mqtt.connectAsync(small.url, {}, false)).endAsync());
    await two.endAsync();
    await small.close();
  });
});
