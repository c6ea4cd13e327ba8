import { among, type Check, hasForm, isCount, isNumber, isRecord, isText, orNull } from './checks';
import type { TicketView } from './ticket';
import { ticketStates } from './ticket-states';

const isWait: Check = (value) =>
  isRecord(value) && ['low', 'median', 'p90', 'high'].every((key) => isNumber(value[key]));

const fields: Readonly<Record<keyof TicketView, Check>> = {
  number: isText,
  serviceId: isText,
  serviceName: (value) => isRecord(value) && Object.values(value).every(isText),
  state: among(ticketStates),
  window: orNull(isText),
  ahead: isCount,
  lastCalled: orNull(isText),
  waitSeconds: orNull(isWait),
  priority: among(['normal', 'priority']),
  appointmentMs: orNull(isNumber),
  calls: isCount,
  rating: orNull(among([1, 2, 3, 4, 5])),
  updatedAtMs: isNumber,
};

/** Whether a page may take this for a ticket: what the schema `ticketView` says, without zod, which is heavy for a phone. */
export function isTicketView(value: unknown): value is TicketView {
  return hasForm(value, fields);
}
