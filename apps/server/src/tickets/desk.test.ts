import { seededRandom } from '@daoyin/geometry';
import type { TicketView } from '@daoyin/protocol';
import { queueOrder } from '@daoyin/services';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { wallClock } from '../clock';
import { type OpenDatabase, openDatabase } from '../storage/database';
import { databasesUnderTest } from '../testing/databases';
import { type Board, openBoard } from './board';
import { openTicketDesk, type TicketDesk } from './desk';
import { alwaysOpen, type HallHours } from './hall-hours';
import { firstWaiting } from './next';
import type { Offer } from './offers';
import { type Change, readTicket } from './rows';

const offers = new Map<string, Offer>(
  [
    { serviceId: 'passport', name: { en: 'Passport' }, series: 'A', windows: ['1', '2'] },
    { serviceId: 'visa', name: { en: 'Visa' }, series: 'A', windows: ['2'] },
    { serviceId: 'tax', name: { en: 'Tax' }, series: 'B', windows: ['3'] },
  ].map((offer) => [offer.serviceId, offer]),
);
const series = [
  { letter: 'A', name: { en: 'Exit' }, windows: ['1', '2'] },
  { letter: 'B', name: { en: 'Tax' }, windows: ['3'] },
];
const MORNING = Date.UTC(2026, 10, 23, 2);

