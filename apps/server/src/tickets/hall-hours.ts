import { type HallState, hallStates, type LocalTime, type Services } from '@daoyin/services';
import type { WallClock } from '../clock';

/** When numbers are given out and windows serve without having been opened by hand. */
export interface HallHours {
  readonly servesAt: (atMs: number) => boolean;
  /** How long until it opens, where it is closed and opens on the same day. */
  readonly opensInMs: (atMs: number) => number | undefined;
  /** Why no number is given out now; undefined where one is. */
  readonly refusalAt: (atMs: number, byAppointment: boolean) => string | undefined;
}

/** Numbers are given out from half an hour before the windows open. */
const EARLY_MS = 30 * 60_000;
const MINUTE_MS = 60_000;
const MOST_MINUTES = 100;

/** Round the clock: for a demonstration, and where a hall has no catalogue. */
export const alwaysOpen: HallHours = {
  servesAt: () => true,
  opensInMs: () => undefined,
  refusalAt: () => undefined,
};

export function hallHours(services: Pick<Services, 'hours' | 'holidays'>, clock: WallClock): HallHours {
  const stateAt = eachMinute(hallStates(services), clock);
  return {
    servesAt: (atMs) => stateAt(atMs).kind !== 'closed',
    opensInMs: (atMs) => {
      const state = stateAt(atMs);
      if (state.kind !== 'closed' || state.opens === undefined) return undefined;
      const opensMs = clock.epochMs(state.opens);
      return clock.day(opensMs) === clock.day(atMs) ? opensMs - atMs : undefined;
    },
    refusalAt: (atMs, byAppointment) => {
      const state = stateAt(atMs);
      if (state.kind === 'open' || stateAt(atMs + EARLY_MS).kind === 'open') return undefined;
      if (state.kind !== 'closed')
        return byAppointment ? undefined : 'Until closing, only those with an appointment are served.';
      return state.opens === undefined
        ? 'The hall is closed.'
        : `The hall is closed; it opens ${shown(state.opens)}.`;
    },
  };
}

/** Every answer to a visitor asks, and the answer is the same all minute long. */
function eachMinute(stateOf: (at: LocalTime) => HallState, clock: WallClock): (atMs: number) => HallState {
  const known = new Map<number, HallState>();
  return (atMs) => {
    const minute = Math.floor(atMs / MINUTE_MS);
    const state = known.get(minute) ?? stateOf(clock.local(atMs));
    if (!known.has(minute) && known.size >= MOST_MINUTES) known.clear();
    known.set(minute, state);
    return state;
  };
}

const two = (value: number) => String(value).padStart(2, '0');
const shown = ({ year, month, day, hour, minute }: LocalTime) =>
  `${year}-${two(month)}-${two(day)} at ${two(hour)}:${two(minute)}`;
