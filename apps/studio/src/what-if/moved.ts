import type { WalkIn } from '@daoyin/routing';
import type { Beside, DayChange } from '@daoyin/services';
import type { ServiceWindow, Venue } from '@daoyin/venue';

/** A window whose place is another; undefined where it is not, or where no way leads to it. */
export interface MovedWindow {
  readonly window: string;
  /** Mean seconds on foot from the entrances. */
  readonly way: Beside<number | undefined>;
  /** How many are called to it that day. A window that nobody is called to changes nobody's walk. */
  readonly called: Beside<number>;
}

/** The numbers of windows that stand elsewhere, are new or are gone. */
export function windowsMoved(before: Venue, after: Venue): readonly string[] {
  const [old, fresh] = [placesOf(before), placesOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (number) => old.get(number) !== fresh.get(number),
  );
}

/** What becomes of them, whether or not the day has anybody there. */
export function movedWindows(
  windows: readonly string[],
  walks: Beside<readonly WalkIn[]>,
  { windows: changes }: DayChange,
): readonly MovedWindow[] {
  return windows.map((window) => {
    const walk = changes.find((change) => change.window === window)?.walk;
    return {
      window,
      way: { before: meanWay(walks.before, window), after: meanWay(walks.after, window) },
      called: { before: walk?.before.count ?? 0, after: walk?.after.count ?? 0 },
    };
  });
}

const placesOf = ({ windows }: Venue): ReadonlyMap<string, string> =>
  new Map(windows.map(({ number, at }) => [number, placeOf(at)]));

/** To a centimetre: a plan that went through a file is the same plan. */
const placeOf = ({ x, y, level }: ServiceWindow['at']): string => `${x.toFixed(2)} ${y.toFixed(2)} ${level}`;

function meanWay(walks: readonly WalkIn[], window: string): number | undefined {
  const seconds = walks.flatMap((walk) =>
    walk.window === window && walk.profile === 'walk' && walk.seconds !== undefined ? [walk.seconds] : [],
  );
  return seconds.length === 0 ? undefined : seconds.reduce((sum, one) => sum + one, 0) / seconds.length;
}
