import type { VenuePoint } from '@daoyin/geometry';
import { createSettings, type Goal, languageOf, type MapMode } from '@daoyin/ui';
import { create } from 'zustand';

/** What this phone remembers; at first it speaks its browser's language. */
export const settings = createSettings('daoyin-phone', { language: languageOf(navigator.languages) });

/** Where this visitor is going; forgotten when the page is closed. */
export interface Trip {
  readonly goal: Goal | undefined;
  /** The ticket that decides the window. */
  readonly ticket: string | undefined;
  /** The listening session whose readings this page is given. */
  readonly session: string | undefined;
  /** Where the visitor said to be, before any signal. */
  readonly start: VenuePoint | undefined;
  readonly map: MapMode;
}

export const useTrip = create<Trip>(() => ({
  goal: undefined,
  ticket: undefined,
  session: undefined,
  start: undefined,
  map: 'solid',
}));

export const endTrip = (): void =>
  useTrip.setState({ goal: undefined, ticket: undefined, session: undefined, start: undefined });

/** What the page's address asks for: `?ticket=A032`, `?window=32`, `?feature=ID`, `?session=…`, and `#from=x,y,level`, which no server sees. */
export interface Wish {
  readonly entry: string | undefined;
  readonly feature: string | undefined;
  readonly session: string | undefined;
  readonly start: VenuePoint | undefined;
}

export function readWish(address: { readonly search: string; readonly hash: string }): Wish {
  const query = new URLSearchParams(address.search);
  const hash = new URLSearchParams(address.hash.replace(/^#/, ''));
  return {
    entry: query.get('ticket') ?? query.get('window') ?? undefined,
    feature: query.get('feature') ?? undefined,
    session: query.get('session') ?? undefined,
    start: readPlace(hash.get('from')),
  };
}

/** `12.5,40,1F` as a place; undefined for anything else. */
export function readPlace(text: string | null): VenuePoint | undefined {
  const [x, y, level] = (text ?? '').split(',');
  const [east, north] = [Number(x), Number(y)];
  if (!x || !y || !level || !Number.isFinite(east) || !Number.isFinite(north)) return undefined;
  return { x: east, y: north, level };
}
