import type { HallDocument } from './document';
import { type Conflict, mergeDocuments } from './merge';

/** One edit: the document before and after it. */
export interface Step<D> {
  readonly before: D;
  readonly after: D;
  /** What was done, as a key that the page words. */
  readonly name: string;
  /** Edits of one gesture, such as a drag or a held arrow key, are one step. */
  readonly gesture?: string;
}

/** A document with what was done to it; every state shares what it can with the others. */
export interface History<D extends HallDocument> {
  readonly present: D;
  /** Oldest first. */
  readonly past: readonly Step<D>[];
  /** What was undone, the next to redo last. */
  readonly future: readonly Step<D>[];
}

export interface Rewound<D extends HallDocument> {
  readonly history: History<D>;
  /** Where another editor has since changed what this would take back; their value stands. */
  readonly conflicts: readonly Conflict[];
}

const MOST_STEPS = 1000;

export function beginHistory<D extends HallDocument>(present: D): History<D> {
  return { present, past: [], future: [] };
}

/** After an edit; nothing changes where the edit gave the same document. What was undone can then not be redone. */
export function perform<D extends HallDocument>(
  history: History<D>,
  after: D,
  name: string,
  gesture?: string,
): History<D> {
  const { present, past } = history;
  if (after === present) return history;
  const last = past.at(-1);
  const goesOn = gesture !== undefined && last?.gesture === gesture && last.after === present;
  const step = {
    before: goesOn ? last.before : present,
    after,
    name,
    ...(gesture !== undefined && { gesture }),
  };
  const kept = goesOn ? past.slice(0, -1) : past.slice(-MOST_STEPS + 1);
  return { present: after, past: [...kept, step], future: [] };
}

/** Takes the last step back: exactly, or beside what others did since. */
export function undo<D extends HallDocument>(history: History<D>): Rewound<D> {
  const { present, past, future } = history;
  const step = past.at(-1);
  if (!step) return { history, conflicts: [] };
  const { document, conflicts } = mergeDocuments(step.after, step.before, present);
  return {
    history: { present: document, past: past.slice(0, -1), future: [...future, step] },
    conflicts,
  };
}

export function redo<D extends HallDocument>(history: History<D>): Rewound<D> {
  const { present, past, future } = history;
  const step = future.at(-1);
  if (!step) return { history, conflicts: [] };
  const { document, conflicts } = mergeDocuments(step.before, step.after, present);
  return {
    history: { present: document, past: [...past, step], future: future.slice(0, -1) },
    conflicts,
  };
}

/** Takes in what others made of `base`, the last document that both sides knew; the steps stay and can be undone. */
export function receive<D extends HallDocument>(history: History<D>, base: D, theirs: D): Rewound<D> {
  const { document, conflicts } = mergeDocuments(base, history.present, theirs);
  return { history: { ...history, present: document }, conflicts };
}