describe.each(databasesUnderTest())('the ticket desk on $name', (under) => {
  let storage: OpenDatabase;
  let board: Board;
  let nowMs = MORNING;
  let hours: HallHours = alwaysOpen;
  let desk: TicketDesk;

  const another = (onBoard = board) =>
    openTicketDesk({
      storage,
      board: onBoard,
      offers,
      series,
      nowMs: () => nowMs++,
      clock: wallClock('Asia/Shanghai'),
      hours: {
        servesAt: (at) => hours.servesAt(at),
        opensInMs: (at) => hours.opensInMs(at),
        refusalAt: (at, by) => hours.refusalAt(at, by),
      },
    });
  const nextDay = () => {
    nowMs += 48 * 3_600_000;
  };

  beforeAll(async () => {
    storage = await openDatabase(await under.fresh());
    board = await openBoard(storage);
    desk = another();
  }, 60_000);
  afterAll(async () => {
    await board.close();
    await storage.close();
    await under.end();
  });
  afterEach(() => {
    hours = alwaysOpen;
    nextDay();
  });

  async function take(serviceId: string, more: object = {}): Promise<TicketView> {
    return granted(await desk.take({ serviceId, ...more }));
  }
  function granted(result: Awaited<ReturnType<TicketDesk['find']>>): TicketView {
    if (!result.ok) throw new Error(result.message);
    return result.ticket;
  }
  async function next(window: string): Promise<string | undefined> {
    const called = await desk.callNext(window);
    if (!called.ok) throw new Error(called.message);
    return called.ticket?.number;
  }
  const act = async (number: string, kind: 'finish' | 'pass' | 'hold' | 'serve' | 'resume') =>
    granted(await desk.act(number, { kind }));

  it('gives no number twice, also when many ask at once at several desks', async () => {
    const desks = [another(), another(), another()];
    const taken = await Promise.all(
      Array.from({ length: 60 }, (_, i) => desks[i % 3]!.take({ serviceId: 'tax' })),
    );
    const numbers = taken.map((result) => granted(result).number).sort();
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, i) => `B${String(i + 1).padStart(3, '0')}`));
  });

  it('gives the same ticket to who asks again with the same key, and one more to another', async () => {
    const asked = await Promise.all(
      ['k', 'k', 'k', 'other'].map((key) =>
        desk.take({ serviceId: 'tax' }, { requestKey: `${key}${nowMs}` }),
      ),
    );
    const again = await desk.take({ serviceId: 'tax' }, { requestKey: 'same' });
    expect(granted(await desk.take({ serviceId: 'tax' }, { requestKey: 'same' })).number).toBe(
      granted(again).number,
    );
    expect(asked.every((result) => result.ok)).toBe(true);
  });

  it('restarts the numbers on the next day of the hall, not of UTC, and gives none twice where the clock goes back', async () => {
    const first = await take('passport');
    const before = nowMs;
    nowMs = Date.UTC(2026, 10, 23, 16, 0, 1) + Math.floor((nowMs - MORNING) / 86_400_000) * 86_400_000;
    expect((await take('passport')).number).toBe(first.number);
    nowMs = before - 3_600_000;
    expect((await take('passport')).number).not.toBe(first.number);
  });

  it('calls the one who waits longest, to the window that asked, and tells those who listen', async () => {
    const [first, second] = [await take('passport'), await take('passport')];
    const told: Change[] = [];
    const stop = desk.follow.onChange((change) => told.push(change));
    expect(await next('2')).toBe(first.number);
    await act(first.number, 'finish');
    expect(await next('2')).toBe(second.number);
    await vi.waitFor(() => expect(told).toHaveLength(3));
    expect(granted(await desk.find(second.number))).toMatchObject({
      state: 'called',
      window: '2',
      lastCalled: second.number,
      ahead: 0,
      calls: 1,
    });
    await act(second.number, 'finish');
    expect(await next('2')).toBeUndefined();
    stop();
  });

  it('calls one ticket once when two windows ask at once, and one window calls one at a time', async () => {
    await take('passport');
    const called = await Promise.all([another().callNext('1'), another().callNext('2')]);
    expect(called.filter((result) => result.ok && result.ticket !== undefined)).toHaveLength(1);
    await take('tax');
    await take('tax');
    const twice = await Promise.all([another().callNext('3'), another().callNext('3')]);
    expect(twice.filter((result) => result.ok)).toHaveLength(1);
    expect(twice.find((result) => !result.ok)).toMatchObject({
      kind: 'not-possible',
      message: expect.stringContaining('Window 3 still has ticket B001'),
    });
  });

  it('lets a window call only what it serves', async () => {
    const visa = await take('visa');
    expect(await next('1')).toBeUndefined();
    expect(await next('2')).toBe(visa.number);
  });

  it('a closed window calls nobody, and where none is open there is none to go to', async () => {
    const ticket = await take('tax');
    await desk.setCounter('3', false);
    expect(await desk.callNext('3')).toMatchObject({ ok: false, kind: 'closed' });
    await vi.waitFor(async () =>
      expect(granted(await desk.find(ticket.number))).toMatchObject({ window: null, waitSeconds: null }),
    );
    await desk.setCounter('3', true);
    expect(await next('3')).toBe(ticket.number);
  });

  it('priority overtakes half an hour, an appointment goes first when it is due', async () => {
    const early = await take('tax');
    nowMs += 40 * 60_000;
    const normal = await take('tax');
    nowMs += 60_000;
    const aged = await take('tax', { priority: 'priority' });
    const order = [];
    for (let i = 0; i < 3; i++) {
      const number = (await next('3'))!;
      order.push(number);
      await act(number, 'finish');
    }
    expect(order).toEqual([early.number, aged.number, normal.number]);
  });

  it('calls in the very order of the rules, whatever is waiting', async () => {
    const random = seededRandom(5);
    const kinds = Array.from({ length: 40 }, () => random());
    const numbers: string[] = [];
    for (const kind of kinds) {
      nowMs += Math.round(120_000 * random());
      numbers.push(
        (await take(random() < 0.7 ? 'tax' : 'visa', kind < 0.3 ? { priority: 'priority' } : {})).number,
      );
      if (kind > 0.7)
        await storage.database.execute(sql`UPDATE tickets SET appointment_ms = ${nowMs + Math.round(3_600_000 * random())}
          WHERE number = ${numbers.at(-1)} AND day = ${desk.follow.today()}`);
    }
    const day = desk.follow.today();
    const stored = await Promise.all(numbers.map((number) => readTicket(storage.database, day, number)));
    for (let left = stored.map((ticket) => ticket!); left.length > 0; ) {
      nowMs += 240_000;
      const expected = queueOrder(left, nowMs).map(({ number }) => number);
      expect(await firstWaiting(storage.database, { day, letters: ['A', 'B'] }, nowMs, 3)).toEqual(
        expected.slice(0, 3),
      );
      const first = expected[0]!;
      expect(await next(first.startsWith('B') ? '3' : '2')).toBe(first);
      await act(first, 'finish');
      left = left.filter(({ number }) => number !== first);
    }
  });

  it('who was passed and comes back stands behind three; who was held goes on where he was', async () => {
    const all = [];
    for (let i = 0; i < 6; i++) all.push((await take('tax')).number);
    await next('3');
    await act(all[0]!, 'pass');
    await act(all[0]!, 'resume');
    const order = [];
    for (let i = 0; i < 4; i++) {
      const number = (await next('3'))!;
      order.push(number);
      await act(number, 'finish');
    }
    expect(order).toEqual([all[1], all[2], all[3], all[0]]);
    const held = (await next('3'))!;
    await act(held, 'hold');
    await act(held, 'resume');
    expect(await next('3')).toBe(held);
  });

  it('a ticket moved to another service waits there by the time it was taken, under its own number', async () => {
    const moved = await take('passport');
    const later = await take('tax');
    granted(await desk.act(moved.number, { kind: 'transfer', serviceId: 'tax' }));
    expect(await next('3')).toBe(moved.number);
    await vi.waitFor(async () =>
      expect(granted(await desk.find(later.number)).lastCalled).toBe(moved.number),
    );
  });

  it('only the holder cancels, comes back and rates, and rates once', async () => {
    const taken = await desk.take({ serviceId: 'tax' });
    if (!taken.ok) throw new Error(taken.message);
    const { number } = taken.ticket;
    const token = taken.holderToken!;
    expect(await desk.actAsHolder(number, { kind: 'cancel' }, 'guess')).toMatchObject({ kind: 'not-yours' });
    await next('3');
    await act(number, 'finish');
    expect(granted(await desk.actAsHolder(number, { kind: 'rate', stars: 5 }, token)).rating).toBe(5);
    expect(await desk.actAsHolder(number, { kind: 'rate', stars: 1 }, token)).toMatchObject({ ok: false });
  });

  it('an action that comes again by the same message is done once', async () => {
    const { number } = await take('tax');
    const by = { source: 'test', messageId: `m${nowMs}` };
    const [first, again] = [await desk.callNext('3', by), await desk.callNext('3', by)];
    expect([first, again].map((result) => result.ok && result.ticket?.number)).toEqual([number, number]);
    expect(granted(await desk.find(number)).calls).toBe(1);
  });

  it('gives no number outside the hours, and says when the hall opens', async () => {
    hours = { ...alwaysOpen, servesAt: () => false, refusalAt: () => 'The hall is closed.' };
    expect(await desk.take({ serviceId: 'tax' })).toMatchObject({ ok: false, kind: 'closed' });
    expect(await desk.callNext('3')).toMatchObject({ ok: false, kind: 'closed' });
  });

  it('names the ticket, the service and the window that do not exist', async () => {
    expect(await desk.find('Z999')).toMatchObject({
      kind: 'unknown-ticket',
      message: 'There is no ticket Z999 today.',
    });
    expect(await desk.find("A1'; DROP TABLE tickets")).toMatchObject({ ok: false, kind: 'unknown-ticket' });
    expect(await desk.take({ serviceId: 'nothing' })).toMatchObject({ ok: false, kind: 'unknown-service' });
    expect(await desk.callNext('99')).toMatchObject({ ok: false, kind: 'unknown-window' });
  });

  it('tells people ahead of the same windows only, and a wait whose parts are in order', async () => {
    await take('passport');
    const visa = await take('visa');
    await take('passport');
    expect((await take('visa')).ahead).toBe(3);
    expect(visa.ahead).toBe(1);
    const { low, median, p90, high } = (await take('passport')).waitSeconds!;
    expect([low, median, p90, high]).toEqual([low, median, p90, high].sort((a, b) => a - b));
    expect(high).toBeGreaterThan(low);
  });

  it('another server on the same database gives the same answers and hears of every change', async () => {
    if (under.name === 'PGlite') return; // one process holds a PGlite
    const otherBoard = await openBoard(storage);
    const other = another(otherBoard);
    const { number } = await take('tax');
    const heard = new Promise<Change>((resolve) =>
      other.follow.onChange((change) => {
        if (change.kind === 'ticket' && change.ticket.state === 'called') resolve(change);
      }),
    );
    await next('3');
    expect(await heard).toMatchObject({ kind: 'ticket', ticket: { number, state: 'called' } });
    expect(granted(await other.find(number))).toEqual(granted(await desk.find(number)));
    await otherBoard.close();
  });
});
