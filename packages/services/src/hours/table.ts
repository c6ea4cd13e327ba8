import type { Hours } from '@daoyin/venue';
import type { Holiday } from '../types';
import { minutesOf, timeAt } from './local-time';
import { workedDayAt, workedDays, workedEdges } from './working-days';

/** Minutes, the end not among them. */
export type Span = readonly [opens: number, shuts: number];

/** Opening hours that somebody has read, as data: what is asked of them needs no reader any more. */
export type HoursTable =
  | { readonly kind: 'always' }
  /** Every week alike; minutes since Monday 00:00, in order. */
  | { readonly kind: 'week'; readonly open: readonly Span[] }
  /** Minutes on the wall clock since 1970, in order; what is from `until` on, nobody knows: it counts as open. */
  | { readonly kind: 'dated'; readonly open: readonly Span[]; readonly until: number };

/** What a hall's pages need to know what is open: its zone, and its hours by their text in opening_hours syntax. */
export interface HallClock {
  readonly timeZone: string;
  readonly tables: Readonly<Record<string, HoursTable>>;
}

const [DAY, WEEK] = [1440, 10_080];
/** A Monday, in minutes since 1970. */
const MONDAY = 4 * DAY;
/** Further ahead nobody asks. */
const HORIZON = 366 * DAY;

/** Hours to be asked, of a table. On holidays nothing is open but what is always open. */
export function hoursOf(table: HoursTable, holidays: readonly Holiday[] = []): Hours {
  if (table.kind === 'always') return { isOpen: () => true, nextChange: () => undefined };
  const days = holidays.map(({ from, to }): Span => [midnight(from), midnight(to) + DAY]);
  const worked = workedDays(holidays);
  const listed = (t: number) => holds(table.open, table.kind === 'week' ? weekly(t) : t);
  const isOpenAt = (t: number) => {
    if (table.kind === 'dated' && t >= table.until) return true;
    const instead = workedDayAt(worked, t);
    return instead ? listed(t + instead.toMonday) : !holds(days, t) && listed(t);
  };
  const dayEdges = [...days.flat(), ...workedEdges(worked, (from, to) => edgesIn(table, from, to))];
  const edgeAfter = (t: number) => Math.min(nextOf(dayEdges, t), nextListed(table, t));
  return {
    isOpen: (at) => isOpenAt(minutesOf(at)),
    nextChange: (at) => {
      const now = minutesOf(at);
      const before = isOpenAt(now);
      for (let t = edgeAfter(now); t < now + HORIZON; t = edgeAfter(t)) {
        if (isOpenAt(t) !== before) return timeAt(t);
      }
      return undefined;
    },
  };
}

/** Reads hours by their text, of those that a hall's clock knows; undefined for others. */
export function readerOf(
  { tables }: HallClock,
  holidays: readonly Holiday[],
): (text: string) => Hours | undefined {
  return (text) => {
    const table = Object.hasOwn(tables, text) ? tables[text] : undefined;
    return table && hoursOf(table, holidays);
  };
}

const midnight = (day: string): number => Date.parse(`${day}T00:00Z`) / 60_000;

const weekly = (t: number): number => (((t - MONDAY) % WEEK) + WEEK) % WEEK;

const holds = (spans: readonly Span[], t: number): boolean =>
  spans.some(([opens, shuts]) => opens <= t && t < shuts);

/** The first of some moments after `t`; Infinity without one. */
function nextOf(edges: readonly number[], t: number): number {
  return edges.reduce((first, edge) => (edge > t && edge < first ? edge : first), Infinity);
}

type Listed = Exclude<HoursTable, { kind: 'always' }>;

function nextListed(table: Listed, t: number): number {
  if (table.kind === 'dated')
    return t < table.until ? Math.min(nextOf(table.open.flat(), t), table.until) : Infinity;
  if (table.open.length === 0) return Infinity;
  const week = t - weekly(t);
  const edge = nextOf(table.open.flat(), weekly(t));
  return week + (edge < Infinity ? edge : WEEK + Math.min(...table.open.flat()));
}

function edgesIn(table: Listed, from: number, to: number): readonly number[] {
  const edges: number[] = [];
  for (let t = nextListed(table, from); t < to; t = nextListed(table, t)) edges.push(t);
  return edges;
}
