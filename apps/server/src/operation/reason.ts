/** The innermost reason of a failure, in one line: what wraps it holds a query and its values. */
export function reasonOf(failure: unknown): string {
  if (failure instanceof AggregateError && failure.errors.length > 0) return reasonOf(failure.errors[0]);
  if (!(failure instanceof Error)) return String(failure);
  if (failure.cause instanceof Error) return reasonOf(failure.cause);
  return failure.message || String((failure as NodeJS.ErrnoException).code);
}
