import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import type { Ticket } from '../ticket';
import { compareDays } from './compare-days';
import { replayDay } from './replay';
import { servedDay } from './served-day';

const OPEN_MS = Date.UTC(2026, 2, 3, 1);
const MINUTE = 60_000;

/** A day of two windows of one queue: numbers every two minutes, each served in the order of coming. */
function tickets(count: number, seed = 1): Ticket[] {
  const random = seededRandom(seed);
  const freeMs = new Map([
    ['1', OPEN_MS],
    ['2', OPEN_MS],
  ]);
  return Array.from({ length: count }, (_, i): Ticket => {
    const takenAtMs = OPEN_MS + 2 * i * MINUTE;
    const [window, free] = [...freeMs].reduce((a, b) => (b[1] < a[1] ? b : a));
    const calledAtMs = Math.max(takenAtMs + 10_000, free + 10_000);
    const servedAtMs = calledAtMs + 40_000;
    const finishedAtMs = servedAtMs + Math.round((2 + 3 * random()) * MINUTE);
    freeMs.set(window, finishedAtMs);
    return {
      day: '2026-03-03',
      number: `A${i}`,
      serviceId: 's',
      series: 'A',
      ordinal: i,
      state: 'done',
      priority: 'normal',
      queuedAtMs: takenAtMs,
      calls: 1,
      window,
      takenAtMs,
      calledAtMs,
      servedAtMs,
      finishedAtMs,
    };
  });
}

const both = () => ['1', '2'];
const near = () => 20;

describe('a day that is replayed', () => {
  it('comes out as it was where nothing is changed', () => {
    const past = tickets(60);
    const again = replayDay(servedDay(past, both), near);
    for (const [i, { wait }] of again.entries()) {
      const truly = (past[i]!.calledAtMs! - past[i]!.takenAtMs) / 1000;
      expect(Math.abs(wait! - truly)).toBeLessThan(60);
    }
  });

  it('has everybody who came, each served once, by a window that takes it, after those who came before at their window', () => {
    const past = tickets(80, 3);
    const again = replayDay(servedDay(past, both), near);
    expect(again.map(({ number }) => number)).toEqual(past.map(({ number }) => number));
    expect(again.every(({ window }) => window === '1' || window === '2')).toBe(true);
    const calls = again.map(({ wait }, i) => past[i]!.takenAtMs + 1000 * wait!);
    expect(calls).toEqual(calls.toSorted((a, b) => a - b));
  });

  it('makes others wait where the way is longer than the wait, since the window waits too', () => {
    const day = servedDay(tickets(60), both);
    const change = compareDays(
      replayDay(day, near),
      replayDay(day, () => 400),
    );
    expect(change.walk.after.median - change.walk.before.median).toBe(380);
    expect(change.wait.after.mean).toBeGreaterThan(change.wait.before.mean);
    expect(change.walkMore).toBe(60);
  });

  it('sends all to the other window where one cannot be reached, and names who reaches none', () => {
    const day = servedDay(tickets(30), both);
    const before = replayDay(day, near);
    const one = replayDay(day, (_, window) => (window === '1' ? undefined : 20));
    expect(one.every(({ window }) => window === '2')).toBe(true);
    const none = replayDay(day, () => undefined);
    const change = compareDays(before, none);
    expect(change.lost).toHaveLength(30);
    expect(compareDays(none, before).won).toHaveLength(30);
    expect(change.unserved).toEqual({ before: 0, after: 0 });
  });

  it('has the window call that has been free longest, so that none of a quiet day stays without anybody', () => {
    const quiet = tickets(40).map((ticket): Ticket => {
      const later = (time: number | undefined) => time! + 8 * ticket.ordinal * MINUTE;
      const { takenAtMs, calledAtMs, servedAtMs, finishedAtMs } = ticket;
      return {
        ...ticket,
        takenAtMs: later(takenAtMs),
        calledAtMs: later(calledAtMs),
        servedAtMs: later(servedAtMs),
        finishedAtMs: later(finishedAtMs),
      };
    });
    const calls = replayDay(servedDay(quiet, both), near).map(({ window }) => window);
    for (const window of ['1', '2']) expect(calls.filter((one) => one === window).length).toBeGreaterThan(15);
  });

  it('serves priority first, and lets go who gave up', () => {
    const past = tickets(12).map(
      (ticket, i): Ticket => ({
        ...ticket,
        takenAtMs: OPEN_MS - 30 * MINUTE + i * MINUTE,
        priority: i === 11 ? 'priority' : 'normal',
        ...(i === 10 && { state: 'cancelled', finishedAtMs: OPEN_MS - MINUTE }),
      }),
    );
    const again = replayDay(servedDay(past, both), near);
    expect(again[11]!.wait).toBeLessThan(again[5]!.wait!);
    expect(again[10]!.window).toBeUndefined();
  });

  it('leaves nobody standing at closing time whom only closed windows take', () => {
    const day = servedDay(tickets(40), both);
    const again = replayDay(day, () => 600);
    expect(again.every(({ window }) => window !== undefined)).toBe(true);
  });
});

it('a window that did nothing for half an hour was away, and calls nobody then', () => {
  const past = tickets(4).map((ticket, i): Ticket => {
    const later = i < 2 ? 0 : 2 * 60 * MINUTE;
    const moved = { takenAtMs: ticket.takenAtMs + later, calledAtMs: ticket.calledAtMs! + later };
    return {
      ...ticket,
      ...moved,
      servedAtMs: ticket.servedAtMs! + later,
      finishedAtMs: ticket.finishedAtMs! + later,
    };
  });
  const { shifts } = servedDay(past, both);
  expect(shifts.filter(({ window }) => window === '1')).toHaveLength(2);
  expect(() => compareDays([{ number: 'A1' }], [])).toThrow(/1 and 0/);
});
