import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeReadingLine } from '@daoyin/beacon-ingest';
import { type AdvertLine, decodeReceiverBatch, receiverTopic } from '@daoyin/protocol';
import { Aedes } from 'aedes';
import { describe, expect, it, vi } from 'vitest';
import { advertLineOf } from './advert-line';
import { listenUntilStopped, type Sink } from './listen';
import { readOptions } from './options';
import { createOutbox } from './outbox';
import { createRecorder } from './recorder';
import { createSender } from './sender';

const line = (atMs: number): AdvertLine => ({
  atMs,
  address: 'c0:11:22:33:44:55',
  advertHex: '020106',
  rssiDbm: -60,
});

describe('the outbox', () => {
  it('gives what waits oldest first, and keeps it until it has arrived', () => {
    const outbox = createOutbox<number>(10);
    for (const item of [1, 2, 3]) outbox.add(item);
    expect(outbox.next(2)).toEqual([1, 2]);
    expect(outbox.next(2)).toEqual([1, 2]);
    outbox.sent(2);
    expect(outbox.next(2)).toEqual([3]);
  });

  it('gives up the oldest when it is full, and says how many', () => {
    const outbox = createOutbox<number>(3);
    for (let item = 0; item < 10; item++) outbox.add(item);
    expect([outbox.waiting, outbox.lost]).toEqual([3, 7]);
    expect(outbox.next(9)).toEqual([7, 8, 9]);
  });

  it('loses and repeats nothing that was on its way when it was full', () => {
    const outbox = createOutbox<number>(3);
    for (const item of [1, 2, 3]) outbox.add(item);
    expect(outbox.next(2)).toEqual([1, 2]);
    outbox.add(4); // 1 is given up while it is on its way
    outbox.sent(2);
    expect(outbox.next(9)).toEqual([3, 4]);
    expect(outbox.lost).toBe(0);
  });

  it('keeps its memory: a million through, none behind', () => {
    const outbox = createOutbox<number>(100);
    for (let item = 0; item < 1e6; item++) {
      outbox.add(item);
      if (item % 50 === 49) outbox.sent(outbox.next(50).length);
    }
    expect([outbox.waiting, outbox.lost]).toEqual([0, 0]);
  });
});

describe('the command line', () => {
  it.each([
    [['record'], /record: --out missing; see --help/],
    [['record', '--out', 'x', '--seconds', 'y'], /--seconds is "y"/],
    [
      ['receive', '--server', 'http://localhost:8080'],
      /--server is "http:\/\/localhost:8080", expected .*mqtt:/,
    ],
    [['receive', '--receiver', 'a/b'], /"a\/b" is no name/],
    [['receive', '--what'], /Unknown option '--what'; see --help/],
  ])('%j is refused in one line', (args, message) => {
    expect(readOptions(args, 'host')).toEqual({ kind: 'wrong', message: expect.stringMatching(message) });
  });

  it('names a receiver after its machine', () => {
    expect(readOptions(['receive'], 'kiosk-3')).toMatchObject({
      kind: 'receive',
      receiver: 'kiosk-3',
      server: 'mqtt://localhost:1883',
    });
  });
});

it('writes what decode and locate read, and never over what is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-'));
  const file = join(folder, 'adverts.jsonl');
  const recorder = await createRecorder(file, false);
  const bytes = Uint8Array.of(2, 1, 6);
  const advert = {
    atMs: 5,
    address: 'c0:11:22:33:44:55',
    rssiDbm: -60,
    payload: { kind: 'ad-structures', bytes },
  } as const;
  recorder.add(advertLineOf(advert)!);
  await recorder.close();
  expect(decodeReadingLine(readFileSync(file, 'utf8'))).toEqual({
    ok: true,
    input: { kind: 'advert', advert },
  });
  await expect(createRecorder(file, false)).rejects.toThrow('EEXIST');
  rmSync(folder, { recursive: true });
});

