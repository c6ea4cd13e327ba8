import type { Theme } from '@daoyin/services';
import type { Goal, Hall } from '@daoyin/ui';
import type { Labels } from '@daoyin/venue';

/** A theme menu as this visitor goes through it. */
export interface Journey {
  readonly id: string;
  readonly name: Labels;
  readonly steps: readonly JourneyLeg[];
  /** Index of the step that is gone to now; the number of steps when all are done. */
  readonly at: number;
}

export interface JourneyLeg {
  /** Unique in its journey. */
  readonly id: string;
  readonly name: Labels;
  /** Its windows that the plan has; any one of them will do. */
  readonly windows: readonly string[];
}

/** A theme menu from its first step on; undefined where the hall has none of that id, or no window of it. */
export function journeyOf(
  { services, venue }: Pick<Hall, 'services' | 'venue'>,
  id: string,
): Journey | undefined {
  const theme: Theme | undefined = services?.themes.find((one) => one.id === id);
  const present = new Set(venue.windows.map(({ number }) => number));
  const steps = (theme?.steps ?? [])
    .map(({ name, windows }, at) => ({
      id: `${id}-${at}`,
      name,
      windows: windows.filter((number) => present.has(number)),
    }))
    .filter(({ windows }) => windows.length > 0);
  return theme === undefined || steps.length === 0 ? undefined : { id, name: theme.name, steps, at: 0 };
}

/** Where the current step is done: the window that is reached soonest. Undefined when all are done. */
export function goalOfJourney({ venue }: Pick<Hall, 'venue'>, journey: Journey): Goal | undefined {
  const leg = journey.steps[journey.at];
  if (leg === undefined) return undefined;
  const wanted = new Set(leg.windows);
  const windows = venue.windows.filter(({ number }) => wanted.has(number));
  const only = windows.length === 1 ? windows[0]?.number : undefined;
  return {
    name: leg.name,
    targets: windows.map(({ number, at }) => ({ to: { window: number }, at })),
    ...(only === undefined ? {} : { window: only }),
  };
}
