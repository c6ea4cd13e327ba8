import type { LngLat } from '@daoyin/geometry';
import { z } from 'zod';
import { reasonOf } from '../../archive/report';
import { LAYER_ROLES, type LayerChoice } from './layer-roles';
import { DXF_UNITS, type DxfUnit } from './units';

/** What a caller knows of a drawing that its file does not say. */
export interface DxfOptions {
  /** What is on which layer, where the guess by its name is wrong. */
  readonly layers?: LayerChoice;
  readonly units?: DxfUnit;
  /** The `short_name` of the storey that is drawn. */
  readonly level?: string;
  /** Of the storey; the Chinese 1F is 0. */
  readonly ordinal?: number;
  /** Where on earth the middle of the plan is. */
  readonly at?: LngLat;
}

const SCHEMA = z.strictObject({
  layers: z.record(z.string(), z.enum(LAYER_ROLES)).optional(),
  units: z.enum(Object.keys(DXF_UNITS) as [DxfUnit, ...DxfUnit[]]).optional(),
  level: z.string().min(1).max(20).optional(),
  ordinal: z.int().min(-20).max(200).optional(),
  at: z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]).optional(),
});

/** Reads options from JSON, as `daoyin import --layers` and the studio keep them; a reason where they are none. */
export function readDxfOptions(
  text: string,
): { readonly ok: true; readonly options: DxfOptions } | { readonly ok: false; readonly reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
  const parsed = SCHEMA.safeParse(json);
  if (parsed.success) return { ok: true, options: parsed.data as DxfOptions };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: `${issue!.path.join('.') || 'it'}: ${issue!.message}` };
}
