import { bigint } from 'drizzle-orm/pg-core';

/** A column of whole numbers that JavaScript holds exactly, such as times in milliseconds. */
export const whole = (name: string) => bigint(name, { mode: 'number' });
