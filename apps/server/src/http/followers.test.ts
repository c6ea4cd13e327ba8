import type { TicketView } from '@daoyin/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChangeListener } from '../tickets/board';
import type { Following } from '../tickets/desk';
import { queueOutlook } from '../tickets/outlook';
import type { StoredTicket } from '../tickets/rows';
import { type Followers, openFollowers } from './followers';

const DAY = '2026-11-23';
const offer = { serviceId: 'tax', name: { en: 'Tax' }, series: 'A', windows: ['1'] };

/** One queue in memory, whose outlook can be made to fail and the clock to go on. */
function queueInMemory() {
  const queue = new Map<string, StoredTicket>();
  const listeners = new Set<ChangeListener>();
  let [nowMs, away] = [1_000_000, false];
  const outlookOf = async () => {
    if (away) throw new Error('the database is away');
    const offers = new Map([[offer.serviceId, offer]]);
    return queueOutlook({
      offers,
      queue: [...queue.values()],
      counters: new Map([['1', true]]),
      byHours: true,
      nowMs,
    });
  };
  const following: Following = {
    today: () => DAY,
    ticket: async (day, number) => (day === DAY ? queue.get(number) : undefined),
    viewOf: async (ticket) => (await outlookOf()).viewOf(ticket),
    outlookOf,
    lettersOf: () => ['A'],
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onMissed: () => () => undefined,
  };
  const put = (ordinal: number, more: Partial<StoredTicket> = {}) => {
    const number = `A00${ordinal}`;
    const ticket: StoredTicket = {
      day: DAY,
      number,
      serviceId: 'tax',
      series: 'A',
      ordinal,
      state: 'waiting',
      priority: 'normal',
      queuedAtMs: ordinal,
      takenAtMs: ordinal,
      calls: 0,
      updatedAtMs: ++nowMs,
      ...more,
    };
    if (ticket.day === DAY) queue.set(number, ticket);
    for (const listener of listeners) listener({ kind: 'ticket', ticket });
  };
  return {
    following,
    put,
    call: (ordinal: number) => put(ordinal, { state: 'called', window: '1', calledAtMs: nowMs, calls: 1 }),
    after: (ms: number) => {
      nowMs += ms;
    },
    fail: (isAway: boolean) => {
      away = isAway;
    },
  };
}

describe('pages that follow a ticket', () => {
  let hall: ReturnType<typeof queueInMemory>;
  let followers: Followers;
  beforeEach(() => {
    vi.useFakeTimers();
    hall = queueInMemory();
    followers = openFollowers(hall.following);
    for (const ordinal of [1, 2, 3]) hall.put(ordinal);
  });
  afterEach(() => {
    followers.close();
    vi.useRealTimers();
  });
  const follow = async (ordinal: number, told: TicketView[] = []) => {
    const follower = {
      number: `A00${ordinal}`,
      day: DAY,
      say: (view: TicketView) => void told.push(view),
    };
    await followers.add(follower);
    return { told, follower };
  };
  const soon = () => vi.advanceTimersByTimeAsync(0);
  const later = () => vi.advanceTimersByTimeAsync(1000);

  it('hear at once how they stand, and of their own call without waiting for the queue', async () => {
    const [first, third] = [await follow(1), await follow(3)];
    expect(third.told.map(({ ahead }) => ahead)).toEqual([2]);
    hall.call(1);
    await soon();
    expect(first.told.map(({ state }) => state)).toEqual(['waiting', 'called']);
    expect(third.told).toHaveLength(1);
    await later();
    expect(third.told.map(({ ahead }) => ahead)).toEqual([2, 1]);
  });

  it('are never told an older state than they know, also when called while their queue is being told', async () => {
    const { told } = await follow(2);
    hall.call(1);
    await vi.advanceTimersByTimeAsync(499);
    vi.advanceTimersByTime(1);
    hall.call(2);
    await later();
    expect(told.at(-1)?.state).toBe('called');
    const states = told.map(({ state }) => state);
    expect(states.indexOf('called')).toBe(states.length - 1);
  });

  it('are told of the queue later when the database is away for a while', async () => {
    const { told } = await follow(3);
    hall.fail(true);
    hall.call(1);
    await later();
    expect(told).toHaveLength(1);
    hall.fail(false);
    await later();
    expect(told.at(-1)?.ahead).toBe(1);
  });

  it("hear nothing of another day's ticket of the same number", async () => {
    const { told } = await follow(2);
    hall.put(2, { day: '2026-11-24', state: 'called', window: '1' });
    await later();
    expect(told.map(({ state }) => state)).toEqual(['waiting']);
  });

  it('are not told of a wait that has hardly changed, and are when it has', async () => {
    const { told, follower } = await follow(3);
    hall.after(2000);
    followers.refresh(follower);
    await later();
    expect(told).toHaveLength(1);
    hall.call(1);
    await later();
    hall.after(900_000);
    followers.refresh(follower);
    await later();
    expect(told.length).toBeGreaterThan(2);
  });

  it('hear nothing more when they are gone', async () => {
    const { told, follower } = await follow(2);
    followers.delete(follower);
    hall.call(2);
    await later();
    expect(told).toHaveLength(1);
  });
});
