import type { TicketEvent, TicketPriority, TicketState } from '@daoyin/services';
import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

const milliseconds = (name: string) => bigint(name, { mode: 'number' });

/** One row a ticket, as its events leave it; the primary key makes a number unique on its day. */
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
    priority: text('priority').$type<TicketPriority>().notNull(),
    appointmentMs: milliseconds('appointment_ms'),
    queuedAtMs: milliseconds('queued_at_ms').notNull(),
    /** When it counts as taken (`placeMs` of @daoyin/services), for the index that the next call walks along. */
    placeMs: milliseconds('place_ms').notNull(),
    calls: integer('calls').notNull(),
    rating: integer('rating'),
    takenAtMs: milliseconds('taken_at_ms').notNull(),
    calledAtMs: milliseconds('called_at_ms'),
    servedAtMs: milliseconds('served_at_ms'),
    finishedAtMs: milliseconds('finished_at_ms'),
    updatedAtMs: milliseconds('updated_at_ms').notNull(),
    /** What the holder shows to cancel or rate; null for tickets of another system. */
    holderToken: text('holder_token'),
    /** The client's Idempotency-Key: asked again, it gets this ticket again. */
    requestKey: text('request_key'),
  },
  (table) => [primaryKey({ columns: [table.day, table.number] })],
);

/** Every event of every ticket, the history and the inbox in one: a message that comes again is already there. */
export const ticketEvents = pgTable(
  'ticket_events',
  {
    source: text('source').notNull(),
    messageId: text('message_id').notNull(),
    day: text('day').notNull(),
    number: text('number').notNull(),
    atMs: milliseconds('at_ms').notNull(),
    receivedAtMs: milliseconds('received_at_ms').notNull(),
    actor: text('actor').notNull(),
    event: jsonb('event').$type<TicketEvent>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.messageId] })],
);

/** The last number given out in each series, each day. */
export const series = pgTable(
  'series',
  { day: text('day').notNull(), letter: text('letter').notNull(), last: integer('last').notNull() },
  (table) => [primaryKey({ columns: [table.day, table.letter] })],
);

/** Windows that were opened or closed by hand; one without a row keeps the hall's hours. */
export const counters = pgTable(
  'counters',
  {
    day: text('day').notNull(),
    number: text('number').notNull(),
    open: boolean('open').notNull(),
    updatedAtMs: milliseconds('updated_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.number] })],
);

export const appointments = pgTable('appointments', {
  code: text('code').primaryKey(),
  day: text('day').notNull(),
  series: text('series').notNull(),
  serviceId: text('service_id').notNull(),
  slotMs: milliseconds('slot_ms').notNull(),
  createdAtMs: milliseconds('created_at_ms').notNull(),
  ticketNumber: text('ticket_number'),
});
