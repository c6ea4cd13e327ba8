import { z } from 'zod';
import { epochMs } from './time';

const window = z.string().min(1).max(20);
const serviceId = z.string().min(1).max(200);
const head = {
  /** The teller's own name of this message: told again, it changes nothing. */
  id: z.string().min(1).max(100),
  /** When it happened, by the teller's clock; messages may come in any order. */
  atMs: epochMs,
};
const ticket = z.string().min(2).max(20);

/** What the hall's calling system tells: a window opened or closed, or something happened to a ticket. */
export const callMessage = z.discriminatedUnion('kind', [
  z.object({ ...head, kind: z.literal('open'), window }),
  z.object({ ...head, kind: z.literal('close'), window }),
  /** A number that the calling system gave out itself. */
  z.object({
    ...head,
    kind: z.literal('take'),
    ticket,
    serviceId,
    priority: z.enum(['normal', 'priority']).optional(),
  }),
  z.object({ ...head, kind: z.literal('call'), ticket, window }),
  z.object({ ...head, kind: z.literal('recall'), ticket }),
  z.object({ ...head, kind: z.literal('serve'), ticket }),
  z.object({ ...head, kind: z.literal('hold'), ticket }),
  z.object({ ...head, kind: z.literal('pass'), ticket }),
  z.object({ ...head, kind: z.literal('resume'), ticket }),
  z.object({ ...head, kind: z.literal('move'), ticket, window }),
  z.object({ ...head, kind: z.literal('transfer'), ticket, serviceId }),
  z.object({ ...head, kind: z.literal('finish'), ticket }),
  z.object({ ...head, kind: z.literal('no-show'), ticket }),
  z.object({ ...head, kind: z.literal('cancel'), ticket }),
]);

export type CallMessage = z.infer<typeof callMessage>;

/** The body of the webhook. */
export const callMessages = z.object({ messages: z.array(callMessage).min(1).max(100) });

/**
 * What became of a message: `applied`; `pending` where the ticket's taking was not told yet; `refused`, for good, with the reason.
 */
export const callResult = z.object({
  id: z.string(),
  outcome: z.enum(['applied', 'pending', 'refused']),
  detail: z.string().optional(),
});

export type CallResult = z.infer<typeof callResult>;

/** The topic that a calling system tells its messages on, one each; `+` for all. What became of them comes on `…/results`. */
export const callsTopic = (venue: string, machine: string) => `daoyin/${venue}/calls/${machine}`;
