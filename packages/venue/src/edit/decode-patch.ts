import { z } from 'zod';
import { type CollectionName, type Entity, keyOf, withEntities } from './collections';
import type { HallDocument } from './document';
import { type Patch, patchedLists } from './patch';

const text = z.string().max(2_000);
const id = z.string().min(1).max(200);
const metres = z.number().min(-100_000).max(100_000);
const labels = z.record(z.string().max(40), text);
const words = z.array(z.string().max(80)).max(100);
const ids = z.array(id).max(10_000);
const point = z.object({ x: metres, y: metres });
const venuePoint = z.object({ x: metres, y: metres, level: id });
const ring = z.array(point).min(3).max(20_000);
const area = z.array(z.object({ outer: ring, holes: z.array(ring) })).max(1_000);
const line = z.array(point).min(2).max(20_000);
const on = { id, level: id, name: labels };
const hours = text.optional();

const schemas = {
  hall: z.looseObject({
    id,
    name: labels,
    origin: z.tuple([z.number().min(-180).max(180), z.number().gt(-90).lt(90)]),
    registerVenue: z.string(),
  }),
  levels: z.object({
    id,
    shortName: id,
    shortNames: labels.optional(),
    name: labels,
    ordinal: z.int().min(-50).max(200),
    elevation: metres,
    outdoor: z.boolean(),
    outline: area,
    buildingIds: ids,
  }),
  units: z.object({
    ...on,
    category: id,
    restriction: id.optional(),
    accessibility: words,
    area: area.min(1),
    displayPoint: point.optional(),
  }),
  openings: z.object({
    ...on,
    category: id,
    accessibility: words,
    accessControl: words,
    doorType: id.optional(),
    automatic: z.boolean().optional(),
    line,
    hours,
  }),
  fixtures: z.object({ ...on, category: id, area: area.min(1), anchorId: id.optional() }),
  kiosks: z.object({ ...on, area: area.min(1), anchorId: id.optional() }),
  sections: z.object({ ...on, category: id, area: area.min(1) }),
  amenities: z.object({ ...on, category: id, accessibility: words, point, unitIds: ids, hours }),
  anchors: z.object({ id, unitId: id.optional(), at: venuePoint }),
  occupants: z.object({ id, name: labels, category: id, anchorId: id, hours }),
  details: z.object({ id, level: id, line }),
  connectors: z.object({
    id,
    kind: z.enum(['elevator', 'escalator', 'stairs', 'ramp']),
    unitIds: ids.min(2),
    direction: z.enum(['both', 'up', 'down']),
    hours,
    relationshipIds: ids.optional(),
    assumed: z.literal(false),
  }),
  beacons: z.object({
    id,
    uuid: z
      .string()
      .regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/)
      .optional(),
    major: z.int().min(0).max(65_535).optional(),
    minor: z.int().min(0).max(65_535).optional(),
    eddystone: z
      .object({ namespace: z.string().regex(/^[0-9a-f]{20}$/), instance: z.string().regex(/^[0-9a-f]{12}$/) })
      .optional(),
    address: z
      .string()
      .regex(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/)
      .optional(),
    at: venuePoint.optional(),
    level: id.optional(),
    height: metres,
    measuredPowerDbm: z.number().min(-200).max(100),
    intervalMs: z.number().positive().max(1e7).optional(),
    status: z.enum(['active', 'retired']),
    installedOn: text.optional(),
    note: text.optional(),
    gainDb: z.number().min(-200).max(200).optional(),
    pathLossExponent: z.number().positive().max(20).optional(),
  }),
  closures: z.object({
    id,
    featureIds: ids.min(1),
    from: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
      .optional(),
    until: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
      .optional(),
    hours,
    reason: labels,
    at: venuePoint.optional(),
  }),
} as const satisfies Partial<Record<CollectionName, z.ZodType>>;

const entity = z.record(z.string(), z.unknown());
const collection = z
  .string()
  .refine((name): name is CollectionName => Object.hasOwn(schemas, name) || /^catalogue\.\w+$/.test(name), {
    error: 'unknown collection',
  });
const place = { collection, key: id };
const patchSchema = z
  .array(
    z.union([
      z.strictObject({ ...place, put: entity }),
      z.strictObject({ ...place, set: entity, unset: z.array(z.string()) }),
      z.strictObject({ ...place, remove: z.literal(true) }),
    ]),
  )
  .max(50_000);

export type DecodedPatch =
  | { readonly ok: true; readonly patch: Patch }
  /** `message` names the entity and the field. */
  | { readonly ok: false; readonly message: string };

/** A patch of a foreign editor: its form. What it makes of a document is checked by `applyForeignPatch`. */
export function decodePatch(value: unknown): DecodedPatch {
  const decoded = patchSchema.safeParse(value);
  if (decoded.success) return { ok: true, patch: decoded.data as Patch };
  return { ok: false, message: complaint(decoded.error) };
}

export type ForeignEdit<D> =
  | { readonly ok: true; readonly document: D }
  | { readonly ok: false; readonly message: string };

/** Applies a patch and checks each entity that it touched: what is not of its collection's form refuses the whole patch. */
export function applyForeignPatch<D extends HallDocument>(document: D, patch: Patch): ForeignEdit<D> {
  const unkeyed = patch.find((step) => 'put' in step && keyOf(step.collection, step.put) !== step.key);
  if (unkeyed)
    return { ok: false, message: `${unkeyed.collection} ${unkeyed.key}: the entity has another key.` };
  const lists = patchedLists(document, patch);
  for (const [name, entities] of lists) {
    const schema = schemas[name as keyof typeof schemas];
    if (!schema) continue; // of the catalogue: its package decodes it
    const keys = new Set(patch.filter((step) => step.collection === name).map(({ key }) => key));
    for (const one of entities) {
      if (!keys.has(keyOf(name, one))) continue;
      const problem = problemOf(schema, one);
      if (problem) return { ok: false, message: `${name} ${keyOf(name, one)}: ${problem}` };
    }
  }
  return { ok: true, document: withEntities(document, lists) };
}

function problemOf(schema: z.ZodType, one: Entity): string | undefined {
  const result = schema.safeParse(one);
  if (!result.success) return complaint(result.error);
  const known = Object.keys(result.data as object);
  const strange = Object.keys(one).find((field) => !known.includes(field) && one[field] !== undefined);
  return strange && `"${strange}" is no field of it.`;
}

function complaint(error: z.ZodError): string {
  const [first] = error.issues;
  return first ? `${first.path.join('.')}: ${first.message}.` : 'not understood.';
}
