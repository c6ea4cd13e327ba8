import { z } from 'zod';
import { ticketStates } from './ticket-states';

const labels = z.record(z.string(), z.string());

/** Seconds until the call: half of all are called before `median`, nine of ten before `p90`, nine of ten between `low` and `high`. */
const waitRange = z.object({
  low: z.number(),
  median: z.number(),
  p90: z.number(),
  high: z.number(),
});

/** What a visitor's page is told about a ticket. Times in epoch milliseconds, waits in seconds. */
export const ticketView = z.object({
  number: z.string(),
  serviceId: z.string(),
  serviceName: labels,
  state: z.enum(ticketStates),
  /** The window that serves it, or would if it were called now; null where no window is open for it. */
  window: z.string().nullable(),
  /** People before it in the same queue. */
  ahead: z.number().int().nonnegative(),
  lastCalled: z.string().nullable(),
  waitSeconds: waitRange.nullable(),
  priority: z.enum(['normal', 'priority']),
  appointmentMs: z.number().nullable(),
  /** How often it was called; grows with a recall, so that a page speaks again. */
  calls: z.number().int().nonnegative(),
  rating: z.number().int().min(1).max(5).nullable(),
  updatedAtMs: z.number(),
});

export type TicketView = z.infer<typeof ticketView>;

/** The answer to who takes a number: the token lets its holder cancel, come back and rate. */
export const takenTicket = ticketView.extend({ holderToken: z.string().nullable() });

export const takeTicket = z.object({
  serviceId: z.string().min(1).max(200),
  priority: z.enum(['normal', 'priority']).optional(),
  /** The code of an appointment. */
  appointment: z.string().min(1).max(40).optional(),
});

/** What the holder of a ticket may do with it. */
export const holderAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancel'), holderToken: z.string().max(100) }),
  /** Back after the number was passed. */
  z.object({ kind: z.literal('return'), holderToken: z.string().max(100) }),
  z.object({
    kind: z.literal('rate'),
    holderToken: z.string().max(100),
    stars: z.number().int().min(1).max(5),
  }),
]);

export type HolderAction = z.infer<typeof holderAction>;

const window = z.string().min(1).max(20);

/** What staff or the calling system does with a ticket. */
export const staffAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), window }),
  z.object({ kind: z.literal('recall') }),
  z.object({ kind: z.literal('serve') }),
  z.object({ kind: z.literal('hold') }),
  z.object({ kind: z.literal('pass') }),
  z.object({ kind: z.literal('resume') }),
  z.object({ kind: z.literal('move'), window }),
  z.object({ kind: z.literal('transfer'), serviceId: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('finish') }),
  z.object({ kind: z.literal('no-show') }),
  z.object({ kind: z.literal('cancel') }),
]);

export type StaffAction = z.infer<typeof staffAction>;

/** One queue as boards and kiosks show it. */
export const queueView = z.object({
  letter: z.string(),
  name: labels,
  waiting: z.number().int(),
  lastCalled: z.string().nullable(),
  openWindows: z.array(z.string()),
});

export type QueueView = z.infer<typeof queueView>;

/** RFC 9457 problem document. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
});

export type Problem = z.infer<typeof problem>;
