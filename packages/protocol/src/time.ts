import { z } from 'zod';

/** The last moment of the calendar that a date can hold (ECMA-262, 21.4.1.1). */
const LAST_MS = 8.64e15;

/** A moment in epoch milliseconds, such that a calendar has a day for it. */
export const epochMs = z.number().int().positive().max(LAST_MS);
