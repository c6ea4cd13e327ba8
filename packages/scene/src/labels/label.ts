import type { Rgb } from '../colour';
import type { SelectTarget, Spot } from '../types';
import type { PictogramName } from './pictograms';

export type LabelKind =
  | 'goal'
  | 'here'
  | 'start'
  | 'climb'
  | 'level'
  | 'connector'
  | 'entrance'
  | 'facility'
  | 'area'
  | 'room'
  | 'window';

/** One label as data: what it says, where, and how much it matters. Drawn by the atlas, placed by `placeLabels`. */
export interface LabelSpec {
  readonly id: string;
  readonly kind: LabelKind;
  readonly at: Spot;
  readonly text: string;
  readonly icon?: PictogramName;
  readonly colour: Rgb;
  /** Higher first. */
  readonly priority: number;
  /** Shown from this many CSS pixels a metre. */
  readonly minScale: number;
  /** Shown below this many; from there on a larger one of the same text takes over. */
  readonly maxScale?: number;
  readonly large?: boolean;
  readonly target?: SelectTarget;
}

/** Goal before connectors before facilities before areas before windows. */
export const PRIORITY: Readonly<Record<LabelKind, number>> = {
  goal: 1000,
  here: 990,
  start: 980,
  climb: 970,
  level: 960,
  connector: 800,
  entrance: 760,
  facility: 700,
  area: 600,
  room: 300,
  window: 400,
};

export const MIN_SCALE: Readonly<Record<LabelKind, number>> = {
  goal: 0,
  here: 0,
  start: 0,
  climb: 0,
  level: 0,
  connector: 4.6,
  entrance: 2.2,
  facility: 4.5,
  area: 1.7,
  room: 6.5,
  window: 9,
};

export function label(
  kind: LabelKind,
  id: string,
  at: Spot,
  text: string,
  colour: Rgb,
  more: Partial<LabelSpec> = {},
): LabelSpec {
  return { kind, id, at, text, colour, priority: PRIORITY[kind], minScale: MIN_SCALE[kind], ...more };
}
