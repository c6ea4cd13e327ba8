import type { Random } from '@daoyin/geometry';

/** When one window serves, in seconds since midnight. */
export interface PlannedShift {
  readonly window: string;
  readonly from: number;
  readonly to: number;
}

const HOUR = 3600;
const SESSIONS = [
  [9 * HOUR, 12 * HOUR],
  [14 * HOUR, 17 * HOUR],
] as const;
/** How busy the windows are that a team opens for the numbers it expects, and what passes between two visitors. */
const WANTED_LOAD = 0.86;
const CHANGE_SECONDS = 70;

/** As many windows as the expected numbers need, each session; a busy team opens one more for the rush. */
export function shiftsOf(
  windows: readonly string[],
  expected: number,
  seconds: number,
  random: Random,
): PlannedShift[] {
  const busy = (expected * (seconds + CHANGE_SECONDS)) / (6 * HOUR);
  const regular = windowsFor(busy, windows.length);
  return SESSIONS.flatMap(([from, to], session) => {
    const open = windows.slice(0, regular).map((window) => ({ window, from, to }));
    const extra = windows[regular];
    if (extra === undefined || busy < 1 || random() < 0.5) return open;
    const start = from + HOUR * (session === 0 ? 1 : 0.5);
    return [...open, { window: extra, from: start, to: start + 1.5 * HOUR }];
  });
}

/** Where two groups of items share a window, its longest shift of the session counts. */
export function mergedShifts(shifts: readonly PlannedShift[]): PlannedShift[] {
  const merged = new Map<string, PlannedShift>();
  for (const shift of shifts) {
    const key = `${shift.window} ${shift.from < 13 * HOUR}`;
    const known = merged.get(key);
    merged.set(
      key,
      known ? { ...known, from: Math.min(known.from, shift.from), to: Math.max(known.to, shift.to) } : shift,
    );
  }
  return [...merged.values()];
}

/** The hour after closing: as many of the windows as the appointments need. */
export function extendedShifts(
  windows: readonly string[],
  appointments: number,
  seconds: number,
): PlannedShift[] {
  const needed = windowsFor((appointments * (seconds + CHANGE_SECONDS)) / HOUR, windows.length);
  return windows.slice(0, needed).map((window) => ({ window, from: 17 * HOUR, to: 18 * HOUR }));
}

const windowsFor = (busy: number, most: number): number =>
  Math.min(most, Math.max(1, Math.ceil(busy / WANTED_LOAD)));
