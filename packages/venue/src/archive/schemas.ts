import { z } from 'zod';
import type { Labels } from '../types';
import type { RawFeature } from './read-features';
import { shown } from './report';

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || undefined);

/** LABELS of IMDF; a bare string, as some archives have it, is text in an undetermined language (`und`, BCP 47). */
const labels = z
  .union([z.string().transform((text) => ({ und: text })), z.record(z.string(), z.string().nullable())])
  .nullish()
  .transform((value): Labels => {
    const entries = Object.entries(value ?? {});
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => !!entry[1]?.trim()));
  });

const category = z
  .string()
  .nullish()
  .transform((text) => text?.trim().toLowerCase() || 'unspecified');

const reference = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((id) => id || undefined);

const references = z
  .union([z.array(z.union([z.string(), z.number().transform(String)])), z.string().transform((id) => [id])])
  .nullish()
  .transform((ids) => ids ?? []);

const words = z
  .union([z.array(z.string()), z.string().transform((word) => [word])])
  .nullish()
  .transform((list) => (list ?? []).map((word) => word.trim().toLowerCase()));

const displayPoint = z
  .object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()], z.number()) })
  .nullish()
  .transform((point) => point?.coordinates);

/** Whole in IMDF; a mezzanine between two storeys is seen as a half. */
const ordinal = z.union([
  z.number(),
  z
    .string()
    .regex(/^\s*-?\d+(\.\d+)?\s*$/)
    .transform(Number),
]);

/** One end of a relationship; exporters leave ends without an id where they know none. */
const end = z
  .union([
    z.string().transform((id) => ({ id, feature_type: 'unit' })),
    z
      .object({ id: reference, feature_type: optionalText })
      .transform(({ id, feature_type }) => (id ? { id, feature_type: feature_type ?? 'unit' } : undefined)),
  ])
  .nullish()
  .transform((value) => value ?? undefined);

const YES = new Set([true, 1, '1', 'true', 'yes']);
const NO = new Set([false, 0, '0', 'false', 'no', '', null, undefined]);

/** A boolean as exporters spell it. */
const flag = z
  .unknown()
  .refine((value) => YES.has(value as string) || NO.has(value as string), 'expected true or false')
  .transform((value) => YES.has(value as string));

const door = z
  .object({ type: optionalText, automatic: z.boolean().nullish(), material: optionalText })
  .nullish()
  .transform((value) => value ?? undefined);

const described = { name: labels, category };
const onLevel = { ...described, level_id: reference };

/** What is read of each feature's `properties` (OGC 20-094). Everything has a value for "absent". */
export const propertySchemas = {
  venue: z.object({ ...described, display_point: displayPoint, hours: optionalText }),
  building: z.object({ ...described, display_point: displayPoint }),
  level: z.object({
    ...described,
    ordinal: ordinal.optional(),
    short_name: labels,
    outdoor: flag.optional(),
    building_ids: references,
  }),
  unit: z.object({
    ...onLevel,
    restriction: optionalText,
    accessibility: words,
    display_point: displayPoint,
  }),
  opening: z.object({ ...onLevel, accessibility: words, access_control: words, door }),
  fixture: z.object({ ...onLevel, anchor_id: reference }),
  kiosk: z.object({ name: labels, level_id: reference, anchor_id: reference }),
  section: z.object(onLevel),
  amenity: z.object({ ...described, accessibility: words, unit_ids: references, hours: optionalText }),
  anchor: z.object({ unit_id: reference }),
  occupant: z.object({ ...described, anchor_id: reference, hours: optionalText }),
  detail: z.object({ level_id: reference }),
  relationship: z.object({
    category,
    direction: z.string().nullish(),
    origin: end,
    intermediary: z
      .union([z.array(end), end.transform((only) => [only])])
      .nullish()
      .transform((ends) => ends ?? []),
    destination: end,
    hours: optionalText,
  }),
};

/**
 * The properties of a feature by its schema. A field that does not fit is reported with its value and read as absent;
 * `undefined` only where a schema has a field that may not be absent.
 */
export function decodeProperties<S extends z.ZodObject>(
  schema: S,
  feature: RawFeature,
): z.output<S> | undefined {
  const first = schema.safeParse(feature.properties);
  if (first.success) return first.data;
  const rest: Record<string, unknown> = { ...feature.properties };
  for (const key of new Set(first.error.issues.map((issue) => String(issue.path[0])))) {
    const reason = first.error.issues.find((issue) => String(issue.path[0]) === key)!.message;
    const message = `"${key}" is ${shown(rest[key])} (${reason}); it is ignored.`;
    feature.report('warning', 'bad-field', message);
    delete rest[key];
  }
  const second = schema.safeParse(rest);
  return second.success ? second.data : undefined;
}
