import { randomInt } from 'node:crypto';
import { type LocalTime, parseHours, type Services } from '@daoyin/services';
import { and, count, eq, gte, lt } from 'drizzle-orm';
import type { WallClock } from '../clock';
import type { Database } from '../storage/database';
import { appointments } from '../storage/schema';
import { inTransaction } from '../storage/transaction';
import type { Offer } from './offers';
import { notPossible, type Refusal, unknownService } from './refusals';
import { lockName } from './rows';

/** A time that can be booked. */
export interface Slot {
  readonly atMs: number;
  readonly free: number;
  /** Whether the hall serves by appointment only then: the hour after closing. */
  readonly extended: boolean;
}

export interface Booking {
  readonly code: string;
  readonly atMs: number;
}

export interface Appointments {
  /** The slots of a service on a day (`2026-11-24`), from now on. */
  slots(
    serviceId: string,
    day: string,
  ): Promise<{ readonly ok: true; readonly slots: readonly Slot[] } | Refusal>;
  book(serviceId: string, atMs: number): Promise<{ readonly ok: true; readonly booking: Booking } | Refusal>;
  /** Gives a slot back, as long as no number was taken with it. */
  cancel(code: string): Promise<boolean>;
}

export interface AppointmentsContext {
  readonly database: Database;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly services: Pick<Services, 'hours' | 'holidays'>;
  readonly clock: WallClock;
  readonly nowMs: () => number;
}

const SLOT_MINUTES = 15;
const SLOT_MS = SLOT_MINUTES * 60_000;
const DAYS_AHEAD = 14;
/** Letters and digits that nobody takes for one another. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 10;

/** Half of a service's windows are kept for appointments; in the extended hour all of them are. */
export function openAppointments(context: AppointmentsContext): Appointments {
  const { database, offers, clock, nowMs, services } = context;
  const regular = parseHours(services.hours.regular, services.holidays);
  const extended = parseHours(services.hours.extended, services.holidays);

  const timesOf = (day: string, windows: number): Slot[] => {
    const [year, month, date] = day.split('-').map(Number);
    if (!year || !month || !date) return [];
    return Array.from({ length: (24 * 60) / SLOT_MINUTES }, (_, i): LocalTime => {
      const minutes = i * SLOT_MINUTES;
      return { year, month, day: date, hour: Math.floor(minutes / 60), minute: minutes % 60 };
    }).flatMap((time) => {
      const late = regular?.isOpen(time) !== true;
      if (late && extended?.isOpen(time) !== true) return [];
      const free = late ? windows : Math.max(1, Math.floor(windows / 2));
      return [{ atMs: clock.epochMs(time), free, extended: late }];
    });
  };
  const bookable = (day: string, windows: number) =>
    timesOf(day, windows).filter(
      ({ atMs }) => atMs > nowMs() && atMs < nowMs() + DAYS_AHEAD * 24 * 3_600_000,
    );
  const taken = async (queries: Pick<Database, 'select'>, series: string, fromMs: number, toMs: number) =>
    queries
      .select({ atMs: appointments.slotMs, booked: count() })
      .from(appointments)
      .where(
        and(eq(appointments.series, series), gte(appointments.slotMs, fromMs), lt(appointments.slotMs, toMs)),
      )
      .groupBy(appointments.slotMs);

  return {
    async slots(serviceId, day) {
      const offer = offers.get(serviceId);
      if (offer === undefined) return unknownService(serviceId);
      const slots = bookable(day, offer.windows.length);
      if (slots.length === 0) return { ok: true, slots };
      const rows = await taken(database, offer.series, slots[0]!.atMs, slots.at(-1)!.atMs + SLOT_MS);
      const booked = new Map(rows.map(({ atMs, booked }) => [atMs, booked]));
      return {
        ok: true,
        slots: slots.map((slot) => ({
          ...slot,
          free: Math.max(0, slot.free - (booked.get(slot.atMs) ?? 0)),
        })),
      };
    },
    async book(serviceId, atMs) {
      const offer = offers.get(serviceId);
      if (offer === undefined) return unknownService(serviceId);
      const day = clock.day(atMs);
      const slot = bookable(day, offer.windows.length).find((one) => one.atMs === atMs);
      if (slot === undefined) return notPossible('There is no appointment at that time.');
      return inTransaction(database, async (queries) => {
        await lockName(queries, `slot/${offer.series}/${atMs}`);
        const [row] = await taken(queries, offer.series, atMs, atMs + 1);
        if ((row?.booked ?? 0) >= slot.free) return notPossible('That time is taken.');
        const code = newCode();
        await queries.insert(appointments).values({
          code,
          day,
          series: offer.series,
          serviceId,
          slotMs: atMs,
          createdAtMs: nowMs(),
        });
        return { ok: true, booking: { code, atMs } } as const;
      });
    },
    async cancel(code) {
      return inTransaction(database, async (queries) => {
        const [found] = await queries
          .select()
          .from(appointments)
          .where(eq(appointments.code, code))
          .for('update');
        if (found === undefined || found.ticketNumber !== null) return false;
        await queries.delete(appointments).where(eq(appointments.code, code));
        return true;
      });
    },
  };
}

const newCode = () =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
