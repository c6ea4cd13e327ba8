/** What the user must hear: one line for stderr, and exit 1. */
export class Refusal extends Error {}
