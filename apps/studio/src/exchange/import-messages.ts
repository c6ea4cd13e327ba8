import type { DxfDrawing, DxfOptions, ImportResult, Issue } from '@daoyin/venue';

/** A foreign file, for the worker that reads it: a large drawing takes seconds. */
export type ImportRequest =
  | { readonly id: number; readonly type: 'layers'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly id: number;
      readonly type: 'plan';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly dxf?: DxfOptions;
    };

export type LayersAnswer =
  | { readonly ok: true; readonly drawing: DxfDrawing }
  | { readonly ok: false; readonly issue: Issue };

export type ImportReport =
  | { readonly id: number; readonly type: 'layers'; readonly answer: LayersAnswer }
  | { readonly id: number; readonly type: 'plan'; readonly answer: ImportResult };
