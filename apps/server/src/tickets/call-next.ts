import { queueOrder } from '@daoyin/services';
import type { Refusal } from './desk';
import { act, knownMessage, type Teller } from './events';
import type { Offer } from './offers';
import {
  lockName,
  type Queries,
  readAtWindow,
  readCounters,
  readTicket,
  readWaiting,
  type StoredTicket,
} from './rows';

interface NextCall {
  readonly day: string;
  readonly window: string;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly nowMs: number;
  readonly teller: Teller;
  readonly openByHours: boolean;
}

/** Calls whoever comes next at a window. Two who ask at once for one window, on any server, call one ticket. In a transaction. */
export async function callNextIn(
  queries: Queries,
  { day, window, offers, nowMs, teller, openByHours }: NextCall,
): Promise<{ readonly ok: true; readonly ticket: StoredTicket | undefined } | Refusal> {
  await lockName(queries, `window/${day}/${window}`);
  const before = await knownMessage(queries, teller);
  if (before) return { ok: true, ticket: await readTicket(queries, before.day, before.number) };
  if (!((await readCounters(queries, day)).get(window) ?? openByHours))
    return { ok: false, kind: 'closed', message: `Window ${window} is closed.` };
  const busy = await readAtWindow(queries, day, window);
  if (busy)
    return {
      ok: false,
      kind: 'not-possible',
      message: `Window ${window} still has ticket ${busy.number}: finish, hold or pass it first.`,
    };
  const served = [...offers.values()].filter(({ windows }) => windows.includes(window));
  const services = new Set(served.map(({ serviceId }) => serviceId));
  const letters = [...new Set(served.map(({ series }) => series))];
  if (letters.length === 0) return { ok: true, ticket: undefined };
  const waiting = await readWaiting(queries, day, letters);
  const mine = waiting.filter(({ serviceId }) => services.has(serviceId));
  for (const { number } of queueOrder(mine, nowMs)) {
    const called = await act(queries, { day, number, action: { kind: 'call', window }, nowMs, teller });
    if (called.ok) return called;
  }
  return { ok: true, ticket: undefined };
}
