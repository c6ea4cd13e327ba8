import { distance } from '@daoyin/geometry';
import { totalArea } from '../../archive/boolean';
import { readVenue } from '../../archive/read-venue';
import { validateVenue } from '../../rules/validate-venue';
import type { Venue } from '../../types';
import { importIndoor } from '../import-indoor';
import { bytesOf, type DrawingParts } from './dxf.test-support';
import type { DxfOptions } from './dxf-options';

/** What an importer made of a drawing: the plan as it reads again, what was said, and what is wrong with it. */
export interface Imported {
  readonly venue: Venue;
  readonly said: readonly string[];
  readonly faults: readonly string[];
}

/** Throws where the drawing is refused. */
export function imported(
  parts: DrawingParts | Uint8Array,
  dxf: DxfOptions = {},
  name = 'hall.dxf',
): Imported {
  const result = importIndoor(name, parts instanceof Uint8Array ? parts : bytesOf(parts), { dxf });
  if (!result.ok) throw new Error(result.issues[0]!.message);
  const read = readVenue(result.files);
  if (!read.ok) throw new Error(read.issues[0]!.message);
  const faults = validateVenue(read).filter(({ severity }) => severity !== 'assumption');
  return {
    venue: read.venue,
    said: result.issues.map(({ kind }) => kind),
    faults: faults.map(({ kind, message }) => `${kind}: ${message}`),
  };
}

/** Why it is refused; undefined where it is not. */
export function refusalOf(bytes: Uint8Array | string, dxf: DxfOptions = {}): string | undefined {
  const result = importIndoor(
    'bad.dxf',
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    { dxf },
  );
  return result.ok ? undefined : result.issues[0]!.kind;
}

/** Square metres by category. */
export const sizes = ({ venue }: Imported) =>
  Object.fromEntries(
    venue.units.map(({ category, area }) => [category, Math.round(totalArea(area) * 10) / 10]),
  );
/** Of the doors, in metres. */
export const widths = ({ venue }: Imported) =>
  venue.openings.map(({ line: [a, b] }) => Math.round(distance(a!, b!) * 100) / 100).sort();