it('says why it does not listen, and opens nothing then', async () => {
  const openSink = vi.fn();
  const result = await listenUntilStopped({
    listen: async () => ({ ok: false, message: 'no Bluetooth adapter on this machine' }),
    openSink,
    stopped: Promise.resolve(),
    say: () => {},
  });
  expect(result).toEqual({ ok: false, message: 'no Bluetooth adapter on this machine' });
  expect(openSink).not.toHaveBeenCalled();
});

it('carries adverts to the sink until it is stopped', async () => {
  const lines: AdvertLine[] = [];
  const sink: Sink = {
    add: (each) => lines.push(each),
    close: async () => {},
    summary: () => `${lines.length} adverts`,
  };
  const said: string[] = [];
  let hear = () => {};
  let stop = () => {};
  const running = listenUntilStopped({
    listen: async (onAdvert, onProblem) => {
      hear = () => {
        const payload = { kind: 'ad-structures', bytes: Uint8Array.of(2, 1, 6) } as const;
        onAdvert({ atMs: 1, rssiDbm: -60, payload });
        onProblem('HCI packet broken');
      };
      return { ok: true, source: { stop: () => {} } };
    },
    openSink: async () => sink,
    stopped: new Promise((resolve) => {
      stop = resolve;
    }),
    say: (text) => said.push(text),
  });
  await vi.waitFor(() => expect(said).toContain('listening; stop with Ctrl+C'));
  hear();
  stop();
  expect(await running).toEqual({ ok: true });
  expect(lines).toEqual([{ atMs: 1, advertHex: '020106', rssiDbm: -60 }]);
  expect(said.at(-1)).toBe('1 adverts, 1 broken packets');
});

it('loses nothing of a source that begins before the sink is open, and ends with it', async () => {
  const lines: AdvertLine[] = [];
  const payload = { kind: 'ad-structures', bytes: Uint8Array.of(2, 1, 6) } as const;
  const result = await listenUntilStopped({
    listen: async (onAdvert) => {
      onAdvert({ atMs: 1, rssiDbm: -60, payload });
      return { ok: true, source: { stop: () => {}, finished: Promise.resolve() } };
    },
    openSink: async () => ({ add: (each) => lines.push(each), close: async () => {}, summary: () => '' }),
    stopped: new Promise(() => {}),
    say: () => {},
  });
  expect([result.ok, lines.length]).toEqual([true, 1]);
});

describe('to a real broker', () => {
  async function openBroker(port: number) {
    const aedes = await Aedes.createBroker();
    const server: Server = createServer(aedes.handle);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const received: AdvertLine[] = [];
    await new Promise<void>((resolve) =>
      aedes.subscribe(
        receiverTopic('zhongshan', '+'),
        ({ payload }, done) => {
          const decoded = decodeReceiverBatch(payload.toString());
          if (decoded.ok) received.push(...decoded.batch.adverts);
          done();
        },
        resolve,
      ),
    );
    const close = async () => {
      await new Promise<void>((resolve) => aedes.close(() => resolve()));
      await new Promise((resolve) => server.close(resolve));
    };
    return { received, close, port: (server.address() as { port: number }).port };
  }

  it('loses nothing while the broker is away', async () => {
    const first = await openBroker(0);
    const { port } = first;
    const said: string[] = [];
    const sender = createSender({
      url: `mqtt://127.0.0.1:${port}`,
      venue: 'zhongshan',
      receiver: 'kiosk-1',
      say: (text) => said.push(text),
      everyMs: 20,
    });
    sender.add(line(1));
    await vi.waitFor(() => expect(first.received).toHaveLength(1), { timeout: 5000 });
    await first.close();
    await vi.waitFor(() => expect(said.some((text) => text.startsWith('no connection'))).toBe(true));
    for (let atMs = 2; atMs <= 3000; atMs++) sender.add(line(atMs));
    const second = await openBroker(port);
    await vi.waitFor(() => expect(second.received.length).toBeGreaterThanOrEqual(2999), { timeout: 10_000 });
    expect(second.received.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 2999 }, (_, i) => i + 2));
    // the broker acknowledges after it has handed on
    await vi.waitFor(() => expect(sender.counters()).toMatchObject({ sent: 3000, waiting: 0, lost: 0 }));
    await sender.close(1000);
    await second.close();
  });
});
