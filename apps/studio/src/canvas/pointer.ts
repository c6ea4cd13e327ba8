import type { ScreenPoint } from '@daoyin/geometry';
import { panned, zoomed } from '@daoyin/ui';
import type { PlanPointer, ToolSession } from '../tools/tool';
import type { Plan } from './plan';

/** CSS pixels that a pointer may move and still tap; that a finger, and a mouse, covers. */
const TAP_MOVE = 5;
const FINGER_REACH = 18;
const MOUSE_REACH = 9;
const DOUBLE_MS = 350;

type Gesture = 'none' | 'pan' | 'tool' | 'pinch';

/**
 * Fingers, mouse and wheel on the plan. Two fingers, the middle button, and the space bar held move the plan whatever the
 * tool; one finger or the button is the tool's, and pans where the tool does not want it.
 */
export function attachPointer(
  element: HTMLElement,
  plan: Plan,
  session: () => ToolSession | undefined,
): () => void {
  const fingers = new Map<number, ScreenPoint>();
  let gesture: Gesture = 'none';
  let start: ScreenPoint | undefined;
  let last: { readonly at: ScreenPoint; readonly timeMs: number } | undefined;
  let isSpaceDown = false;

  const placeOf = (event: MouseEvent): ScreenPoint => {
    const box = element.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };
  const pointerOf = (event: PointerEvent): PlanPointer => {
    const screen = placeOf(event);
    const at = plan.toPlan(screen);
    const touch = event.pointerType === 'touch';
    const reach = (touch ? FINGER_REACH : MOUSE_REACH) / plan.view().scale;
    const { shiftKey: shift, altKey: alt } = event;
    return { at, screen, reach, picked: plan.pick(at, reach), shift, alt, touch };
  };
  const pan = (from: ScreenPoint, to: ScreenPoint) =>
    plan.setView(panned(plan.view(), plan.size(), to.left - from.left, to.top - from.top));

  const down = (event: PointerEvent) => {
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, placeOf(event));
    if (fingers.size > 1) {
      if (gesture === 'tool') session()?.cancel?.();
      gesture = 'pinch';
      return;
    }
    start = placeOf(event);
    const isPlanMoved = event.button === 1 || isSpaceDown;
    gesture = !isPlanMoved && event.button === 0 && session()?.down?.(pointerOf(event)) ? 'tool' : 'pan';
  };
  const move = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    const now = placeOf(event);
    if (before === undefined) {
      const pointer = pointerOf(event);
      plan.hover(pointer.picked);
      return session()?.move?.(pointer);
    }
    fingers.set(event.pointerId, now);
    if (gesture === 'pinch') return pinch(event.pointerId, before, now);
    if (start && apart(start, now) < TAP_MOVE) return;
    start = undefined;
    if (gesture === 'tool') session()?.drag?.(pointerOf(event));
    else if (gesture === 'pan') pan(before, now);
  };
  const pinch = (id: number, before: ScreenPoint, now: ScreenPoint) => {
    const other = [...fingers].find(([key]) => key !== id)?.[1];
    if (!other) return;
    const factor = apart(now, other) / Math.max(1, apart(before, other));
    const middle = { left: (now.left + other.left) / 2, top: (now.top + other.top) / 2 };
    const half = { left: (before.left + other.left) / 2, top: (before.top + other.top) / 2 };
    plan.setView(
      zoomed(
        panned(plan.view(), plan.size(), middle.left - half.left, middle.top - half.top),
        plan.size(),
        factor,
        middle,
      ),
    );
  };
  const up = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return;
    const pointer = pointerOf(event);
    if (gesture === 'tool' && !start) session()?.up?.(pointer);
    else if (start && gesture !== 'pinch' && event.button === 0) tap(event, pointer);
    if (fingers.size === 0) gesture = 'none';
    start = undefined;
  };
  const tap = (event: PointerEvent, pointer: PlanPointer) => {
    const at = placeOf(event);
    const isDouble = last && event.timeStamp - last.timeMs < DOUBLE_MS && apart(last.at, at) < 2 * TAP_MOVE;
    last = isDouble ? undefined : { at, timeMs: event.timeStamp };
    if (isDouble && session()?.doubleTap) session()?.doubleTap?.(pointer);
    else session()?.tap?.(pointer);
  };
  const broken = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    if (gesture === 'tool') session()?.cancel?.();
    gesture = 'none';
    start = undefined;
  };
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const at = placeOf(event);
    if (event.shiftKey) pan({ left: event.deltaX + event.deltaY, top: 0 }, { left: 0, top: 0 });
    else plan.zoomBy(Math.exp(-event.deltaY / 400), at);
  };
  const leave = () => plan.hover(undefined);
  const space = (event: KeyboardEvent) => {
    if (event.code === 'Space' && document.activeElement === element) {
      isSpaceDown = event.type === 'keydown';
      event.preventDefault();
    }
  };

  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', up, { signal });
  element.addEventListener('pointercancel', broken, { signal });
  element.addEventListener('pointerleave', leave, { signal });
  element.addEventListener('wheel', wheel, { signal, passive: false });
  addEventListener('keydown', space, { signal });
  addEventListener('keyup', space, { signal });
  return () => stop.abort();
}

const apart = (a: ScreenPoint, b: ScreenPoint) => Math.hypot(a.left - b.left, a.top - b.top);
