import type { GuideCallView } from './guide-call';
import { isGuideCallView } from './guide-call-guard';
import type { TicketView } from './ticket';
import { isTicketView } from './ticket-guard';

/** One identified signal as `locate` reads it; the page that listens computes its position itself. */
export interface ReadingLine {
  readonly atMs: number;
  readonly beacon: string;
  readonly rssiDbm: number;
}

/** What the server says on the event stream. */
export type ServerEvent =
  | { readonly type: 'hello'; readonly serverTimeMs: number; readonly venueVersion: string }
  | { readonly type: 'ticket'; readonly ticket: TicketView }
  | { readonly type: 'readings'; readonly session: string; readonly readings: readonly ReadingLine[] }
  | { readonly type: 'guide-call'; readonly call: GuideCallView }
  | { readonly type: 'venue'; readonly venueVersion: string }
  /** Every ten seconds: a network that swallows packets tells nobody, and a page sees no pings. */
  | { readonly type: 'alive' };

/** A message of the event stream from its text; undefined for one of a newer server that this page does not know. */
export function decodeServerEvent(text: string): ServerEvent | undefined {
  let event: Partial<Record<string, unknown>>;
  try {
    event = JSON.parse(text) ?? {};
  } catch {
    return undefined;
  }
  return isServerEvent(event) ? event : undefined;
}

/** By hand, not by zod, which would be a ninth of all that a phone loads. */
function isServerEvent(event: Partial<Record<string, unknown>>): event is ServerEvent {
  switch (event.type) {
    case 'hello':
      return typeof event.serverTimeMs === 'number' && typeof event.venueVersion === 'string';
    case 'ticket':
      return isTicketView(event.ticket);
    case 'readings':
      return (
        typeof event.session === 'string' && Array.isArray(event.readings) && event.readings.every(isReading)
      );
    case 'guide-call':
      return isGuideCallView(event.call);
    case 'venue':
      return typeof event.venueVersion === 'string';
    case 'alive':
      return true;
    default:
      return false;
  }
}

function isReading(value: unknown): value is ReadingLine {
  const { atMs, beacon, rssiDbm } = (value ?? {}) as Partial<Record<keyof ReadingLine, unknown>>;
  return typeof atMs === 'number' && typeof beacon === 'string' && typeof rssiDbm === 'number';
}
