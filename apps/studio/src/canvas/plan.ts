import { type Bounds, boundsOf, type Point, type ScreenPoint } from '@daoyin/geometry';
import {
  fitted,
  type Language,
  NORTH_UP,
  type PlanSize,
  type PlanView,
  planToScreen,
  screenToPlan,
  zoomed,
} from '@daoyin/ui';
import { diffDocuments } from '@daoyin/venue';
import type { Layer, LayerScene } from '../layers/layer';
import { type Ref, type StudioDocument, shownDocument, useStudio } from '../store/studio';
import type { ToolSession } from '../tools/tool';
import { type Colours, readColours } from './colours';
import { extentOf, grown, type Located, united } from './extent';
import { Tiles, visibleBounds } from './tiles';

/** The plan on the screen: what it shows of which part, and what is where. It redraws when something changed. */
export interface Plan {
  readonly view: () => PlanView;
  readonly size: () => PlanSize;
  readonly setView: (view: PlanView) => void;
  /** Nearer by `factor`, about a place of the screen or its middle. */
  readonly zoomBy: (factor: number, about?: ScreenPoint) => void;
  /** Shows the whole level. */
  readonly frameLevel: () => void;
  /** Brings some metres into view, with room around. */
  readonly show: (bounds: Bounds) => void;
  readonly toScreen: (point: Point) => ScreenPoint;
  readonly toPlan: (point: ScreenPoint) => Point;
  /** What is at a place, of the topmost layer that has something there. */
  readonly pick: (at: Point, reach: number) => Ref | undefined;
  readonly hover: (ref: Ref | undefined) => void;
  readonly use: (session: ToolSession | undefined) => void;
  readonly resize: (size: PlanSize) => void;
  readonly invalidate: () => void;
  /** Called after each frame with its JavaScript time in milliseconds. */
  onFrame: ((scriptMs: number) => void) | undefined;
  readonly close: () => void;
}

const plans = new Set<Plan>();

/** Redraws every plan of the page: for layers whose own state changed. */
export function invalidatePlan(): void {
  for (const plan of plans) plan.invalidate();
}

const MARGIN = 32;
/** What lies over a feature's edge when it is drawn, in metres: half of the widest line. */
const OVERHANG = 0.6;

export interface PlanOptions {
  readonly canvas: HTMLCanvasElement;
  readonly layers: readonly Layer[];
  readonly language: () => Language;
}

