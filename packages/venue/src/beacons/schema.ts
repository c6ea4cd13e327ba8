import { z } from 'zod';

const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^\s*-?\d+(\.\d+)?\s*$/)
    .transform(Number),
]);
const optional = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? undefined);
const text = optional(z.union([z.string(), z.number().transform(String)])).transform(
  (value) => value?.trim() || undefined,
);
const uint16 = number.pipe(z.int().min(0).max(65_535));

/** A UUID with or without dashes, as `8-4-4-4-12` in lower case. */
const uuid = z
  .string()
  .transform((value) => value.replace(/[-\s]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{32}$/, 'expected a UUID of 32 hexadecimal digits'))
  .transform((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));

const hex = (bytes: number) =>
  z
    .string()
    .transform((value) => value.replace(/^0x/i, '').toLowerCase())
    .pipe(z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `expected ${bytes} bytes in hexadecimal`));

/** A device address as six bytes in lower case with colons. */
const address = z
  .string()
  .transform((value) => value.trim().replace(/-/g, ':').toLowerCase())
  .pipe(z.string().regex(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/, 'expected an address such as c0:ff:ee:00:00:01'));

/** One entry of `beacons.json` (design.md). `x` and `y` stay unknown here: a placeholder is not an error. */
export const beaconSchema = z.object({
  id: text,
  uuid: optional(uuid),
  major: optional(uint16),
  minor: optional(uint16),
  eddystone: optional(z.object({ namespace: hex(10), instance: hex(6) })),
  address: optional(address),
  level: text,
  x: z.unknown().optional(),
  y: z.unknown().optional(),
  height: optional(number),
  measuredPowerDbm: optional(number),
  intervalMs: optional(number.pipe(z.number().positive())),
  status: optional(z.enum(['active', 'retired'])),
  installedOn: text,
  note: text,
  gainDb: optional(number),
  pathLossExponent: optional(number.pipe(z.number().positive())),
});

export type BeaconEntry = z.output<typeof beaconSchema>;
