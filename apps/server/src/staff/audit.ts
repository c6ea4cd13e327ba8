import { desc, lt } from 'drizzle-orm';
import type { Queries } from '../tickets/rows';
import { auditEntries } from './tables';

export interface AuditEntry {
  readonly atMs: number;
  readonly actor: string;
  /** `account.create`, `window.close`, … */
  readonly action: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Notes who changed what; in the transaction of the change, so that none goes unnoted. */
export async function audit(queries: Queries, entry: AuditEntry): Promise<void> {
  await queries.insert(auditEntries).values({ ...entry, detail: entry.detail ?? null });
}

/** The newest entries before one, at most `limit`. */
export async function readAudit(queries: Queries, before: number | undefined, limit: number) {
  return queries
    .select()
    .from(auditEntries)
    .where(before === undefined ? undefined : lt(auditEntries.id, before))
    .orderBy(desc(auditEntries.id))
    .limit(limit);
}
