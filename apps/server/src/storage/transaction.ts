import type { Queries } from '../tickets/rows';
import type { Database } from './database';

const MOST_TRIES = 5;
/** PostgreSQL's codes for "try again": serialization failure, deadlock, two who inserted the same key at once. */
const AGAIN = new Set(['40001', '40P01', '23505']);

/** Runs `work` in a transaction, again where another one was in its way. */
export async function inTransaction<T>(
  database: Database,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction((queries) => work(queries));
    } catch (error) {
      if (tries >= MOST_TRIES || !AGAIN.has(codeOf(error) ?? '')) throw error;
    }
  }
}

/** The SQLSTATE of a database's error, however deep it is wrapped. */
export function codeOf(error: unknown): string | undefined {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner && typeof inner.code === 'string') return inner.code;
  }
  return undefined;
}
