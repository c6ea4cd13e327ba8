import type { DraftView, PeerReport, PeerView, StepView, StudioEvent } from '@daoyin/protocol';
import { type ApiResult, may, request, send, statusOf } from '@daoyin/ui';
import { applyPatch, diffDocuments, type Patch, patchBetween, receive } from '@daoyin/venue';
import { create } from 'zustand';
import { keepUnsent, withUnsent } from './pending';
import { currentSession } from './session';
import { openDocument, type StudioDocument, useStudio } from './studio';

export interface SyncState {
  /** `refused`: the server will not take this edit; `notice` says why. */
  readonly status: 'opening' | 'saved' | 'saving' | 'offline' | 'refused';
  readonly notice: string;
  readonly revision: number;
  readonly peers: readonly PeerView[];
  readonly live: DraftView['live'] | undefined;
}

export const useSync = create<SyncState>()(() => ({
  status: 'opening',
  notice: '',
  revision: 0,
  peers: [],
  live: undefined,
}));

/** How long the hand must rest before an edit is sent, and how long until a server that is away is asked again. */
const CALM_MS = 500;
const RETRY_MS = 2500;
const REPORT_MS = 250;

/** What was sent and not answered: sent again under the same name, it is taken once. */
interface Outgoing {
  readonly messageId: string;
  readonly base: number;
  readonly patch: Patch;
  readonly document: StudioDocument;
}

/** The document that the server has at `revision`; what the page has beyond it is to be sent. */
let base: StudioDocument | undefined;
let outgoing: Outgoing | undefined;
let isBusy = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A draft with what is live has megabytes: on a hall's slow Wi-Fi it takes longer than other answers may. */
const OPENING_MS = 90_000;

/** Opens the draft of the server; false where it cannot be had now. */
export async function openDraft(): Promise<boolean> {
  const answer = await request<DraftView>('/api/studio/draft', undefined, {
    signal: AbortSignal.timeout(OPENING_MS),
  });
  if (!answer.ok) return false;
  const { document, revision, live } = answer.value;
  base = document;
  outgoing = undefined;
  const { document: present, conflicts } = withUnsent(document);
  openDocument(document);
  if (present !== document) {
    const history = useStudio.getState().history;
    useStudio.setState({ history: { ...history, present }, conflicts });
  }
  const session = currentSession();
  useStudio.setState({ readOnly: session === undefined || !may(session, 'editor') });
  useSync.setState({ status: 'saved', revision, live });
  flush(0);
  return true;
}

/** Follows the page's edits and the server's news until it is stopped. */
export function startSync(): () => void {
  const stop = useStudio.subscribe((now, before) => {
    if (now.history.present !== before.history.present) flush(CALM_MS);
  });
  const events = openEvents();
  const leaving = (event: BeforeUnloadEvent) => {
    if (isPending() && useSync.getState().status !== 'saved') event.preventDefault();
  };
  const online = () => flush(0);
  addEventListener('beforeunload', leaving);
  addEventListener('online', online);
  return () => {
    stop();
    events.close();
    clearTimeout(timer);
    removeEventListener('beforeunload', leaving);
    removeEventListener('online', online);
  };
}

const isPending = () => base !== undefined && useStudio.getState().history.present !== base;

function flush(afterMs: number): void {
  if (useStudio.getState().readOnly || base === undefined) return;
  keepUnsent(isPending() ? { base, present: useStudio.getState().history.present } : undefined);
  if (isPending() && useSync.getState().status === 'saved') useSync.setState({ status: 'saving' });
  clearTimeout(timer);
  timer = setTimeout(() => void work(), afterMs);
}

/** Sends what there is to send, one patch at a time. */
async function work(): Promise<void> {
  if (isBusy || base === undefined) return;
  isBusy = true;
  try {
    const again = await sendOnce(base);
    if (again !== undefined) flush(again);
  } finally {
    isBusy = false;
  }
}

