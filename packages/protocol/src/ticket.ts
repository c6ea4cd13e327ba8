import { z } from 'zod';

/** Where a ticket stands: `waiting` → `called` → `serving` → `done`; `held` and `passed` come back, `no-show` and `cancelled` do not. */
export const ticketStates = [
  'waiting',
  'called',
  'serving',
  'held',
  'passed',
  'done',
  'no-show',
  'cancelled',
] as const;

const labels = z.record(z.string(), z.string());

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
  waitSeconds: z.object({ median: z.number(), p90: z.number() }).nullable(),
  updatedAtMs: z.number(),
});

export type TicketView = z.infer<typeof ticketView>;

export const takeTicket = z.object({ serviceId: z.string().min(1).max(200) });

/** RFC 9457 problem document. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
});

export type Problem = z.infer<typeof problem>;
