import type { Point, ScreenPoint } from '@daoyin/geometry';
import type { Language } from '@daoyin/ui';
import type { Plan } from '../canvas/plan';
import type { GlyphName } from '../parts/Glyph';
import type { Ref } from '../store/studio';

/** A pointer on the plan, in all the frames that a tool needs. */
export interface PlanPointer {
  /** Metres in the venue frame, on the level that is shown. */
  readonly at: Point;
  readonly screen: ScreenPoint;
  /** Metres that a finger or pointer covers at this scale. */
  readonly reach: number;
  /** What is below it. */
  readonly picked: Ref | undefined;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly touch: boolean;
}

/**
 * What the pointer does on the plan while a tool is chosen. One instance lives as long as the tool is chosen; a drag that
 * no tool takes (`down` gives false) pans the plan. `cancel` is Escape, another tool, or a gesture that broke off: a drag
 * that is not finished changes nothing.
 */
export interface ToolSession {
  readonly down?: (pointer: PlanPointer) => boolean;
  readonly move?: (pointer: PlanPointer) => void;
  readonly drag?: (pointer: PlanPointer) => void;
  readonly up?: (pointer: PlanPointer) => void;
  /** A press without a drag. */
  readonly tap?: (pointer: PlanPointer) => void;
  readonly doubleTap?: (pointer: PlanPointer) => void;
  /** A key that the tool takes; false lets the page have it. */
  readonly key?: (event: KeyboardEvent) => boolean;
  readonly cancel?: () => void;
  /** Painted over everything, in CSS pixels. */
  readonly paint?: (context: CanvasRenderingContext2D, toScreen: (point: Point) => ScreenPoint) => void;
}

/** To add a tool: an object of this type, named in `tools/registry.ts`. */
export interface Tool {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  /** One sentence for a newcomer: what to do now. */
  readonly hint: Readonly<Record<Language, string>>;
  readonly glyph: GlyphName;
  /** The letter that chooses it. */
  readonly key: string;
  readonly cursor: string;
  readonly begin: (plan: Plan) => ToolSession;
}
