import type { TicketState } from '@daoyin/services';
import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

const milliseconds = (name: string) => bigint(name, { mode: 'number' });

/** One row a ticket; the primary key makes a number unique on its day. */
export const tickets = pgTable(
  'tickets',
  {
    day: text('day').notNull(),
    number: text('number').notNull(),
    series: text('series').notNull(),
    ordinal: integer('ordinal').notNull(),
    serviceId: text('service_id').notNull(),
    state: text('state').$type<TicketState>().notNull(),
    window: text('window_number'),
    takenAtMs: milliseconds('taken_at_ms').notNull(),
    calledAtMs: milliseconds('called_at_ms'),
    servedAtMs: milliseconds('served_at_ms'),
    finishedAtMs: milliseconds('finished_at_ms'),
    updatedAtMs: milliseconds('updated_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.number] })],
);

/** The last number given out in each series, each day. */
export const series = pgTable(
  'series',
  { day: text('day').notNull(), letter: text('letter').notNull(), last: integer('last').notNull() },
  (table) => [primaryKey({ columns: [table.day, table.letter] })],
);

/** What the receivers last heard of each beacon; never of a visitor. */
export const beaconHealth = pgTable('beacon_health', {
  beaconId: text('beacon_id').primaryKey(),
  lastHeardMs: milliseconds('last_heard_ms').notNull(),
  rssiDbm: integer('rssi_dbm').notNull(),
  receiver: text('receiver').notNull(),
  heard: bigint('heard', { mode: 'number' }).notNull(),
});
