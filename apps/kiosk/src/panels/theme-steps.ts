import { type Goal, type Hall, rangesOf } from '@daoyin/ui';
import { compareWindowNumbers, type Labels } from '@daoyin/venue';

/** A step of a theme menu as something to be led to: the quickest to reach of its windows. */
export interface ThemeStep {
  readonly goal: Goal;
  readonly windows: readonly string[];
  /** `39–50 号窗口`. */
  readonly ranges: Labels;
  readonly levels: readonly string[];
}

/** The steps of a theme that have windows in this plan, in their order. */
export function themeSteps({ services, venue }: Pick<Hall, 'services' | 'venue'>, id: string): ThemeStep[] {
  const theme = services?.themes.find((one) => one.id === id);
  const byNumber = new Map(venue.windows.map((window) => [window.number, window]));
  return (theme?.steps ?? []).flatMap(({ name, windows: numbers }) => {
    const windows = numbers.flatMap((number) => byNumber.get(number) ?? []);
    if (windows.length === 0) return [];
    const sorted = windows.map(({ number }) => number).toSorted(compareWindowNumbers);
    const targets = windows.map(({ number, at }) => ({ to: { window: number }, at }));
    return [
      {
        goal: { name, targets },
        windows: sorted,
        ranges: rangesOf(sorted),
        levels: [...new Set(windows.map(({ at }) => at.level))],
      },
    ];
  });
}
