import { join } from 'node:path';
import type { WallClock } from '../clock';
import type { Log } from '../operation/log';
import { deleteOld, type Retention } from '../operation/retention';
import type { Database } from '../storage/database';
import type { Upkeep } from '../storage/upkeep';
import type { Backups } from './backups';
import { backupName, keepNewest, newestBackup } from './files';

export interface NightlyContext {
  readonly database: Database;
  readonly backups: Pick<Backups, 'write'>;
  /** Of the database inside; PostgreSQL does it by itself. */
  readonly upkeep?: Pick<Upkeep, 'whole'> | undefined;
  readonly clock: WallClock;
  readonly nowMs: () => number;
  readonly log: Log;
  readonly retention: Retention;
  /** Undefined where no backups are to be made. */
  readonly folder: string | undefined;
  /** `02:30` on the hall's clock. */
  readonly at: string;
  readonly keep: number;
}

export interface Nightly {
  readonly lastBackupMs: () => number | undefined;
  /** Does what is due now, once a day. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const MINUTE_MS = 60_000;

/** Once a night: a backup, then what is older than it may be is deleted, and the database inside put in order. What fails is logged and tried again a minute later. */
export async function openNightly(context: NightlyContext): Promise<Nightly> {
  const { database, backups, clock, nowMs, log, folder, keep } = context;
  let lastBackupMs = folder === undefined ? undefined : (await newestBackup(folder))?.atMs;
  let doneOn = lastBackupMs === undefined ? undefined : clock.day(lastBackupMs);
  let work: Promise<void> = Promise.resolve();

  const backUp = async () => {
    if (folder === undefined) return;
    const [atMs, began] = [nowMs(), performance.now()];
    const file = join(folder, backupName(atMs));
    const bytes = await backups.write(file, atMs);
    lastBackupMs = atMs;
    await keepNewest(folder, keep);
    log.info({ file, bytes, seconds: Math.round((performance.now() - began) / 100) / 10 }, 'backup made');
  };
  const check = async () => {
    const atMs = nowMs();
    const { hour, minute } = clock.local(atMs);
    const day = clock.day(atMs);
    const [dueHour, dueMinute] = context.at.split(':').map(Number);
    if (day === doneOn || hour * 60 + minute < dueHour! * 60 + dueMinute!) return;
    try {
      await backUp();
      const deleted = await deleteOld(database, context.retention, clock, atMs);
      if (deleted > 0) log.info({ rows: deleted }, 'deleted what was older than it may be');
      doneOn = day;
      await context.upkeep?.whole();
    } catch (error) {
      log.error({ err: error }, 'the nightly backup failed; it is tried again');
    }
  };
  const timer = setInterval(() => {
    work = work.then(check);
  }, MINUTE_MS);
  return {
    lastBackupMs: () => lastBackupMs,
    check: () => {
      work = work.then(check);
      return work;
    },
    close: async () => {
      clearInterval(timer);
      await work;
    },
  };
}
