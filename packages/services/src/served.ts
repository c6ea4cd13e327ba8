import type { Issue, ServiceWindow } from '@daoyin/venue';
import { parseHours } from './hours/hours';
import type { Services } from './types';

/** Whether a visitor of a kind gets to a window from the street. */
export type Reaches = (window: string, profile: 'walk' | 'step-free') => boolean;

interface Wish {
  readonly whose: string;
  readonly windows: readonly string[];
}

/**
 * Every item, and every step of an item or a theme, that leads to no window which opens and can be reached: an error on foot, a
 * warning where only the step-free way is missing. An item that a machine or a station does needs no window.
 */
export function unservedWishes(
  services: Services,
  windows: readonly Pick<ServiceWindow, 'number' | 'hours'>[],
  reaches: Reaches,
): readonly Issue[] {
  const opens = new Map(
    windows.map(({ number, hours }) => [number, doesOpen(hours ?? services.hours.regular)]),
  );
  return wishesOf(services).flatMap(({ whose, windows: wanted }) => {
    const open = wanted.filter((number) => opens.get(number) === true);
    if (open.length === 0) return [issue('never-served', `${whose}: no window of it ever opens.`, 'error')];
    if (!open.some((number) => reaches(number, 'walk')))
      return [issue('unreachable-service', `${whose}: no open window of it can be reached.`, 'error')];
    return open.some((number) => reaches(number, 'step-free'))
      ? []
      : [
          issue(
            'unreachable-step-free',
            `${whose}: no open window of it can be reached without steps.`,
            'warning',
          ),
        ];
  });
}

function wishesOf({ items, themes }: Services): Wish[] {
  const steps = (whose: string, list: readonly { readonly windows: readonly string[] }[]) =>
    list.map(({ windows }, i) => ({ whose: `${whose}, step ${i + 1}`, windows }));
  return [
    ...items.flatMap((item) => [
      ...(item.windows.length === 0 && (item.selfService || item.atStations)
        ? []
        : [{ whose: `Item ${item.id}`, windows: item.windows }]),
      ...steps(`Item ${item.id}`, item.steps),
    ]),
    ...themes.flatMap((theme) => steps(`Theme ${theme.id}`, theme.steps)),
  ];
}

/** Monday, 1 January 2018: any week tells whether hours ever open. */
const SOME_MONDAY = { year: 2018, month: 1, day: 1, hour: 0, minute: 0 };

function doesOpen(text: string): boolean {
  const hours = parseHours(text);
  return hours !== undefined && (hours.isOpen(SOME_MONDAY) || hours.nextChange(SOME_MONDAY) !== undefined);
}

const issue = (kind: string, message: string, severity: Issue['severity']): Issue => ({
  severity,
  kind,
  message,
  file: 'services.json',
});
