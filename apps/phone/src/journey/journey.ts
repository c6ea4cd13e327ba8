import type { Theme } from '@daoyin/services';
import type { Goal, Hall, Stop, StopsPlan } from '@daoyin/ui';
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
  /** The steps that it needs, by their ids. */
  readonly after: readonly string[];
  /** Where the order was planned: the window and the reason. */
  readonly planned?: { readonly window: string; readonly why: Labels };
}

/** A theme menu from its first step on; undefined where the hall has none of that id, or no window of it. */
export function journeyOf(
  { services, venue }: Pick<Hall, 'services' | 'venue'>,
  id: string,
): Journey | undefined {
  const theme: Theme | undefined = services?.themes.find((one) => one.id === id);
  const present = new Set(venue.windows.map(({ number }) => number));
  const all = (theme?.steps ?? []).map(({ name, windows, after }, at) => ({
    id: `${id}-${at}`,
    name,
    windows: windows.filter((number) => present.has(number)),
    needs: after ?? (at > 0 ? [at - 1] : []),
  }));
  const isThere = ({ windows }: { readonly windows: readonly string[] }) => windows.length > 0;
  /** What a step needs that is not there, it needs through that. */
  const through = (at: number): string[] =>
    isThere(all[at]!) ? [all[at]!.id] : all[at]!.needs.flatMap(through);
  const steps = all
    .filter(isThere)
    .map(({ needs, ...step }) => ({ ...step, after: [...new Set(needs.flatMap(through))] }));
  return theme === undefined || steps.length === 0 ? undefined : { id, name: theme.name, steps, at: 0 };
}

/** Where the current step is done: the window that is reached soonest. Undefined when all are done. */
export function goalOfJourney({ venue }: Pick<Hall, 'venue'>, journey: Journey): Goal | undefined {
  const leg = journey.steps[journey.at];
  if (leg === undefined) return undefined;
  const wanted = new Set(leg.planned === undefined ? leg.windows : [leg.planned.window]);
  const windows = venue.windows.filter(({ number }) => wanted.has(number));
  const only = windows.length === 1 ? windows[0]?.number : undefined;
  return {
    name: leg.name,
    targets: windows.map(({ number, at }) => ({ to: { window: number }, at })),
    ...(only === undefined ? {} : { window: only }),
  };
}

/** What is left to be done, for the planner: what is done needs nobody to wait for it. */
export function stopsLeft({ steps, at }: Journey): readonly Stop[] {
  const left = new Set(steps.slice(at).map(({ id }) => id));
  return steps.slice(at).map(({ id, name, windows, after }) => ({
    id,
    name,
    windows,
    after: after.filter((other) => left.has(other)),
  }));
}

/** The journey with what is left in the planned order, each step at its planned window; as it was where there is no plan. */
export function inPlannedOrder(journey: Journey, plan: StopsPlan): Journey {
  if (!plan.ok) return journey;
  const { steps, at } = journey;
  const left = plan.steps.flatMap(({ stop, place, text }) => {
    const step = steps.find(({ id }) => id === stop);
    return step === undefined ? [] : [{ ...step, planned: { window: place, why: text } }];
  });
  return left.length === steps.length - at
    ? { ...journey, steps: [...steps.slice(0, at), ...left] }
    : journey;
}
