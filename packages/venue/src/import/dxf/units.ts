import { median } from '@daoyin/geometry';
import type { Issue } from '../../types';
import type { Group } from './read-groups';
import { DxfRefusal, numberOf } from './read-groups';

/** Metres in one unit of a drawing. */
export const DXF_UNITS = {
  mm: 0.001,
  cm: 0.01,
  dm: 0.1,
  m: 1,
  km: 1000,
  in: 0.0254,
  ft: 0.3048,
  yd: 0.9144,
} as const;

export type DxfUnit = keyof typeof DXF_UNITS;

/** `$INSUNITS` (DXF Reference, HEADER); 21 is the foot of the US Survey, which differs by 2 in a million. */
const INSUNITS: Readonly<Record<number, DxfUnit>> = {
  1: 'in',
  2: 'ft',
  4: 'mm',
  5: 'cm',
  6: 'm',
  7: 'km',
  10: 'yd',
  14: 'dm',
  21: 'ft',
};

/** What tells the unit besides the header: the larger side of the plan and the swings of its doors, in the drawing's units. */
export interface Sizes {
  readonly span: number;
  readonly swings: readonly number[];
}

const PLAN = { least: 3, most: 3000 }; // m
const SWING = { least: 0.5, most: 1.7 }; // m: the leaf of a door
const METRIC = ['mm', 'm', 'cm'] as const;
const IMPERIAL = ['in', 'ft', ...METRIC] as const;

/**
 * The unit of a drawing: what the caller says, what the header says if doors and plan come out of a plausible size, else the
 * one in which they do. Templates leave "inches" in the header of drawings in millimetres, and most drawings say nothing.
 */
export function unitOf(
  header: ReadonlyMap<string, Group>,
  sizes: Sizes,
  chosen?: DxfUnit,
): { readonly unit: DxfUnit; readonly issues: readonly Issue[] } {
  if (chosen) return { unit: chosen, issues: [] };
  const told = INSUNITS[numberIn(header, '$INSUNITS') ?? 0];
  if (told && isPlausible(told, sizes)) return { unit: told, issues: [] };
  const candidates = numberIn(header, '$MEASUREMENT') === 0 ? IMPERIAL : METRIC;
  const unit =
    candidates.find((one) => isLikely(one, sizes)) ?? candidates.find((one) => isPlausible(one, sizes));
  if (!unit) {
    const given = told ? ` (its header says ${told})` : '';
    throw new DxfRefusal(
      'dxf-absurd-size',
      `is ${sizes.span.toPrecision(3)} units wide, which is no building in any unit${given}: say "units", or leave out what lies far away`,
    );
  }
  const metres = (sizes.span * DXF_UNITS[unit]).toFixed(1);
  return { unit, issues: [told ? overruled(told, unit, metres, sizes) : assumed(unit, metres)] };
}

function assumed(unit: DxfUnit, metres: string): Issue {
  const message = `The drawing says no unit ($INSUNITS): it was taken to be in ${unit}, which makes the plan ${metres} m wide.`;
  return { severity: 'assumption', kind: 'unit-assumed', message };
}

function overruled(told: DxfUnit, unit: DxfUnit, metres: string, { span }: Sizes): Issue {
  const wide = (span * DXF_UNITS[told]).toPrecision(3);
  const message = `In ${told}, as its header says, the plan would be ${wide} m wide or its doors no doors: it was taken to be in ${unit} (${metres} m).`;
  return { severity: 'warning', kind: 'unit-implausible', message };
}

function numberIn(header: ReadonlyMap<string, Group>, name: string): number | undefined {
  const group = header.get(name);
  return group && numberOf(group);
}

/** Whether a plan may be so wide and most of its doors so large. */
function isPlausible(unit: DxfUnit, { span, swings }: Sizes): boolean {
  const metres = span * DXF_UNITS[unit];
  if (!(metres >= PLAN.least && metres <= PLAN.most)) return false;
  const leaf = median(swings) * DXF_UNITS[unit];
  return swings.length === 0 || (leaf >= SWING.least && leaf <= SWING.most);
}

/** Where no door tells, a hall of more than 1 km, or one in inches of more than 200 m, is a drawing in another unit. */
function isLikely(unit: DxfUnit, sizes: Sizes): boolean {
  const most = unit === 'in' || unit === 'ft' ? 200 : 1000;
  return isPlausible(unit, sizes) && (sizes.swings.length > 0 || sizes.span * DXF_UNITS[unit] <= most);
}
