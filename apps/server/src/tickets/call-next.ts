import { act, knownMessage, type Teller } from './events';
import { lockNext } from './next';
import { closed, notPossible, type Refusal } from './refusals';
import { lockName, type Queries, readAtWindow, readCounter, readTicket, type StoredTicket } from './rows';
import type { WindowServices } from './window-services';

interface NextCall {
  readonly day: string;
  readonly window: string;
  readonly served: WindowServices;
  readonly nowMs: number;
  readonly teller: Teller;
  readonly openByHours: boolean;
}

/** Calls whoever comes next at a window. Two who ask at once for one window, on any server, call one ticket. In a transaction. */
export async function callNextIn(
  queries: Queries,
  { day, window, served, nowMs, teller, openByHours }: NextCall,
): Promise<{ readonly ok: true; readonly ticket: StoredTicket | undefined } | Refusal> {
  await lockName(queries, `window/${day}/${window}`);
  const before = teller.isNew ? undefined : await knownMessage(queries, teller);
  if (before) return { ok: true, ticket: await readTicket(queries, before.day, before.number) };
  if (!((await readCounter(queries, day, window)) ?? openByHours))
    return closed(`Window ${window} is closed.`);
  const busy = await readAtWindow(queries, day, window);
  if (busy)
    return notPossible(`Window ${window} still has ticket ${busy.number}: finish, hold or pass it first.`);
  const number = await lockNext(queries, { day, ...served }, nowMs);
  if (number === undefined) return { ok: true, ticket: undefined };
  return act(queries, {
    day,
    number,
    action: { kind: 'call', window },
    nowMs,
    teller: { ...teller, isNew: true },
  });
}
