import type { Plan } from '../canvas/plan';
import { preview } from '../store/studio';
import type { PlanPointer, ToolSession } from './tool';

export interface DragWish<D> {
  /** What a press takes hold of; undefined where there is nothing to drag. */
  readonly begin: (pointer: PlanPointer) => D | undefined;
  readonly follow: (drag: D, pointer: PlanPointer) => void;
  /** The pointer let go; what was shown on trial is gone. */
  readonly done: (drag: D, pointer: PlanPointer) => void;
}

export interface Dragging<D> {
  readonly current: () => D | undefined;
  /** Lets go without doing anything: it was a tap. */
  readonly forget: () => void;
  readonly session: Required<Pick<ToolSession, 'down' | 'drag' | 'up' | 'cancel'>>;
}

/** A drag from the press to letting go; one that breaks off changes nothing. */
export function dragging<D>(plan: Plan, { begin, follow, done }: DragWish<D>): Dragging<D> {
  let drag: D | undefined;
  const end = () => {
    drag = undefined;
    preview(undefined);
    plan.invalidate();
  };
  return {
    current: () => drag,
    forget: () => {
      drag = undefined;
    },
    session: {
      down: (pointer) => {
        drag = begin(pointer);
        return drag !== undefined;
      },
      drag: (pointer) => {
        if (!drag) return;
        follow(drag, pointer);
        plan.invalidate();
      },
      up: (pointer) => {
        const finished = drag;
        end();
        if (finished) done(finished, pointer);
      },
      cancel: end,
    },
  };
}
