import { type TicketView, takenTicket, ticketView } from '@daoyin/protocol';
import type { Services } from '@daoyin/services';
import { type LoadPage, openPage } from '../load-page';
import type { TimedCalls } from './timed-calls';

export interface Visitors {
  /** Somebody takes a number, and opens the page of it on a phone. */
  arrive(): Promise<void>;
  /** A window calls whoever is next, serves and lets go; `seconds` is how long all that takes. */
  serveOne(window: string, seconds: number): Promise<void>;
  /** How many pages are open. */
  pages(): number;
  /** Changes whose page was never told. */
  untold(): number;
  close(): void;
}

export interface VisitorsContext {
  readonly at: string;
  readonly calls: TimedCalls;
  /** `<id>:<secret>` of a calling system. */
  readonly secret: string;
  readonly services: Services;
  readonly random: () => number;
  /** Waits so many milliseconds; throws when the hour is over. */
  readonly pause: (ms: number) => Promise<void>;
  /** How long a change took to its page. */
  readonly told: (ms: number) => void;
}

interface Visitor {
  readonly page: LoadPage;
  readonly holderToken: string | null;
}

/** The visitors of a hall with their phones, and the clerks who call them. */
export function openVisitors({
  at,
  calls,
  secret,
  services,
  random,
  pause,
  told,
}: VisitorsContext): Visitors {
  const here = new Map<string, Visitor>();
  const machine = { authorization: `Bearer ${secret}` };
  const itemsOf = new Map<string, string[]>();
  for (const { id, windows } of services.items)
    for (const window of windows) itemsOf.set(window, [...(itemsOf.get(window) ?? []), id]);
  const windows = [...itemsOf.keys()];
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  let [count, untold] = [0, 0];

  const change = async (route: string, path: string, body: object): Promise<TicketView | undefined> => {
    const began = performance.now();
    const answer = await calls.call(route, path, { body, headers: machine });
    if (answer.status !== 200) return undefined;
    const ticket = ticketView.parse(JSON.parse(answer.body.toString()));
    here
      .get(ticket.number)
      ?.page.has(ticket)
      .then(
        (known) => told(known - began),
        () => untold++,
      );
    return ticket;
  };
  const act = (number: string, action: object) => change('act', `/api/tickets/${number}/actions`, action);
  const leave = async (number: string) => {
    const visitor = here.get(number);
    if (visitor === undefined) return;
    if (visitor.holderToken !== null && random() < 0.5) {
      const body = { kind: 'rate', stars: 5, holderToken: visitor.holderToken };
      await calls.call('rate', `/api/tickets/${number}/holder`, { body });
    }
    here.delete(number);
    visitor.page.close();
  };

  return {
    async arrive() {
      const body = { serviceId: one(itemsOf.get(one(windows))!) };
      const answer = await calls.call('take', '/api/tickets', { body, headers: machine });
      if (answer.status !== 201) return;
      const { number, holderToken } = takenTicket.parse(JSON.parse(answer.body.toString()));
      const address = `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count++ & 255}`;
      const phone = { 'x-forwarded-for': address, 'accept-encoding': 'br, gzip' };
      await calls.call('venue', '/api/venue', { headers: phone });
      await calls.call('ticket', `/api/tickets/${number}`, { headers: phone });
      const page = openPage(at, number, address);
      here.set(number, { page, holderToken });
      await page.ready;
    },
    async serveOne(window, seconds) {
      const called = await change('next', `/api/windows/${window}/next`, {});
      if (called === undefined) return;
      const { number } = called;
      await pause(0.15 * seconds * 1000);
      if (random() < 0.1) await act(number, { kind: 'recall' });
      await act(number, { kind: 'serve' });
      await pause(0.75 * seconds * 1000);
      await act(number, { kind: 'finish' });
      await pause(500); // the page shows that it is over
      await leave(number);
    },
    pages: () => here.size,
    untold: () => untold,
    close: () => {
      for (const { page } of here.values()) page.close();
    },
  };
}
