import { type StaffAction, type TicketView, takenTicket, ticketView } from '@daoyin/protocol';
import type { HallOfDay, TakenNumber } from './play';

/** Where the API is, and the secrets of the machines that the day's people stand for. */
export interface ApiAccess {
  /** `http://127.0.0.1:8080`. */
  readonly at: string;
  /** `<id>:<secret>` of a calling system, which may take numbers too. */
  readonly calls: string;
  /** The midnight that seconds are counted from, in epoch milliseconds. */
  readonly midnightMs: number;
}

/** An answer that was not looked for; the message names the request and what the problem document says. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The hall by its HTTP API, as kiosks, phones and the calling system use it. */
export function openApiHall({ at, calls, midnightMs }: ApiAccess): HallOfDay {
  const headers = { authorization: `Bearer ${calls}`, 'content-type': 'application/json' };
  const post = async (path: string, body: unknown = {}): Promise<Response> => {
    const response = await fetch(at + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (response.ok) return response;
    throw new UnexpectedAnswer(response.status, `POST ${path}: ${response.status} ${await response.text()}`);
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
    async next(window): Promise<TicketView | undefined> {
      // somebody else's ticket may stand at the window: it is asked again later
      const response = await unless(409, post(`/api/windows/${window}/next`));
      return response === undefined || response.status === 204
        ? undefined
        : ticketView.parse(await response.json());
    },
    async act(number: string, action: StaffAction) {
      await (await post(`/api/tickets/${number}/actions`, action)).arrayBuffer();
    },
    async hold({ ticket: { number }, holderToken }, action) {
      await (await post(`/api/tickets/${number}/holder`, { ...action, holderToken })).arrayBuffer();
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
