import type { TicketView } from '@daoyin/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../storage/database';
import { dayIn, type Offer, openTicketDesk } from './desk';

const offers = new Map<string, Offer>([
  ['passport', { serviceId: 'passport', name: { en: 'Passport' }, series: 'A', windows: ['1', '2'] }],
  ['tax', { serviceId: 'tax', name: { en: 'Tax' }, series: 'B', windows: ['3'] }],
]);

let open: OpenDatabase;
let nowMs = Date.UTC(2026, 10, 23, 2);
const desk = () =>
  openTicketDesk({ database: open.database, offers, nowMs: () => nowMs++, timeZone: 'Asia/Shanghai' });

beforeAll(async () => {
  open = await openDatabase({ kind: 'memory' });
}, 60_000);
afterAll(() => open.close());

async function take(service: string): Promise<TicketView> {
  const taken = await desk().take(service);
  if (!taken.ok) throw new Error(taken.message);
  return taken.ticket;
}

describe('the ticket desk', () => {
  it('gives no number twice, also when many ask at once', async () => {
    const numbers = (await Promise.all(Array.from({ length: 30 }, () => take('tax')))).map(
      (ticket) => ticket.number,
    );
    expect(new Set(numbers).size).toBe(30);
    expect(numbers.sort()[0]).toBe('B001');
  });

  it('restarts the numbers on the next day of the hall, not of UTC', async () => {
    const first = await take('passport');
    nowMs = Date.UTC(2026, 10, 23, 16, 0, 1);
    expect((await take('passport')).number).toBe(first.number);
    expect(dayIn('Asia/Shanghai', nowMs)).toBe('2026-11-24');
  });

  it('calls the one who waits longest, to the window that asked, and tells those who listen', async () => {
    const [first, second] = [await take('passport'), await take('passport')];
    const told: TicketView[] = [];
    const open = desk();
    open.onChange((ticket) => told.push(ticket));
    for (;;) {
      const called = await open.callNext('2');
      if (called?.number === second.number) break;
    }
    expect(told.map((ticket) => ticket.number).slice(-2)).toEqual([first.number, second.number]);
    expect(told.at(-1)).toMatchObject({ state: 'called', window: '2', lastCalled: second.number, ahead: 0 });
    expect(await open.callNext('2')).toBeUndefined();
  });

  it('calls one ticket once, when two windows ask at once', async () => {
    await take('passport');
    const called = await Promise.all([desk().callNext('1'), desk().callNext('2')]);
    expect(called.filter((ticket) => ticket !== undefined)).toHaveLength(1);
  });

  it('names the ticket and the service that do not exist', async () => {
    expect(await desk().find('Z999')).toMatchObject({
      ok: false,
      kind: 'unknown-ticket',
      message: 'There is no ticket Z999 today.',
    });
    expect(await desk().find("A1'; DROP TABLE tickets")).toMatchObject({ ok: false, kind: 'unknown-ticket' });
    expect(await desk().take('nothing')).toMatchObject({ ok: false, kind: 'unknown-service' });
  });

  it('tells people ahead and a wait that holds the median below the 90 % mark', async () => {
    await take('tax');
    const second = await take('tax');
    expect(second.ahead).toBeGreaterThan(0);
    expect(second.waitSeconds!.p90).toBeGreaterThan(second.waitSeconds!.median);
  });
});
