import type { Point, ScreenPoint } from '@daoyin/geometry';
import { type Action, deleteVertex, insertVertex, moveVertex, sequence, type VertexRef } from '@daoyin/venue';
import { ARROWS, STEP } from '../keys-of-arrows';
import { perform, preview, type Ref, select, shownDocument, useStudio } from '../store/studio';
import { dragging } from '../tools/dragging';
import { paintGuides } from '../tools/guides';
import { snappedCorner } from '../tools/snapping';
import type { PlanPointer, Tool } from '../tools/tool';
import { type Handle, handleAt, handlesOf, type Outline, squareCorner } from './handles';
import { chooseCorner, chosenCorner, hasShape, outlineOf, subjectOf, useShape } from './store';

const LEAST_EDGE = 34; // CSS pixels between two corners, for a handle in the middle

interface Drag {
  readonly handle: Handle;
  readonly ref: Ref;
  to: Point;
  guides: readonly (readonly [Point, Point])[];
}

/** Corners of what is selected: dragged, added in the middle of an edge, taken away; by pointer, keys, and numbers at the right. */
export const shapeTool: Tool = {
  id: 'shape',
  name: { zh: '改形状', en: 'Reshape' },
  hint: {
    zh: '拖角点改形状；拖边的中点加角；Delete 删角；N 选下一个角，方向键移动',
    en: 'Drag a corner; drag the middle of an edge to add one; Delete takes one away; N chooses the next, arrows move it',
  },
  key: 'e',
  glyph: 'shape',
  cursor: 'default',
  begin: (plan) => {
    let over: Handle | undefined;
    const handleBelow = ({ at, reach }: PlanPointer) => {
      const outline = currentOutline();
      return outline && handleAt(handlesOf(outline, LEAST_EDGE / plan.view().scale), at, reach);
    };
    const held = dragging<Drag>(plan, {
      begin: (pointer) => {
        const { selection, readOnly } = useStudio.getState();
        const ref = subjectOf(selection);
        const handle = handleBelow(pointer);
        return ref && handle && !readOnly ? { handle, ref, to: handle.point, guides: [] } : undefined;
      },
      follow: (drag, pointer) => {
        pull(drag, pointer);
        preview(actionOf(drag));
      },
      done: take,
    });
    return {
      move: (pointer) => {
        over = handleBelow(pointer);
        plan.invalidate();
      },
      ...held.session,
      tap: (pointer) => {
        held.forget();
        const ref = subjectOf(useStudio.getState().selection);
        const handle = handleBelow(pointer);
        if (ref && handle?.kind === 'corner') return chooseCorner(handle);
        if (ref && handle) return take({ handle, ref, to: handle.point, guides: [] });
        chooseCorner(undefined);
        select(pointer.picked && hasShape(pointer.picked) ? [pointer.picked] : []);
      },
      key: (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || held.current()) return false;
        return onKey(event);
      },
      paint: (context, toScreen) => {
        const outline = currentOutline();
        if (!outline) return;
        const handles = handlesOf(outline, LEAST_EDGE / plan.view().scale);
        const drag = held.current();
        paintGuides(context, toScreen, drag?.guides ?? []);
        paintHandles(context, toScreen, handles, over);
        if (drag) paintWanted(context, toScreen, drag);
      },
    };
  },
};

function currentOutline(): Outline | undefined {
  const state = useStudio.getState();
  const ref = subjectOf(state.selection);
  return ref && outlineOf(shownDocument(state), ref);
}

/** Where the dragged corner goes: to a corner of something else, else to right angles, else onto an edge or the grid. */
function pull(drag: Drag, { at, reach, alt }: PlanPointer): void {
  const { handle, ref } = drag;
  const near = reach / 2;
  const found = snappedCorner(at, near, { beacons: [], features: [ref.key], isFree: alt });
  const ring = outlineOf(useStudio.getState().history.present, ref);
  const points = ring?.isRing ? ring.rings[handle.ring] : undefined;
  const square =
    alt || found.kind === 'point' || !points || handle.kind === 'middle'
      ? undefined
      : squareCorner(points, handle.vertex, at, near);
  drag.to = square?.point ?? found.point;
  drag.guides = square?.guides ?? found.guides;
}

