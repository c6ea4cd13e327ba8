/** Whether an unknown value has a form. What pages load has these in place of zod, which is heavy for a phone. */
export type Check = (value: unknown) => boolean;

export const isText: Check = (value) => typeof value === 'string';
export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const among =
  (words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);

/** Whether a value is a record whose named fields are all as they should be; further ones do not matter. */
export const hasForm = (value: unknown, fields: Readonly<Record<string, Check>>): boolean =>
  isRecord(value) && Object.entries(fields).every(([key, check]) => check(value[key]));
