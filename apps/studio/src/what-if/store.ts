import type { Ticket } from '@daoyin/services';
import { closedAt, type FeatureId, type LocalTime } from '@daoyin/venue';
import { create } from 'zustand';
import { invalidatePlan } from '../canvas/plan';
import { type StudioDocument, useStudio } from '../store/studio';
import { changesToLive, useSync } from '../store/sync';
import type { Building, WhatIfReport, WhatIfRequest, WhatIfResult } from './messages';
import { shutInTrial } from './trial';

export type Source = 'yesterday' | 'simulated';

export interface WhatIfState {
  readonly source: Source;
  /** The day that is replayed, as `2026-03-03`. */
  readonly day: string;
  /** What is shut in the trial and not in the document, and what is opened that the document shuts. */
  readonly closed: readonly FeatureId[];
  readonly opened: readonly FeatureId[];
  readonly state: 'idle' | 'running' | 'done' | 'no-day' | 'no-entrance' | 'refused' | 'failed';
  readonly progress: { readonly done: number; readonly of: number };
  readonly result: WhatIfResult | undefined;
}

const NUMBERS = 2400;
const MIDDAY = { hour: 12, minute: 0 };

export const useWhatIf = create<WhatIfState>()(() => ({
  source: 'yesterday',
  day: dayBefore(new Date()),
  closed: [],
  opened: [],
  state: 'idle',
  progress: { done: 0, of: 1 },
  result: undefined,
}));

let worker: Worker | undefined;

/** What is compared with: what is live, or the document as it was opened. */
const opening = (): StudioDocument => {
  const { history } = useStudio.getState();
  return useSync.getState().live?.document ?? history.past[0]?.before ?? history.present;
};

/** Whether the document differs from what is live in what visitors walk by. */
export const isPlanEdited = (): boolean =>
  changesToLive().some(({ collection }) => collection !== 'beacons' && !collection.startsWith('catalogue'));

/** What the draft's closures shut in the trial. */
export function shutNow(): readonly FeatureId[] {
  const at = middayOf(useWhatIf.getState().day);
  return shutInTrial(useStudio.getState().history.present.closures, opening().closures, at);
}

export function toggle(list: 'closed' | 'opened', id: FeatureId): void {
  const known = useWhatIf.getState()[list];
  const next = known.includes(id) ? known.filter((other) => other !== id) : [...known, id];
  useWhatIf.setState({ [list]: next, state: 'idle', result: undefined });
}

/** Fetches the day and replays it twice in a worker. */
export async function run(): Promise<void> {
  cancel();
  const { source, day, closed, opened } = useWhatIf.getState();
  const { catalogue, venue } = useStudio.getState().history.present;
  if (!catalogue) return;
  useWhatIf.setState({ state: 'running', progress: { done: 0, of: 1 }, result: undefined });
  const tickets = source === 'yesterday' ? await ticketsOf(day) : undefined;
  if (typeof tickets === 'string') return useWhatIf.setState({ state: tickets });
  const at = middayOf(day);
  const before = buildingAt(opening(), at);
  const shut = shutNow().filter((id) => !opened.includes(id));
  const after = { venue, closed: [...shut, ...closed] };
  ask({ before, after, services: catalogue, tickets, numbers: NUMBERS });
}

export function cancel(): void {
  worker?.terminate();
  worker = undefined;
  useWhatIf.setState({ state: 'idle' });
}

function ask(request: WhatIfRequest): void {
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<WhatIfReport>) => {
    if (data.type === 'progress') useWhatIf.setState({ progress: data });
    else if (data.type === 'no-entrance') useWhatIf.setState({ state: 'no-entrance' });
    else useWhatIf.setState({ state: 'done', result: data.result });
    invalidatePlan();
  });
  worker.addEventListener('error', () => useWhatIf.setState({ state: 'failed' }));
  worker.postMessage(request);
}

function buildingAt({ venue, closures }: StudioDocument, at: LocalTime): Building {
  return { venue, closed: [...closedAt(closures, at)] };
}

async function ticketsOf(day: string): Promise<readonly Ticket[] | 'no-day' | 'refused' | 'failed'> {
  try {
    const response = await fetch(`/api/days/${day}/tickets`);
    if (response.status === 401 || response.status === 403) return 'refused';
    if (!response.ok) return 'failed';
    const tickets = (await response.json()) as readonly Ticket[];
    return tickets.length === 0 ? 'no-day' : tickets;
  } catch {
    return 'failed';
  }
}

function middayOf(day: string): LocalTime {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year!, month: month!, day: date!, ...MIDDAY };
}

function dayBefore(today: Date): string {
  const { year, month, day } = { year: today.getFullYear(), month: today.getMonth(), day: today.getDate() };
  return new Date(Date.UTC(year, month, day - 1)).toISOString().slice(0, 10);
}
