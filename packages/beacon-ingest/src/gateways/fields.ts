/** Fields of a message of a foreign program: anything may be missing or of another type. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A number, also one written as text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** `C0:11:22:33:44:55`, `c01122334455` and the like as `c0:11:22:33:44:55`. */
export function addressOf(value: unknown): string | undefined {
  const hex = textOf(value)?.replace(/[:-]/g, '').toLowerCase();
  return hex !== undefined && /^[0-9a-f]{12}$/.test(hex) ? hex.match(/../g)!.join(':') : undefined;
}

/** A UUID with or without hyphens, lower case with them. */
export function uuidOf(value: unknown): string | undefined {
  const hex = textOf(value)?.replaceAll('-', '').toLowerCase();
  if (hex === undefined || !/^[0-9a-f]{32}$/.test(hex)) return undefined;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** An unsigned 16-bit number. */
export function uint16Of(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && Number.isInteger(number) && number >= 0 && number <= 0xffff
    ? number
    : undefined;
}