/** Gives in how many milliseconds to go on; undefined where there is nothing left. */
async function sendOnce(from: StudioDocument): Promise<number | undefined> {
  const { present } = useStudio.getState().history;
  outgoing ??= outgoingOf(from, present);
  if (outgoing === undefined) {
    if (present !== from) base = present;
    keepUnsent(undefined);
    useSync.setState({ status: 'saved', notice: '' });
    return undefined;
  }
  useSync.setState({ status: 'saving' });
  const { messageId, base: revision, patch, document } = outgoing;
  const answer = await post({ messageId, base: revision, patch });
  if (answer.ok) {
    outgoing = undefined;
    base = document;
    useSync.setState({ revision: answer.value.revision });
    return 0;
  }
  const status = statusOf(answer.error);
  if (status === 409) {
    outgoing = undefined;
    return (await pull()) ? 0 : RETRY_MS;
  }
  if (status === 422 || status === 403 || status === 401) {
    outgoing = undefined;
    const notice = answer.error.kind === 'refused' ? answer.error.detail : '';
    useSync.setState({ status: 'refused', notice });
    return undefined;
  }
  useSync.setState({ status: 'offline' });
  return RETRY_MS;
}

function outgoingOf(from: StudioDocument, present: StudioDocument): Outgoing | undefined {
  const patch = patchBetween(from, present);
  if (patch.length === 0) return undefined;
  return { messageId: crypto.randomUUID(), base: useSync.getState().revision, patch, document: present };
}

const post = (body: object): Promise<ApiResult<{ readonly revision: number }>> =>
  send(currentSession(), 'POST', '/api/studio/draft/steps', body);

/** Takes in what others have done since; false where the server is away. */
async function pull(): Promise<boolean> {
  const { revision } = useSync.getState();
  const answer = await request<readonly StepView[]>(`/api/studio/draft/steps?after=${revision}`);
  if (!answer.ok || base === undefined) return false;
  if (answer.value.length === 0) return true;
  const theirs = answer.value.reduce((document, { patch }) => applyPatch(document, patch), base);
  const { history, conflicts: open } = useStudio.getState();
  const { history: next, conflicts } = receive(history, base, theirs);
  base = theirs;
  useSync.setState({ revision: answer.value.at(-1)!.revision });
  useStudio.setState({ history: next, conflicts: [...open, ...conflicts] });
  return true;
}

/** The server says that the draft has come to a revision: perhaps by this page. */
async function follow(revision: number): Promise<void> {
  if (isBusy) return flush(CALM_MS);
  if (revision <= useSync.getState().revision) return;
  isBusy = true;
  const taken = await pull().finally(() => {
    isBusy = false;
  });
  flush(taken ? 0 : RETRY_MS);
}

/** What differs between the draft on this page and what is live. */
export function changesToLive(): ReturnType<typeof diffDocuments> {
  const { live } = useSync.getState();
  return live ? diffDocuments(live.document, useStudio.getState().history.present) : [];
}

function openEvents(): { readonly close: () => void } {
  let socket: WebSocket | undefined;
  let isClosed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let report: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    const url = new URL('/api/studio/events', location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(url);
    socket.onmessage = ({ data }) => handle(JSON.parse(String(data)) as StudioEvent);
    socket.onopen = () => say();
    socket.onclose = () => {
      useSync.setState({ peers: [] });
      if (!isClosed) retry = setTimeout(connect, RETRY_MS);
    };
  };
  const say = () => {
    const { level, selection } = useStudio.getState();
    const keys = selection.slice(0, 20).map(({ collection, key }) => `${collection}/${key}`);
    const told: PeerReport = { level, selection: keys };
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(told));
  };
  const stop = useStudio.subscribe((now, before) => {
    if (now.selection === before.selection && now.level === before.level) return;
    clearTimeout(report);
    report = setTimeout(say, REPORT_MS);
  });
  connect();
  return {
    close: () => {
      isClosed = true;
      stop();
      clearTimeout(retry);
      clearTimeout(report);
      socket?.close();
    },
  };
}

function handle(event: StudioEvent): void {
  const { peers } = useSync.getState();
  const others = (id: string) => peers.filter((peer) => peer.id !== id);
  switch (event.type) {
    case 'hello':
      me = event.you;
      useSync.setState({ peers: event.peers });
      return void follow(event.revision);
    case 'draft':
      return void follow(event.revision);
    case 'peer':
      if (event.peer.id !== me) useSync.setState({ peers: [...others(event.peer.id), event.peer] });
      return;
    case 'peer-left':
      useSync.setState({ peers: others(event.id) });
      return;
    case 'published':
      return void refreshLive();
  }
}

let me = '';

/** What is live has changed: the review compares with it. */
async function refreshLive(): Promise<void> {
  const answer = await request<DraftView>('/api/studio/draft');
  if (answer.ok) useSync.setState({ live: answer.value.live });
}
