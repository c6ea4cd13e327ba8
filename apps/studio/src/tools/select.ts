import type { Point, ScreenPoint } from '@daoyin/geometry';
import { type Action, moveBeacons, moveFeatures, sequence } from '@daoyin/venue';
import { beaconsOn } from '../layers/beacons';
import { beginShape } from '../shape/begin';
import { hasShape } from '../shape/store';
import {
  isSameRef,
  perform,
  preview,
  type Ref,
  select,
  selectedBeacons,
  selectedFeatures,
  toggleSelected,
  useStudio,
} from '../store/studio';
import { dragging } from './dragging';
import { dashed, paintGuides } from './guides';
import { useToolOptions } from './options';
import { snapped } from './snapping';
import type { PlanPointer, Tool } from './tool';

interface Drag {
  readonly from: Point;
  /** What is dragged; undefined draws a box that selects. */
  readonly refs: readonly Ref[] | undefined;
  readonly anchor: Point;
  to: Point;
  guides: readonly (readonly [Point, Point])[];
}

/** Selects by a tap or a box, moves what is selected; a drag on nothing moves the plan. */
export const selectTool: Tool = {
  id: 'select',
  name: { zh: '选择', en: 'Select' },
  hint: {
    zh: '点选；拖动可移动；双击改形状；多选：按住 Shift，或勾“属性”里的多选',
    en: 'Tap to select, drag to move, double tap to reshape; several: hold Shift, or tick it in Details',
  },
  key: 'v',
  glyph: 'cursor',
  cursor: 'default',
  begin: (plan) => {
    const held = dragging<Drag>(plan, {
      begin: (pointer) => dragFrom({ ...pointer, shift: isAdding(pointer) }),
      follow: (drag, pointer) => {
        if (drag.refs) dragTo(drag, pointer);
        else drag.to = pointer.at;
      },
      done: ({ refs, from, to }, pointer) => {
        if (refs) perform(moveBy(refs, from, to), 'move');
        else selectIn(from, pointer.at);
      },
    });
    return {
      ...held.session,
      tap: (pointer) => {
        held.forget();
        const { picked } = pointer;
        const shift = isAdding(pointer);
        if (!picked) return shift ? undefined : select([]);
        if (shift) toggleSelected(picked);
        else select([picked]);
      },
      doubleTap: ({ picked }) => {
        if (picked && hasShape(picked)) beginShape(picked);
      },
      paint: (context, toScreen) => {
        const drag = held.current();
        if (drag) paint(context, toScreen, drag);
      },
    };
  },
};

const isAdding = ({ shift }: PlanPointer): boolean => shift || useToolOptions.getState().isAdding;

/** A beacon can be dragged at once; a feature only after it was selected, so that rooms do not stick to the finger. */
function dragFrom({ at, picked, shift }: PlanPointer): Drag | undefined {
  const { selection, readOnly } = useStudio.getState();
  if (!picked || readOnly)
    return shift ? { from: at, to: at, refs: undefined, anchor: at, guides: [] } : undefined;
  const isSelected = selection.some((ref) => isSameRef(ref, picked));
  if (!isSelected && picked.collection !== 'beacons')
    return shift ? { from: at, to: at, refs: undefined, anchor: at, guides: [] } : undefined;
  const refs = isSelected ? selection : [picked];
  return { from: at, to: at, refs, anchor: anchorOf(picked) ?? at, guides: [] };
}

function dragTo(drag: Drag, { at, reach, alt }: PlanPointer): void {
  const refs = drag.refs!;
  const { selection } = useStudio.getState();
  if (!refs.every((ref) => selection.some((other) => isSameRef(ref, other)))) select(refs);
  const wanted = { x: drag.anchor.x + at.x - drag.from.x, y: drag.anchor.y + at.y - drag.from.y };
  const beacons = selectedBeacons(refs);
  const { point, guides } = snapped(wanted, reach / 2, {
    beacons,
    features: [],
    isFree: alt || beacons.length === 0,
  });
  drag.to = { x: drag.from.x + point.x - drag.anchor.x, y: drag.from.y + point.y - drag.anchor.y };
  drag.guides = guides;
  preview(moveBy(refs, drag.from, drag.to));
}

function anchorOf(ref: Ref): Point | undefined {
  const { beacons } = useStudio.getState().history.present.register;
  return ref.collection === 'beacons' ? beacons.find(({ id }) => id === ref.key)?.at : undefined;
}

function moveBy(refs: readonly Ref[], from: Point, to: Point): Action {
  const [right, up] = [to.x - from.x, to.y - from.y];
  return sequence(
    moveBeacons(selectedBeacons(refs), right, up),
    moveFeatures(selectedFeatures(refs), right, up),
  );
}

/** Selects the beacons in a box. */
function selectIn(a: Point, b: Point): void {
  const { history, level, selection } = useStudio.getState();
  const isIn = ({ x, y }: Point) =>
    x >= Math.min(a.x, b.x) && x <= Math.max(a.x, b.x) && y >= Math.min(a.y, b.y) && y <= Math.max(a.y, b.y);
  const inside = beaconsOn(history.present.register.beacons, level).filter(({ at }) => isIn(at));
  const fresh = inside.map(({ id }): Ref => ({ collection: 'beacons', key: id }));
  select([...selection, ...fresh.filter((ref) => !selection.some((other) => isSameRef(ref, other)))]);
}

function paint(context: CanvasRenderingContext2D, toScreen: (point: Point) => ScreenPoint, drag: Drag): void {
  paintGuides(context, toScreen, drag.guides);
  if (drag.refs) return;
  const [a, b] = [toScreen(drag.from), toScreen(drag.to)];
  dashed(context);
  context.strokeRect(a.left, a.top, b.left - a.left, b.top - a.top);
  context.setLineDash([]);
}
