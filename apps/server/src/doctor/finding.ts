/** What was looked at, and how it is. */
export interface Finding {
  readonly severity: 'ok' | 'warning' | 'error';
  /** The part, such as `database`. */
  readonly part: string;
  readonly message: string;
}

export const ok = (part: string, message: string): Finding => ({ severity: 'ok', part, message });
export const warning = (part: string, message: string): Finding => ({ severity: 'warning', part, message });
export const error = (part: string, message: string): Finding => ({ severity: 'error', part, message });

/** The innermost reason of a failure: what wraps it holds a query and its values. */
export function reasonOf(failure: unknown): string {
  if (failure instanceof AggregateError && failure.errors.length > 0) return reasonOf(failure.errors[0]);
  if (!(failure instanceof Error)) return String(failure);
  return failure.cause instanceof Error ? reasonOf(failure.cause) : failure.message;
}
