import { type EvidenceAccount, joinedAccounts } from '@daoyin/positioning';
import { inArray, sql } from 'drizzle-orm';
import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Database } from '../storage/database';
import { inTransaction } from '../storage/transaction';

/** Sums over all evidence by beacon: nothing of anybody. */
const beaconEvidence = pgTable('beacon_evidence', {
  beaconId: text('beacon_id').primaryKey(),
  account: jsonb('account').$type<EvidenceAccount>().notNull(),
});

/** Adds to what is stored; several servers may at once. */
export async function addAccounts(
  database: Database,
  accounts: ReadonlyMap<string, EvidenceAccount>,
): Promise<void> {
  if (accounts.size === 0) return;
  await inTransaction(database, async (queries) => {
    const ids = [...accounts.keys()].sort();
    const stored = await queries
      .select()
      .from(beaconEvidence)
      .where(inArray(beaconEvidence.beaconId, ids))
      .orderBy(beaconEvidence.beaconId)
      .for('update');
    const earlier = new Map(stored.map(({ beaconId, account }) => [beaconId, account]));
    const rows = ids.map((beaconId) => {
      const [before, since] = [earlier.get(beaconId), accounts.get(beaconId)!];
      return { beaconId, account: before ? joinedAccounts(before, since) : since };
    });
    const [known, fresh] = [
      rows.filter(({ beaconId }) => earlier.has(beaconId)),
      rows.filter(({ beaconId }) => !earlier.has(beaconId)),
    ];
    // A row that another server made meanwhile is a unique violation: the transaction runs again and finds it.
    if (fresh.length > 0) await queries.insert(beaconEvidence).values(fresh);
    if (known.length > 0)
      await queries
        .insert(beaconEvidence)
        .values(known)
        .onConflictDoUpdate({ target: beaconEvidence.beaconId, set: { account: sql`excluded.account` } });
  });
}

/** Takes away what was told of some beacons. */
export async function forgetAccounts(database: Database, beaconIds: readonly string[]): Promise<void> {
  if (beaconIds.length > 0)
    await database.delete(beaconEvidence).where(inArray(beaconEvidence.beaconId, [...beaconIds]));
}

export async function readAccounts(database: Database): Promise<Map<string, EvidenceAccount>> {
  const rows = await database.select().from(beaconEvidence);
  return new Map(rows.map(({ beaconId, account }) => [beaconId, account]));
}
