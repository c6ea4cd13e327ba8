import { type TicketView, takenTicket, ticketView } from '@daoyin/protocol';
import type { HallOfDay, TakenNumber } from './play';

/** Where the API is, and the secrets of the machines that the day's people stand for. */
export interface ApiAccess {
  /** `http://127.0.0.1:8080`. */
  readonly at: string;
  /** `<id>:<secret>` of a calling system, which may take numbers too. */
  readonly calls: string;
  /** The midnight that seconds are counted from, in epoch milliseconds. */
  readonly midnightMs: number;
  /** Told of every ticket that was changed, as the API answered, and how long ago it was asked, in milliseconds. */
  readonly changed?: (ticket: TicketView, askedMs: number) => void;
}

/** An answer that was not looked for; the message names the request and what the problem document says. */
class UnexpectedAnswer extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The hall by its HTTP API, as kiosks, phones and the calling system use it. */
export function openApiHall({ at, calls, midnightMs, changed }: ApiAccess): HallOfDay {
  const headers = { authorization: `Bearer ${calls}`, 'content-type': 'application/json' };
  const post = async (path: string, body: unknown = {}): Promise<Response> => {
    const response = await fetch(at + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (response.ok) return response;
    throw new UnexpectedAnswer(response.status, `POST ${path}: ${response.status} ${await response.text()}`);
  };
  /** Changes a ticket; none where the status says that there was nothing to change. */
  const change = async (path: string, body: unknown, none?: number): Promise<TicketView | undefined> => {
    const asked = performance.now();
    const response = await (none === undefined ? post(path, body) : unless(none, post(path, body)));
    if (response === undefined || response.status === 204) return undefined;
    const ticket = ticketView.parse(await response.json());
    changed?.(ticket, performance.now() - asked);
    return ticket;
  };
  return {
    async book(serviceId, appointmentAt) {
      const atMs = midnightMs + appointmentAt * 1000;
      const response = await unless(409, post('/api/appointments', { serviceId, atMs })); // the time is taken
      return response && ((await response.json()) as { code: string }).code;
    },
    async take(serviceId, priority, appointment): Promise<TakenNumber | undefined> {
      const response = await unless(409, post('/api/tickets', { serviceId, priority, appointment })); // the hall is closed
      if (response === undefined) return undefined;
      const { holderToken, ...ticket } = takenTicket.parse(await response.json());
      return { ticket, holderToken: holderToken ?? '' };
    },
    // somebody else's ticket may stand at the window: it is asked again later
    next: (window) => change(`/api/windows/${window}/next`, {}, 409),
    async act(number, action) {
      await change(`/api/tickets/${number}/actions`, action);
    },
    async hold({ ticket: { number }, holderToken }, action) {
      await change(`/api/tickets/${number}/holder`, { ...action, holderToken });
    },
    async setWindow(window, open) {
      await post(`/api/windows/${window}/${open ? 'open' : 'close'}`);
    },
  };
}

async function unless(status: number, response: Promise<Response>): Promise<Response | undefined> {
  try {
    return await response;
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.status === status) return undefined;
    throw error;
  }
}