/** Draws the plan into a canvas, and follows the store. */
export function openPlan({ canvas, layers, language }: PlanOptions): Plan {
  const context = canvas.getContext('2d', { alpha: false })!;
  let view: PlanView = { centre: { x: 0, y: 0 }, scale: 8, upHeading: NORTH_UP };
  let size: PlanSize = { width: 0, height: 0 };
  let colours: Colours = readColours();
  let drawn: StudioDocument | undefined;
  let hovered: Ref | undefined;
  let session: ToolSession | undefined;
  let frame: number | undefined;
  let isFitted = false;
  /** The view that shows the whole level, until somebody moves it. */
  let whole: PlanView | undefined;

  const isOn = (layer: Layer) => useStudio.getState().layers[layer.id] ?? layer.on;
  const sceneOf = (bounds: Bounds): LayerScene => {
    const state = useStudio.getState();
    const { level, selection } = state;
    const document = shownDocument(state);
    const toScreen = (point: Point) => planToScreen(view, size, point);
    return {
      document,
      level,
      selection,
      hovered,
      language: language(),
      colours,
      view,
      size,
      bounds,
      toScreen,
    };
  };
  const tiles = new Tiles((tile, bounds) => {
    const scene = sceneOf(bounds);
    for (const layer of layers) if (layer.kind === 'still' && isOn(layer)) layer.paint(tile, scene);
  });

  const draw = () => {
    frame = undefined;
    if (size.width === 0) return;
    const start = performance.now();
    const ratio = canvas.width / size.width;
    follow();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = colours.ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const factor = view.scale * ratio;
    const shift = (pixels: number) => Math.round(pixels * ratio);
    const corner = planToScreen(view, size, { x: 0, y: 0 });
    context.setTransform(factor, 0, 0, factor, shift(corner.left), shift(corner.top));
    const isUnfinished = tiles.draw(context, view, size, ratio, () => performance.now());
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const scene = sceneOf(visibleBounds(view, size));
    for (const layer of layers) {
      if (layer.kind !== 'live' || !isOn(layer)) continue;
      context.save();
      layer.paint(context, scene);
      context.restore();
    }
    session?.paint?.(context, scene.toScreen);
    plan.onFrame?.(performance.now() - start);
    if (isUnfinished) invalidate();
  };
  const invalidate = () => {
    frame ??= requestAnimationFrame(draw);
  };
  /** Marks what differs from what was drawn last. */
  const follow = () => {
    const document = shownDocument(useStudio.getState());
    if (drawn && drawn !== document) for (const bounds of changedBounds(drawn, document)) tiles.mark(bounds);
    drawn = document;
  };
  const afresh = () => {
    tiles.clear();
    invalidate();
  };
  const levelBounds = (): Bounds | undefined => {
    const { level, history } = useStudio.getState();
    const outline = history.present.venue.levels.find(({ shortName }) => shortName === level)?.outline ?? [];
    return outline.length > 0 ? boundsOf(outline.flatMap(({ outer }) => outer)) : undefined;
  };
  const setView = (next: PlanView) => {
    view = next;
    invalidate();
  };
  const show = (bounds: Bounds) =>
    setView(fitted([corner(bounds, 'min'), corner(bounds, 'max')], size, MARGIN, NORTH_UP, 40));

  const stop = useStudio.subscribe((now, before) => {
    const isOther =
      now.level !== before.level || now.history.present.venue.id !== before.history.present.venue.id;
    if (now.history.present.venue.id !== before.history.present.venue.id) isFitted = false;
    if (isOther || now.layers !== before.layers) afresh();
    if (!isFitted) frameLevel();
    invalidate();
  });
  const theme = new MutationObserver(() => {
    colours = readColours();
    afresh();
  });
  theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'style'] });

  const frameLevel = () => {
    const bounds = levelBounds();
    if (!bounds || size.width === 0) return;
    isFitted = true;
    show(bounds);
    whole = view;
  };
  const plan: Plan = {
    view: () => view,
    size: () => size,
    setView,
    zoomBy: (factor, about = { left: size.width / 2, top: size.height / 2 }) =>
      setView(zoomed(view, size, factor, about)),
    frameLevel,
    show,
    toScreen: (point) => planToScreen(view, size, point),
    toPlan: (point) => screenToPlan(view, size, point),
    pick: (at, reach) => pickIn(layers.filter(isOn), at, reach),
    hover: (ref) => {
      if (ref?.key === hovered?.key) return;
      hovered = ref;
      invalidate();
    },
    use: (next) => {
      session?.cancel?.();
      session = next;
      invalidate();
    },
    resize: (next) => {
      size = next;
      const ratio = Math.min(2, devicePixelRatio);
      canvas.width = Math.round(size.width * ratio);
      canvas.height = Math.round(size.height * ratio);
      if (!isFitted || view === whole) frameLevel();
      invalidate();
    },
    invalidate,
    onFrame: undefined,
    close: () => {
      plans.delete(plan);
      stop();
      theme.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
  plans.add(plan);
  return plan;
}

const corner = (bounds: Bounds, which: 'min' | 'max'): Point =>
  which === 'min' ? { x: bounds.minX, y: bounds.minY } : { x: bounds.maxX, y: bounds.maxY };

function pickIn(layers: readonly Layer[], at: Point, reach: number): Ref | undefined {
  const state = useStudio.getState();
  const scene = { document: shownDocument(state), level: state.level };
  for (const layer of layers.toReversed()) {
    const picked = layer.pick?.(at, reach, scene);
    if (picked) return picked.ref;
  }
  return undefined;
}

/** Where two documents look different. */
function changedBounds(before: StudioDocument, after: StudioDocument): readonly Bounds[] {
  if (before.venue === after.venue) return [];
  return diffDocuments(before, after).flatMap(({ collection, before: old, after: fresh }) => {
    if (collection === 'beacons' || collection === 'hall') return [];
    const sides = [old, fresh].filter((side) => side !== undefined).map((side) => extentOf(side as Located));
    const known = sides.filter(({ minX }) => Number.isFinite(minX));
    return known.length === 0 ? [] : [grown(known.reduce(united), OVERHANG)];
  });
}
