import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from '../storage/database';

/** What the server stands on. Numbers can be taken and called while the broker is away: only receivers are not heard. */
export interface Readiness {
  /** Whether requests can be answered. */
  readonly ready: boolean;
  readonly database: { readonly answers: boolean; readonly seconds: number };
  readonly broker: boolean;
}

export interface ReadinessSources {
  readonly database: Database;
  readonly brokerIsThere: () => boolean;
}

/** A database that takes longer than this to say nothing is not there for anybody. */
const LONGEST_MS = 2_000;

/** Asks the database now. */
export async function readinessOf({ database, brokerIsThere }: ReadinessSources): Promise<Readiness> {
  const began = performance.now();
  const answers = await Promise.race([
    database.execute(sql`SELECT 1`).then(
      () => true,
      () => false,
    ),
    sleep(LONGEST_MS, false, { ref: false }),
  ]);
  const seconds = (performance.now() - began) / 1000;
  return { ready: answers, database: { answers, seconds }, broker: brokerIsThere() };
}
