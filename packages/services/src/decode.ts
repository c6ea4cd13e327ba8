import type { Issue } from '@daoyin/venue';
import { z } from 'zod';
import type { Services } from './types';

const labels = z.record(z.string(), z.string());
const id = z.string().min(1);
const windowNumbers = z.array(z.string().min(1));
const step = z.object({
  name: labels,
  windows: windowNumbers,
  after: z.array(z.number().int().nonnegative()).optional(),
});

const day = z.iso.date();

const windowDuty = z
  .object({
    number: id,
    departmentId: id,
    departmentIds: z.array(id).optional(),
    areaId: id,
    duty: labels,
  })
  .transform((window) => ({ ...window, departmentIds: window.departmentIds ?? [window.departmentId] }));

const schema = z.object({
  venue: id,
  departments: z.array(z.object({ id, name: labels })),
  areas: z.array(z.object({ id, name: labels, colour: z.string().regex(/^#[0-9a-fA-F]{6}$/) })),
  windows: z.array(windowDuty),
  series: z.array(
    z.object({ letter: z.string().regex(/^[A-Z]{1,2}$/), name: labels, windows: windowNumbers }),
  ),
  items: z.array(
    z.object({
      id,
      name: labels,
      business: labels.optional(),
      departmentId: id,
      windows: windowNumbers,
      series: z.string(),
      bring: z.array(labels).default([]),
      steps: z.array(step).default([]),
      selfService: z.boolean().default(false),
      atStations: z.boolean().default(false),
    }),
  ),
  themes: z.array(z.object({ id, name: labels, steps: z.array(step) })),
  hours: z.object({
    regular: z.string(),
    extended: z.string(),
    selfService: z.string(),
    stations: z.string(),
  }),
  holidays: z
    .array(z.object({ name: labels, from: day, to: day, worked: z.array(day).optional() }))
    .default([]),
  holidaysKnownUntil: day.optional(),
  doors: z.array(z.object({ featureId: id, hours: z.string() })).default([]),
  process: z.array(labels).default([]),
  stations: z.array(z.object({ id, name: labels })).default([]),
});

export type ServicesResult =
  | { readonly ok: true; readonly services: Services; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Decodes `services.json`; what is wrong names the field by its path. References are checked by `validateServices`. */
export function readServices(text: string): ServicesResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, issues: [issue('not-json', (error as Error).message)] };
  }
  const decoded = schema.safeParse(json);
  if (decoded.success) return { ok: true, services: decoded.data, issues: [] };
  return {
    ok: false,
    issues: decoded.error.issues.map(({ path, message }) =>
      issue('bad-field', `${path.join('.')}: ${message}`),
    ),
  };
}

const issue = (kind: string, message: string): Issue => ({
  severity: 'error',
  kind,
  message,
  file: 'services.json',
});
