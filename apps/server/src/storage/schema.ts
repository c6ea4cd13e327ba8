import type { TicketEvent, TicketPriority, TicketState } from '@daoyin/services';
import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { whole } from './columns';

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
    appointmentMs: whole('appointment_ms'),
    queuedAtMs: whole('queued_at_ms').notNull(),
    /** When it counts as taken (`placeMs` of @daoyin/services), for the index that the next call walks along. */
    placeMs: whole('place_ms').notNull(),
    calls: integer('calls').notNull(),
    rating: integer('rating'),
    takenAtMs: whole('taken_at_ms').notNull(),
    calledAtMs: whole('called_at_ms'),
    servedAtMs: whole('served_at_ms'),
    finishedAtMs: whole('finished_at_ms'),
    updatedAtMs: whole('updated_at_ms').notNull(),
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
    atMs: whole('at_ms').notNull(),
    receivedAtMs: whole('received_at_ms').notNull(),
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
    updatedAtMs: whole('updated_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.number] })],
);

export const appointments = pgTable('appointments', {
  code: text('code').primaryKey(),
  day: text('day').notNull(),
  series: text('series').notNull(),
  serviceId: text('service_id').notNull(),
  slotMs: whole('slot_ms').notNull(),
  createdAtMs: whole('created_at_ms').notNull(),
  ticketNumber: text('ticket_number'),
});
