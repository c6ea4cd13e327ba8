import type { Bounds, Point, ScreenPoint } from '@daoyin/geometry';
import type { Language, PlanSize, PlanView } from '@daoyin/ui';
import type { Colours } from '../canvas/colours';
import type { Ref, StudioDocument } from '../store/studio';

/** What a layer is told when it paints. */
export interface LayerScene {
  /** As shown: with the gesture in progress. */
  readonly document: StudioDocument;
  readonly level: string;
  readonly selection: readonly Ref[];
  readonly hovered: Ref | undefined;
  readonly language: Language;
  readonly colours: Colours;
  readonly view: PlanView;
  readonly size: PlanSize;
  /** What is to be painted, in metres: a tile for a `still` layer, the picture for a `live` one. */
  readonly bounds: Bounds;
  /** CSS pixels of a venue point in the picture. Of `live` layers only. */
  readonly toScreen: (point: Point) => ScreenPoint;
}

/**
 * One thing drawn on the plan. To add one: write an object of this type in a file of its own (a folder of its own for a
 * feature of the studio), and name it in `layers/registry.ts`; it then has a switch in the layers menu.
 *
 * - `still` layers are painted into tiles and copied while the plan is moved: what follows from the document alone. The
 *   context is in metres of the venue frame (y up); `1 / view.scale` is one CSS pixel.
 * - `live` layers are painted at each frame in CSS pixels (y down), by `toScreen`: beacons, selection, maps that change with
 *   a drag. Whatever else they show they keep in a store of their own, and call `invalidatePlan()` (`canvas/plan.ts`) when
 *   that changes. A raster is best painted into a canvas of its own once and drawn by `drawImage` between two `toScreen`.
 */
export interface Layer {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly kind: 'still' | 'live';
  /** Whether it is on until somebody switches it. */
  readonly on: boolean;
  readonly paint: (context: CanvasRenderingContext2D, scene: LayerScene) => void;
  /** What of it is at a place, within `reach` metres, and how far; the nearest of the topmost layer is picked. */
  readonly pick?: (at: Point, reach: number, scene: PickScene) => Picked | undefined;
}

export type PickScene = Pick<LayerScene, 'document' | 'level'>;

export interface Picked {
  readonly ref: Ref;
  /** Metres; 0 inside an area. */
  readonly distance: number;
}
