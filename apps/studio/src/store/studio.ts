import type { StudioDocument } from '@daoyin/protocol';
import {
  type Action,
  beginHistory,
  type CollectionName,
  type Conflict,
  emptyVenue,
  type History,
  perform as performIn,
  type Rewound,
  redo as redoIn,
  undo as undoIn,
} from '@daoyin/venue';
import { create } from 'zustand';

export type { StudioDocument };

/** What is selected: a beacon by its id, a feature by its UUID, each in its collection. */
export interface Ref {
  readonly collection: CollectionName;
  readonly key: string;
}

/**
 * The state of the editor on this page. The document and its history are values of the venue package; view and pointer are
 * the plan's own, and not here, since they change at each frame.
 */
export interface StudioState {
  readonly history: History<StudioDocument>;
  /** What a gesture in progress would make of the document; shown, not yet done. */
  readonly preview: StudioDocument | undefined;
  readonly level: string;
  readonly selection: readonly Ref[];
  readonly tool: string;
  /** Layers that are switched on or off by hand, by id. */
  readonly layers: Readonly<Record<string, boolean>>;
  readonly panel: string;
  readonly solid: boolean;
  /** Where this editor's work and another's meet, until somebody decides. */
  readonly conflicts: readonly Conflict[];
  /** Nothing can be edited: the account may only look, or the draft is not open yet. */
  readonly readOnly: boolean;
}

const EMPTY: StudioDocument = {
  venue: emptyVenue,
  register: { venue: '', beacons: [] },
  closures: [],
  catalogue: null,
};

export const useStudio = create<StudioState>()(() => ({
  history: beginHistory(EMPTY),
  preview: undefined,
  level: '',
  selection: [],
  tool: 'select',
  layers: {},
  panel: 'inspect',
  solid: false,
  conflicts: [],
  readOnly: false,
}));

/** The document as it is, without what a gesture in progress would do. */
export const useDocument = (): StudioDocument => useStudio(({ history }) => history.present);

/** The document as it is shown: with the gesture in progress. For pictures and figures that follow a drag. */
export const useShownDocument = (): StudioDocument => useStudio(shownDocument);

export const shownDocument = ({ preview, history }: StudioState): StudioDocument =>
  preview ?? history.present;

/** Opens a document: its ground storey, nothing selected, nothing to undo. */
export function openDocument(document: StudioDocument): void {
  const { levels } = document.venue;
  const ground = levels.reduce<(typeof levels)[number] | undefined>(
    (a, b) => (a === undefined || Math.abs(b.ordinal) < Math.abs(a.ordinal) ? b : a),
    undefined,
  );
  useStudio.setState({
    history: beginHistory(document),
    preview: undefined,
    level: ground?.shortName ?? '',
    selection: [],
    conflicts: [],
  });
}

/**
 * Does an action as one step that can be undone; `name` is a key of `words/steps`. Actions of one `gesture` (a held arrow
 * key, a field being typed) are one step. Gives whether anything changed.
 */
export function perform(action: Action, name: string, gesture?: string): boolean {
  const { history, readOnly } = useStudio.getState();
  if (readOnly) return false;
  const next = performIn(history, action(history.present), name, gesture);
  useStudio.setState({ history: next, preview: undefined });
  return next !== history;
}

/** Shows what an action would do, until `perform` or `preview(undefined)`. */
export function preview(action: Action | undefined): void {
  const { history, readOnly } = useStudio.getState();
  useStudio.setState({ preview: action && !readOnly ? action(history.present) : undefined });
}

export const undo = (): void => rewind(undoIn);
export const redo = (): void => rewind(redoIn);

function rewind(by: (history: History<StudioDocument>) => Rewound<StudioDocument>): void {
  const { history, conflicts: open, readOnly } = useStudio.getState();
  if (readOnly) return;
  const { history: next, conflicts } = by(history);
  useStudio.setState({ history: next, preview: undefined, conflicts: [...open, ...conflicts] });
}

export function select(selection: readonly Ref[]): void {
  useStudio.setState({ selection });
}

/** Adds to the selection, or takes away what is in it already. */
export function toggleSelected(ref: Ref): void {
  const { selection } = useStudio.getState();
  const rest = selection.filter((other) => !isSameRef(other, ref));
  select(rest.length < selection.length ? rest : [...selection, ref]);
}

export const isSameRef = (a: Ref, b: Ref): boolean => a.key === b.key && a.collection === b.collection;

export const selectedBeacons = (selection: readonly Ref[]): readonly string[] =>
  selection.filter(({ collection }) => collection === 'beacons').map(({ key }) => key);

export const selectedFeatures = (selection: readonly Ref[]): readonly string[] =>
  selection.filter(({ collection }) => collection !== 'beacons').map(({ key }) => key);

/** Shows another storey; what is selected elsewhere stays selected. */
export function showLevel(level: string): void {
  useStudio.setState({ level });
}