function actionOf({ handle, ref, to }: Drag): Action {
  const at: VertexRef = { id: ref.key, ring: handle.ring, vertex: handle.vertex };
  return handle.kind === 'corner' ? moveVertex(at, to) : insertVertex(at, to);
}

function take(drag: Drag): void {
  const { kind, ring, vertex } = drag.handle;
  if (perform(actionOf(drag), kind === 'corner' ? 'shape.move' : 'shape.add'))
    chooseCorner({ ring, vertex: kind === 'corner' ? vertex : vertex + 1 });
}

let held = 0;

function onKey(event: KeyboardEvent): boolean {
  const state = useStudio.getState();
  const ref = subjectOf(state.selection);
  const outline = ref && outlineOf(state.history.present, ref);
  if (!ref || !outline) return false;
  const chosen = chosenCorner(state.history.present, ref.key, useShape.getState());
  if (event.key.toLowerCase() === 'n') {
    chooseCorner(nextCorner(outline, useShape.getState().corner, event.shiftKey ? -1 : 1));
    return true;
  }
  if (!chosen) return false;
  const arrow = ARROWS[event.key];
  if (event.key === 'Escape') chooseCorner(undefined);
  else if (event.key === 'Delete' || event.key === 'Backspace') removeCorner(chosen.at);
  else if (event.key === 'Insert') addCornerAfter(chosen.at, chosen);
  else if (arrow) {
    if (!event.repeat) held += 1;
    const step = event.shiftKey ? 10 * STEP : STEP;
    const to = { x: chosen.point.x + arrow[0] * step, y: chosen.point.y + arrow[1] * step };
    perform(moveVertex(chosen.at, to), 'shape.move', `corner arrows ${held}`);
  } else return false;
  return true;
}

/** The corner after or before the chosen one, through all rings. */
function nextCorner({ rings }: Outline, corner: ReturnType<typeof useShape.getState>['corner'], by: 1 | -1) {
  const all = rings.flatMap((points, ring) => points.map((_, vertex) => ({ ring, vertex })));
  const now = all.findIndex((one) => one.ring === corner?.ring && one.vertex === corner.vertex);
  return now < 0 ? all[0] : all[(now + by + all.length) % all.length];
}

export function removeCorner(at: VertexRef): void {
  if (perform(deleteVertex(at), 'shape.delete')) chooseCorner(undefined);
}

/** A corner in the middle of the edge that begins at this one. */
export function addCornerAfter(
  at: VertexRef,
  { points, isRing }: { readonly points: readonly Point[]; readonly isRing: boolean },
): void {
  const [a, b] = [points[at.vertex], points[at.vertex + 1] ?? (isRing ? points[0] : undefined)];
  if (!a || !b) return;
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  if (perform(sequence(insertVertex(at, middle)), 'shape.add'))
    chooseCorner({ ring: at.ring, vertex: at.vertex + 1 });
}

type ToScreen = (point: Point) => ScreenPoint;

function paintHandles(
  context: CanvasRenderingContext2D,
  toScreen: ToScreen,
  handles: readonly Handle[],
  over: Handle | undefined,
): void {
  const { corner } = useShape.getState();
  context.lineWidth = 2;
  for (const { kind, ring, vertex, point } of handles) {
    const { left, top } = toScreen(point);
    const isOver = over?.kind === kind && over.ring === ring && over.vertex === vertex;
    const isChosen = kind === 'corner' && corner?.ring === ring && corner.vertex === vertex;
    const size = (kind === 'corner' ? 5 : 4) + (isOver || isChosen ? 2 : 0);
    context.beginPath();
    if (kind === 'corner') context.rect(left - size, top - size, 2 * size, 2 * size);
    else context.arc(left, top, size, 0, 2 * Math.PI);
    context.fillStyle = isChosen ? '#cf2231' : '#ffffff';
    context.strokeStyle = kind === 'corner' ? '#cf2231' : '#6b7684';
    context.fill();
    context.stroke();
  }
}

/** Where the corner is held although it cannot go there: an outline may not cross itself. */
function paintWanted(context: CanvasRenderingContext2D, toScreen: ToScreen, { to }: Drag): void {
  const { left, top } = toScreen(to);
  context.beginPath();
  context.arc(left, top, 9, 0, 2 * Math.PI);
  context.strokeStyle = '#cf2231';
  context.stroke();
}
