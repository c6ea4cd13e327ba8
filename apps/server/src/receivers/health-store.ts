import { setImmediate as othersTurn } from 'node:timers/promises';
import type { BeaconHealthView, ReceiverHealth } from '@daoyin/protocol';
import type { Beacon } from '@daoyin/venue';
import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import { whole } from '../storage/columns';
import type { Database } from '../storage/database';
import { inTransaction } from '../storage/transaction';
import { isCopied } from './copied';
import type { BeaconRecord, HeardBy } from './health';
import { heardInTwoPlaces } from './two-places';

/** What the receivers last heard of each beacon; never of a visitor. */
const beaconHealth = pgTable('beacon_health', {
  beaconId: text('beacon_id').primaryKey(),
  lastHeardMs: whole('last_heard_ms').notNull(),
  rssiDbm: integer('rssi_dbm').notNull(),
  receiver: text('receiver').notNull(),
  heard: whole('heard').notNull(),
  intervalMs: integer('interval_ms'),
  batteryMv: integer('battery_mv'),
  temperatureC: real('temperature_c'),
  telemetryAtMs: whole('telemetry_at_ms'),
});

const heardBy = pgTable(
  'beacon_heard_by',
  {
    beaconId: text('beacon_id').notNull(),
    receiver: text('receiver').notNull(),
    lastHeardMs: whole('last_heard_ms').notNull(),
    rssiDbm: integer('rssi_dbm').notNull(),
  },
  (table) => [primaryKey({ columns: [table.beaconId, table.receiver] })],
);

const receivers = pgTable('receivers', {
  id: text('id').primaryKey(),
  seenAtMs: whole('seen_at_ms').notNull(),
  online: boolean('online').notNull(),
  sent: whole('sent').notNull(),
  waiting: whole('waiting').notNull(),
  lost: whole('lost').notNull(),
});

/** The database inside works in this thread: 600 beacons in one go would keep everybody waiting for a third of a second. */
const BEACONS_AT_ONCE = 25;

/**
 * Writes what changed, some beacons at a time, between which others have their turn. Of two servers that hear the same broker, the
 * newer word stays.
 */
export async function writeBeaconHealth(database: Database, records: readonly BeaconRecord[]): Promise<void> {
  for (let i = 0; i < records.length; i += BEACONS_AT_ONCE) {
    await writeSome(database, records.slice(i, i + BEACONS_AT_ONCE));
    await othersTurn();
  }
}

async function writeSome(database: Database, records: readonly BeaconRecord[]): Promise<void> {
  const rows = records.flatMap(rowOf);
  if (rows.length === 0) return;
  const heard = records.flatMap(({ beaconId, by }) =>
    [...by].map(([receiver, { lastHeardMs, rssiDbm }]) => ({
      beaconId,
      receiver,
      lastHeardMs,
      rssiDbm: Math.round(rssiDbm),
    })),
  );
  await inTransaction(database, async (queries) => {
    await queries
      .insert(beaconHealth)
      .values(rows)
      .onConflictDoUpdate({
        target: beaconHealth.beaconId,
        set: {
          lastHeardMs: sql`excluded.last_heard_ms`,
          rssiDbm: sql`excluded.rssi_dbm`,
          receiver: sql`excluded.receiver`,
          heard: sql`excluded.heard`,
          intervalMs: sql`coalesce(excluded.interval_ms, ${beaconHealth.intervalMs})`,
          batteryMv: sql`coalesce(excluded.battery_mv, ${beaconHealth.batteryMv})`,
          temperatureC: sql`coalesce(excluded.temperature_c, ${beaconHealth.temperatureC})`,
          telemetryAtMs: sql`coalesce(excluded.telemetry_at_ms, ${beaconHealth.telemetryAtMs})`,
        },
        setWhere: sql`${beaconHealth.lastHeardMs} <= excluded.last_heard_ms`,
      });
    await queries
      .insert(heardBy)
      .values(heard)
      .onConflictDoUpdate({
        target: [heardBy.beaconId, heardBy.receiver],
        set: { lastHeardMs: sql`excluded.last_heard_ms`, rssiDbm: sql`excluded.rssi_dbm` },
        setWhere: sql`${heardBy.lastHeardMs} <= excluded.last_heard_ms`,
      });
  });
}

export async function readBeaconHealth(
  database: Database,
  beacons: readonly Beacon[],
): Promise<BeaconHealthView[]> {
  const registered = new Map(beacons.map((beacon) => [beacon.id, beacon]));
  const by = new Map<string, BeaconHealthView['receivers']>();
  for (const { beaconId, ...entry } of await database.select().from(heardBy))
    by.set(beaconId, [...(by.get(beaconId) ?? []), entry]);
  const rows = await database.select().from(beaconHealth).orderBy(beaconHealth.beaconId);
  const twice = heardInTwoPlaces(
    beacons,
    [...by].map(([beaconId, receivers]) => ({ beaconId, receivers })),
  );
  return rows.map(({ receiver: _receiver, heard, ...row }) => ({
    ...row,
    copied:
      twice.has(row.beaconId) ||
      isCopied(registered.get(row.beaconId) ?? {}, { intervalMs: row.intervalMs, heard }),
    receivers: by.get(row.beaconId) ?? [],
  }));
}

/** A coin cell below this is at its end, in mV. */
const LOW_BATTERY_MV = 2400;

/** How many beacons were heard since, say that their battery is at its end, and are heard too often. */
export async function countBeacons(
  database: Database,
  beacons: readonly Beacon[],
  sinceMs: number,
): Promise<{ readonly heard: number; readonly lowBattery: number; readonly copied: number }> {
  const health = await readBeaconHealth(database, beacons);
  const count = (is: (one: BeaconHealthView) => boolean) => health.filter(is).length;
  return {
    heard: count(({ lastHeardMs }) => lastHeardMs >= sinceMs),
    lowBattery: count(({ batteryMv }) => batteryMv !== null && batteryMv < LOW_BATTERY_MV),
    copied: count(({ copied }) => copied),
  };
}

/** When any receiver last heard each beacon. */
export async function readLastHeard(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .select({ id: beaconHealth.beaconId, atMs: beaconHealth.lastHeardMs })
    .from(beaconHealth);
  return new Map(rows.map(({ id, atMs }) => [id, atMs]));
}

export async function writeReceiver(database: Database, id: string, health: ReceiverHealth): Promise<void> {
  const { atMs, ...counts } = health;
  await database
    .insert(receivers)
    .values({ id, seenAtMs: atMs, ...counts })
    .onConflictDoUpdate({ target: receivers.id, set: { seenAtMs: atMs, ...counts } });
}

export async function readReceivers(database: Database) {
  return database.select().from(receivers).orderBy(receivers.id);
}

function rowOf({ beaconId, by, telemetry }: BeaconRecord): (typeof beaconHealth.$inferInsert)[] {
  const latest = [...by].reduce<[string, HeardBy] | undefined>(
    (best, entry) => (best && best[1].lastHeardMs >= entry[1].lastHeardMs ? best : entry),
    undefined,
  );
  if (latest === undefined) return [];
  const [receiver, { lastHeardMs, rssiDbm, intervalMs, heard }] = latest;
  return [
    {
      beaconId,
      lastHeardMs,
      rssiDbm: Math.round(rssiDbm),
      receiver,
      heard,
      intervalMs: intervalMs === undefined ? null : Math.round(intervalMs),
      batteryMv: telemetry?.frame.batteryMv ?? null,
      temperatureC: telemetry?.frame.temperatureC ?? null,
      telemetryAtMs: telemetry?.atMs ?? null,
    },
  ];
}
