import { z } from 'zod';
import { guideCallStates } from './guide-call-states';

const labels = z.record(z.string().max(10), z.string().max(200));
const place = z.object({ x: z.number(), y: z.number(), level: z.string().min(1).max(40) });

/** Somebody at a kiosk asks for a person to come. The place is the kiosk's own; nothing is said of who asks. */
export const askGuide = z.object({
  /** Where the kiosk stands, in metres in the venue frame: it names the kiosk too, so that a storm of taps is one call. */
  at: place,
  /** What stands there, in words. */
  name: labels,
  language: z.enum(['zh', 'en']),
  /** The visitor goes by step-free ways: the guide should know. */
  stepFree: z.boolean(),
});

export type AskGuide = z.infer<typeof askGuide>;

/** A call as the kiosk and the staff see it. `by` is who comes. */
export const guideCallView = askGuide.extend({
  id: z.string(),
  state: z.enum(guideCallStates),
  by: z.string().nullable(),
  askedAtMs: z.number(),
  updatedAtMs: z.number(),
});

export type GuideCallView = z.infer<typeof guideCallView>;

/** What the staff do with a call. */
export const guideAction = z.object({ kind: z.enum(['come', 'finish']) });
