/** Why the ticket desk does not do what it was asked. */
export interface Refusal {
  readonly ok: false;
  readonly kind:
    | 'unknown-service'
    | 'unknown-ticket'
    | 'unknown-window'
    | 'not-possible'
    | 'closed'
    | 'not-yours';
  readonly message: string;
}

const refusal = <K extends Refusal['kind']>(kind: K, message: string) =>
  ({ ok: false, kind, message }) as const satisfies Refusal;

export const unknownService = (id: string) => refusal('unknown-service', `There is no service ${id}.`);
export const unknownTicket = (number: string) =>
  refusal('unknown-ticket', `There is no ticket ${number} today.`);
export const unknownWindow = (number: string) => refusal('unknown-window', `There is no window ${number}.`);
export const notPossible = (message: string) => refusal('not-possible', message);
export const closed = (message: string) => refusal('closed', message);
export const notYours = (number: string) =>
  refusal('not-yours', `This is not the holder of ticket ${number}.`);
