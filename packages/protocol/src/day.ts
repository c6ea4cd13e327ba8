import { z } from 'zod';
import { ticketStates } from './ticket-states';

/** One number of a past day, for replays: who held it is not in it. Times in epoch milliseconds. */
export const dayTicket = z.object({
  day: z.string(),
  number: z.string(),
  serviceId: z.string(),
  series: z.string(),
  ordinal: z.number().int(),
  state: z.enum(ticketStates),
  priority: z.enum(['normal', 'priority']),
  appointmentMs: z.number().optional(),
  queuedAtMs: z.number(),
  window: z.string().optional(),
  calls: z.number().int(),
  takenAtMs: z.number(),
  calledAtMs: z.number().optional(),
  servedAtMs: z.number().optional(),
  finishedAtMs: z.number().optional(),
});
