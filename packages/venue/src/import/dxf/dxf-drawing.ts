import type { Polyline } from '@daoyin/geometry';
import type { Issue } from '../../types';
import { type DxfLayer, layersOfDrawing } from './drawing';
import type { DxfOptions } from './dxf-options';
import { DxfRefusal } from './read-groups';
import type { DxfUnit } from './units';

export type { DxfLayer } from './drawing';

/** What is on the layers of a drawing, for somebody who says by eye what each of them is. */
export interface DxfDrawing {
  readonly layers: readonly DxfLayer[];
  /** Every line with its layer, in the drawing's own units. */
  readonly lines: readonly { readonly layer: string; readonly line: Polyline }[];
  /** What it would be read in; undefined where no unit makes a building of it. */
  readonly unit?: DxfUnit;
}

/** The layers and lines of a DXF file, and what each layer is taken for; the reason where it cannot be read. Throws nothing. */
export function dxfDrawing(
  fileName: string,
  bytes: Uint8Array,
  options: DxfOptions = {},
): { readonly ok: true; readonly drawing: DxfDrawing } | { readonly ok: false; readonly issue: Issue } {
  try {
    return { ok: true, drawing: layersOfDrawing(bytes, options) };
  } catch (error) {
    if (!(error instanceof DxfRefusal)) throw error;
    return {
      ok: false,
      issue: { severity: 'error', kind: error.kind, message: `${fileName} ${error.message}.` },
    };
  }
}
