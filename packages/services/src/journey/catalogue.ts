import type { Hours, Labels } from '@daoyin/venue';
import type { ServiceItem, ServiceStep } from '../types';
import type { JourneyPlace, JourneyStop, WaitSpan } from './types';

/** Seconds that a step at a window takes where nobody knows better. */
const TYPICAL_SERVICE = 420;

export interface StepOptions {
  /** When a window serves, and its queue as it is expected. */
  readonly hoursOf?: (window: string) => Hours | undefined;
  readonly waitsOf?: (window: string) => readonly WaitSpan[] | undefined;
  /** Seconds that a step takes once called. */
  readonly service?: number;
}

/**
 * The stops of a theme menu's steps, or of `itemSteps`: each at any of its windows. A step follows the one before it in the list
 * unless it says itself which it needs (`after`). Two steps in a row at the same windows, such as filing and licence, stay two.
 */
export function stopsOf(
  steps: readonly ServiceStep[],
  { hoursOf, waitsOf, service = TYPICAL_SERVICE }: StepOptions = {},
): JourneyStop[] {
  const placeOf = (window: string): JourneyPlace => {
    const [hours, waits] = [hoursOf?.(window), waitsOf?.(window)];
    return { key: window, name: windowName(window), ...(hours && { hours }), ...(waits && { waits }) };
  };
  return steps.map(({ name, windows, after }, i) => ({
    id: String(i + 1),
    name,
    places: windows.map(placeOf),
    after: (after ?? (i > 0 ? [i - 1] : [])).map((index) => String(index + 1)),
    service,
  }));
}

/** A service item as steps: its own windows first, then those of its further steps. */
export function itemSteps({ name, windows, steps }: ServiceItem): ServiceStep[] {
  return [...(windows.length > 0 ? [{ name, windows }] : []), ...steps];
}

function windowName(window: string): Labels {
  return { zh: `${window}号窗口`, en: `Window ${window}` };
}
