import { createSettings, defaultSettings, type EntryProblem, type Goal, type MapMode } from '@daoyin/ui';
import { create } from 'zustand';

/** What this kiosk remembers: its place, and until it is reset the wishes of the visitor in front of it. */
export const settings = createSettings('daoyin-kiosk');

export type Tab = 'number' | 'search' | 'departments' | 'themes' | 'facilities' | 'ticket';

/** What the visitor in front of the kiosk is doing. */
export interface Visit {
  readonly tab: Tab;
  readonly typed: string;
  readonly query: string;
  readonly problem: EntryProblem | undefined;
  readonly goal: Goal | undefined;
  readonly ticket: string | undefined;
  /** The ticket was taken here just now. */
  readonly taken: boolean;
  readonly map: MapMode;
}

const blank: Visit = {
  tab: 'number',
  typed: '',
  query: '',
  problem: undefined,
  goal: undefined,
  ticket: undefined,
  taken: false,
  map: 'solid',
};

export const useVisit = create<Visit>(() => blank);

/** Back to the choice; what was typed stays. */
export const backToChoice = (): void =>
  useVisit.setState({ goal: undefined, ticket: undefined, taken: false, problem: undefined });

/** As if nobody had been here: nothing typed, nothing chosen, the display as it was; only the kiosk's own place stays. */
export function forgetVisitor(): void {
  const { place } = settings.store.getState();
  useVisit.setState(blank);
  settings.store.setState({ ...defaultSettings, ...(place === undefined ? {} : { place }) });
}
