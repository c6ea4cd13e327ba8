import { performance } from 'node:perf_hooks';
import type { ServerEvent, TicketView } from '@daoyin/protocol';
import { WebSocket } from 'ws';

/** One visitor's page: its ticket as it was last told, and when. */
export interface LoadPage {
  readonly number: string;
  readonly ready: Promise<void>;
  ticket(): TicketView;
  messages(): number;
  /** When the page knew of a ticket as it is, or of a later state, by `performance.now()`. */
  has(ticket: TicketView): Promise<number>;
  close(): void;
  reopen(): Promise<void>;
}

const PATIENCE_MS = 20_000;

/** Opens the page of a ticket as a phone with an address of its own. */
export function openPage(at: string, number: string, address: string): LoadPage {
  let socket: WebSocket;
  let ticket: TicketView | undefined;
  let [count, told] = [0, 0];
  let waiting: { readonly updatedAtMs: number; readonly done: (at: number) => void }[] = [];
  const heard = (text: string) => {
    count++;
    const event = JSON.parse(text) as ServerEvent; // trusted: decoding for 3,000 phones is not the server's load
    if (event.type !== 'ticket') return;
    ticket = event.ticket;
    told = performance.now();
    if (waiting.length === 0) return;
    const { updatedAtMs } = ticket;
    for (const { done } of waiting.filter((one) => one.updatedAtMs <= updatedAtMs)) done(told);
    waiting = waiting.filter((one) => one.updatedAtMs > updatedAtMs);
  };
  const connect = () =>
    new Promise<void>((resolve, reject) => {
      socket = new WebSocket(`${at.replace('http', 'ws')}/api/events?ticket=${number}`, {
        headers: { 'x-forwarded-for': address },
        perMessageDeflate: false,
      });
      socket.on('error', reject);
      socket.on('message', (data) => {
        heard(String(data));
        if (ticket !== undefined) resolve();
      });
    });
  return {
    number,
    ready: connect(),
    ticket: () => ticket!,
    messages: () => count,
    has: ({ updatedAtMs }) =>
      new Promise<number>((resolve, reject) => {
        if (ticket!.updatedAtMs >= updatedAtMs) return resolve(told);
        const timer = setTimeout(
          () => reject(new Error(`the page of ${number} was never told`)),
          PATIENCE_MS,
        );
        const done = (moment: number) => {
          clearTimeout(timer);
          resolve(moment);
        };
        waiting.push({ updatedAtMs, done });
      }),
    close: () => socket.close(),
    reopen: connect,
  };
}
