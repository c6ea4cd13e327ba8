import type { ScreenPoint } from '@daoyin/geometry';
import type { CameraRig } from './rig';

export interface GestureEvents {
  /** The visitor took the map. */
  readonly onTake: () => void;
  /** Something moved: draw. */
  readonly onChange: () => void;
  readonly onTap: (pixel: ScreenPoint) => void;
}

interface Pointer {
  readonly start: ScreenPoint;
  readonly button: number;
  at: ScreenPoint;
  moved: boolean;
}

const TAP_SLOP = 8; // CSS pixels
const DOUBLE_TAP_MS = 300;
const TILT_PER_PIXEL = 0.005;
const TURN_PER_PIXEL = 0.006;
const WHEEL = 0.0016;
const KEY_PAN = 70; // CSS pixels

/**
 * Fingers, mouse and keys on an element to the camera: one finger pans, two pinch and turn, two moved upwards tilt; the right
 * button or Ctrl turns and tilts; the wheel zooms at the pointer; a double tap zooms in. Arrows pan, + and − zoom, Shift with
 * arrows turns and tilts. Gives the function that lets go.
 */
export function attachGestures(element: HTMLElement, rig: CameraRig, events: GestureEvents): () => void {
  const pointers = new Map<number, Pointer>();
  const track = velocityTracker();
  let lastTap: { atMs: number; pixel: ScreenPoint } | undefined;
  const pixelOf = (event: MouseEvent): ScreenPoint => {
    const box = element.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };

  const down = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button === 1) return;
    element.setPointerCapture(event.pointerId);
    const at = pixelOf(event);
    pointers.set(event.pointerId, { start: at, at, moved: false, button: event.button });
    track.reset();
    rig.hold();
  };

  const move = (event: PointerEvent) => {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    const from = pointer.at;
    const to = pixelOf(event);
    if (!pointer.moved && distance(pointer.start, to) < TAP_SLOP && pointers.size === 1) return;
    pointer.moved = true;
    pointer.at = to;
    events.onTake();
    const other = [...pointers.values()].find((candidate) => candidate !== pointer);
    if (other) twoFingers(rig, other.at, from, to);
    else if (pointer.button === 2 || event.ctrlKey) {
      rig.rotate((to.left - from.left) * TURN_PER_PIXEL);
      rig.tilt((from.top - to.top) * TILT_PER_PIXEL);
    } else {
      rig.pan(from, to);
      track.add(event.timeStamp, to);
    }
    events.onChange();
  };

  const up = (event: PointerEvent) => {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    pointers.delete(event.pointerId);
    if (pointers.size > 0) {
      for (const rest of pointers.values()) rest.moved = true;
      return;
    }
    if (pointer.moved) {
      if (pointer.button === 0 && !event.ctrlKey) rig.release(track.velocity(event.timeStamp));
      events.onChange();
    } else if (event.type === 'pointerup' && pointer.button === 0) tap(event.timeStamp, pointer.start);
  };

  const tap = (atMs: number, pixel: ScreenPoint) => {
    const double = lastTap && atMs - lastTap.atMs < DOUBLE_TAP_MS && distance(lastTap.pixel, pixel) < 30;
    lastTap = double ? undefined : { atMs, pixel };
    if (!double) events.onTap(pixel);
    else {
      events.onTake();
      rig.zoom(1.8, pixel);
      events.onChange();
    }
  };

  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    rig.hold();
    rig.zoom(Math.exp(-clamp(event.deltaY * lines, 240) * WHEEL), rig.following ? undefined : pixelOf(event));
    events.onChange();
  };

  const key = (event: KeyboardEvent) => {
    if (!pressKey(rig, event)) return;
    event.preventDefault();
    if (event.key.startsWith('Arrow')) events.onTake();
    events.onChange();
  };

  const menu = (event: Event) => event.preventDefault();
  const abort = new AbortController();
  const { signal } = abort;
  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', up, { signal });
  element.addEventListener('pointercancel', up, { signal });
  element.addEventListener('wheel', wheel, { signal, passive: false });
  element.addEventListener('keydown', key, { signal });
  element.addEventListener('contextmenu', menu, { signal });
  return () => abort.abort();
}

/** One of two fingers moved from `from` to `to` while the other rests at `still`. */
function twoFingers(rig: CameraRig, still: ScreenPoint, from: ScreenPoint, to: ScreenPoint): void {
  const middle = { left: (still.left + to.left) / 2, top: (still.top + to.top) / 2 };
  const before = { left: from.left - still.left, top: from.top - still.top };
  const after = { left: to.left - still.left, top: to.top - still.top };
  const [spanBefore, spanAfter] = [Math.hypot(before.left, before.top), Math.hypot(after.left, after.top)];
  if (spanBefore < 12 || spanAfter < 12) return;
  const side = Math.abs(before.left) > 1.6 * Math.abs(before.top);
  const rise = from.top - to.top;
  // Fingers side by side that go up or down together tilt; each reports alone, so the turn is small.
  if (side && Math.abs(rise) > 2 * Math.abs(to.left - from.left)) {
    rig.tilt(rise * TILT_PER_PIXEL * 0.5);
    return;
  }
  const turn = Math.atan2(after.top, after.left) - Math.atan2(before.top, before.left);
  rig.zoom(spanAfter / spanBefore, middle);
  rig.rotate(-Math.atan2(Math.sin(turn), Math.cos(turn)), middle);
  rig.pan({ left: (still.left + from.left) / 2, top: (still.top + from.top) / 2 }, middle);
}

function pressKey(rig: CameraRig, { key, shiftKey }: KeyboardEvent): boolean {
  const { centre } = rig.lens;
  const pan = (left: number, top: number) =>
    rig.pan(centre, { left: centre.left + left * KEY_PAN, top: centre.top + top * KEY_PAN });
  switch (key) {
    case 'ArrowLeft':
      if (shiftKey) rig.rotate(0.15);
      else pan(1, 0);
      return true;
    case 'ArrowRight':
      if (shiftKey) rig.rotate(-0.15);
      else pan(-1, 0);
      return true;
    case 'ArrowUp':
      if (shiftKey) rig.tilt(-0.08);
      else pan(0, 1);
      return true;
    case 'ArrowDown':
      if (shiftKey) rig.tilt(0.08);
      else pan(0, -1);
      return true;
    case '+':
    case '=':
      rig.zoom(1.25);
      return true;
    case '-':
      rig.zoom(0.8);
      return true;
    default:
      return false;
  }
}

/** Speed of a finger over its last tenth of a second. */
function velocityTracker() {
  let samples: { atMs: number; at: ScreenPoint }[] = [];
  return {
    reset: () => {
      samples = [];
    },
    add: (atMs: number, at: ScreenPoint) => {
      samples = [...samples.filter((s) => atMs - s.atMs < 100), { atMs, at }];
    },
    velocity: (nowMs: number): ScreenPoint => {
      const recent = samples.filter((s) => nowMs - s.atMs < 100);
      const [first, last] = [recent[0], recent.at(-1)];
      const seconds = first && last ? (last.atMs - first.atMs) / 1000 : 0;
      if (!first || !last || seconds <= 0) return { left: 0, top: 0 };
      return { left: (last.at.left - first.at.left) / seconds, top: (last.at.top - first.at.top) / seconds };
    },
  };
}

function distance(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(a.left - b.left, a.top - b.top);
}

function clamp(v: number, most: number): number {
  return Math.min(most, Math.max(-most, v));
}
