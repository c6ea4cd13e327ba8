import { z } from 'zod';
import { guideCallView } from './guide-call';
import { ticketView } from './ticket';

/** One identified signal as `locate` reads it; the page that listens computes its position itself. */
const readingLine = z.object({ atMs: z.number(), beacon: z.string(), rssiDbm: z.number() });

/** What the server says on the event stream. */
export const serverEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), serverTimeMs: z.number(), venueVersion: z.string() }),
  z.object({ type: z.literal('ticket'), ticket: ticketView }),
  z.object({ type: z.literal('readings'), session: z.string(), readings: z.array(readingLine) }),
  z.object({ type: z.literal('guide-call'), call: guideCallView }),
  z.object({ type: z.literal('venue'), venueVersion: z.string() }),
]);

export type ServerEvent = z.infer<typeof serverEvent>;
export type ReadingLine = z.infer<typeof readingLine>;

/** A message of the event stream from its text; undefined for one of a newer server that this page does not know. */
export function decodeServerEvent(text: string): ServerEvent | undefined {
  try {
    return serverEvent.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
