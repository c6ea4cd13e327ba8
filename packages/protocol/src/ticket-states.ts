/** Where a ticket stands: `waiting` → `called` → `serving` → `done`; `held` and `passed` come back, `no-show` and `cancelled` do not. */
export const ticketStates = [
  'waiting',
  'called',
  'serving',
  'held',
  'passed',
  'done',
  'no-show',
  'cancelled',
] as const;
