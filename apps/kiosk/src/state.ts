import {
  createSettings,
  type EntryProblem,
  type Goal,
  type MapMode,
  type Settings,
  walkerOf,
} from '@daoyin/ui';
import { create } from 'zustand';
import { restingSettings } from './machine/machine';
import type { KioskKey } from './words';

/** What this kiosk remembers: its place, and until it is reset the wishes of the visitor in front of it. */
export const settings = createSettings('daoyin-kiosk', restingSettings());

export type Tab = 'number' | 'search' | 'departments' | 'themes' | 'facilities' | 'ticket';

/** What is wrong with what was scanned. */
export interface ScanProblem {
  readonly key: KioskKey;
  readonly values?: Readonly<Record<string, string>>;
}

/** What the visitor in front of the kiosk is doing. */
export interface Visit {
  readonly tab: Tab;
  readonly typed: string;
  readonly query: string;
  /** The theme menu that is open. */
  readonly theme: string | undefined;
  /** The department whose items are shown to take a number for. */
  readonly department: string | undefined;
  readonly problem: EntryProblem | undefined;
  readonly scanProblem: ScanProblem | undefined;
  readonly goal: Goal | undefined;
  readonly ticket: string | undefined;
  /** The ticket was taken here just now. */
  readonly taken: boolean;
  /** What makes a phone the holder of the ticket that was taken here. */
  readonly holder: string | undefined;
  readonly map: MapMode;
}

const blank: Visit = {
  tab: 'number',
  typed: '',
  query: '',
  theme: undefined,
  department: undefined,
  problem: undefined,
  scanProblem: undefined,
  goal: undefined,
  ticket: undefined,
  taken: false,
  holder: undefined,
  map: 'solid',
};

export const useVisit = create<Visit>(() => blank);

/** Back to the choice; what was typed stays. */
export const backToChoice = (): void =>
  useVisit.setState({
    goal: undefined,
    ticket: undefined,
    taken: false,
    holder: undefined,
    problem: undefined,
    scanProblem: undefined,
  });

/** As if nobody had been here: nothing typed, nothing chosen, the display as it was; only the kiosk's own place stays. */
export function forgetVisitor(): void {
  const { place } = settings.store.getState();
  useVisit.setState(blank);
  settings.store.setState({ ...restingSettings(), ...(place === undefined ? {} : { place }) });
}

/** Nothing typed, nothing chosen, nothing set: there is nothing to clear. */
export function isBlank(): boolean {
  const visit = useVisit.getState();
  const untouched = (Object.keys(blank) as (keyof Visit)[]).every((key) => visit[key] === blank[key]);
  return untouched && isAtRest(settings.store.getState());
}

function isAtRest(wishes: Settings): boolean {
  const rest = restingSettings();
  const { largeText, hugeText, theme, lowReach, language } = wishes;
  return (
    !largeText &&
    !hugeText &&
    !lowReach &&
    theme === rest.theme &&
    language === rest.language &&
    walkerOf(wishes) === walkerOf(rest)
  );
}
