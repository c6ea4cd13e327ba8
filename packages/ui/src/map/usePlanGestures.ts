import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { type PlanSize, type PlanView, panned, zoomed } from './view';

interface Finger {
  readonly left: number;
  readonly top: number;
}

const TAP_MOVE = 8;
const KEY_PAN = 60;

/** Dragging, pinching, wheel and keys; every one of them has a button too. A tap gives its place on the plan. */
export function usePlanGestures(
  element: RefObject<Element | null>,
  view: PlanView,
  size: PlanSize,
  take: (view: PlanView) => void,
  onTap: (at: Finger) => void,
) {
  const fingers = useRef(new Map<number, Finger>());
  const start = useRef<Finger | undefined>(undefined);
  const current = useRef({ view, size, take });
  current.current = { view, size, take };
  const move = (next: PlanView) => {
    current.current.view = next;
    take(next);
  };

  useEffect(() => {
    const target = element.current;
    const onWheel = (event: Event) => {
      event.preventDefault();
      const { deltaY, clientX, clientY } = event as WheelEvent;
      const box = (event.currentTarget as Element).getBoundingClientRect();
      const at = { left: clientX - box.left, top: clientY - box.top };
      const now = current.current;
      now.take(zoomed(now.view, now.size, Math.exp(-deltaY / 400), at));
    };
    target?.addEventListener('wheel', onWheel, { passive: false });
    return () => target?.removeEventListener('wheel', onWheel);
  }, [element]);

  const placeOf = (event: PointerEvent): Finger => {
    const box = event.currentTarget.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };

  return {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, placeOf(event));
      start.current = fingers.current.size === 1 ? placeOf(event) : undefined;
    },
    onPointerMove: (event: PointerEvent) => {
      const before = fingers.current.get(event.pointerId);
      if (before === undefined) return;
      const now = placeOf(event);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, now);
      const { view: seen } = current.current;
      if (other !== undefined) {
        const factor = apart(now, other) / Math.max(1, apart(before, other));
        const middle = { left: (now.left + other.left) / 2, top: (now.top + other.top) / 2 };
        return move(zoomed(seen, size, factor, middle));
      }
      if (start.current !== undefined && apart(start.current, now) < TAP_MOVE) return;
      start.current = undefined;
      move(panned(seen, size, now.left - before.left, now.top - before.top));
    },
    onPointerUp: (event: PointerEvent) => {
      const at = start.current;
      fingers.current.delete(event.pointerId);
      start.current = undefined;
      if (at !== undefined && fingers.current.size === 0) onTap(at);
    },
    onPointerCancel: (event: PointerEvent) => {
      fingers.current.delete(event.pointerId);
      start.current = undefined;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const next = keyed(event.key, view, size);
      if (next === undefined) return;
      event.preventDefault();
      take(next);
    },
  };
}

const apart = (a: Finger, b: Finger) => Math.hypot(a.left - b.left, a.top - b.top);

/** The view after an arrow key, plus or minus; undefined for other keys. */
function keyed(key: string, view: PlanView, size: PlanSize): PlanView | undefined {
  const middle = { left: size.width / 2, top: size.height / 2 };
  switch (key) {
    case 'ArrowLeft':
      return panned(view, size, KEY_PAN, 0);
    case 'ArrowRight':
      return panned(view, size, -KEY_PAN, 0);
    case 'ArrowUp':
      return panned(view, size, 0, KEY_PAN);
    case 'ArrowDown':
      return panned(view, size, 0, -KEY_PAN);
    case '+':
    case '=':
      return zoomed(view, size, 1.4, middle);
    case '-':
      return zoomed(view, size, 1 / 1.4, middle);
    default:
      return undefined;
  }
}
