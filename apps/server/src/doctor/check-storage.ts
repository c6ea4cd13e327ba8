import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { isServed } from '../backup/control';
import { newestBackup } from '../backup/files';
import { reasonOf } from '../operation/reason';
import type { ServerOptions } from '../options/options';
import { connectDatabase, type Database } from '../storage/database';
import { locationOf } from '../storage/location';
import { lockFolder } from '../storage/lock';
import { SCHEMA } from '../storage/migrate';
import { networkDiskOf } from '../storage/network-disk';
import { error, type Finding, ok, warning } from './finding';

const GIGABYTE = 1e9;
const [LITTLE, TOO_LITTLE] = [2 * GIGABYTE, 0.2 * GIGABYTE];
const DATA_FOLDER = 'data folder';
const DAY_MS = 86_400_000;
/** Clocks that differ more than this put events in a wrong order. */
const CLOCK_MS = 2_000;
const SLOW_MS = 50;

/** The data folder can be written and has room, the database answers, backups are made. */
export async function checkStorage(options: ServerOptions, nowMs: () => number): Promise<readonly Finding[]> {
  const folder = checkFolder(DATA_FOLDER, options.data);
  const database = folder.some(({ severity }) => severity === 'error')
    ? []
    : await checkDatabase(options, nowMs);
  const share = options.databaseUrl === undefined ? shareFindings(options.data) : [];
  return [...folder, ...share, ...database, ...(await checkBackups(options, nowMs()))];
}

function checkFolder(part: string, path: string): readonly Finding[] {
  const there = nearest(path);
  try {
    accessSync(there, constants.W_OK);
  } catch {
    return [error(part, `${there} cannot be written by this user.`)];
  }
  const { bavail, bsize } = statfsSync(there);
  const free = bavail * bsize;
  const room = `${path}: ${(free / GIGABYTE).toFixed(1)} GB free`;
  if (free < TOO_LITTLE) return [error(part, `${room}. Make room: without it no number is given.`)];
  return [free < LITTLE ? warning(part, `${room}.`) : ok(part, room)];
}

/** What is said of the disk below the database inside, by the type that `statfs` gives. */
export function shareFindings(path: string, type = statfsSync(nearest(path)).type): readonly Finding[] {
  const share = networkDiskOf(type);
  if (share === undefined) return [];
  const says = `${path} lies on a network share (${share}): where that breaks off, the database inside is damaged`;
  return [warning(DATA_FOLDER, `${says}. Choose a disk of this machine, or PostgreSQL.`)];
}

const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

async function checkDatabase(options: ServerOptions, nowMs: () => number): Promise<readonly Finding[]> {
  if (options.databaseUrl !== undefined) return lookInto(options, nowMs);
  if (!existsSync(join(options.data, 'database')))
    return [ok('database', 'a new one will be made at the first start')];
  if (await isServed(options.data))
    return [ok('database', `a server that runs has ${options.data} open, and answers`)];
  try {
    await (await lockFolder(options.data)).close();
  } catch (failure) {
    return [error('database', `${reasonOf(failure)} It does not answer.`)];
  }
  return lookInto(options, nowMs);
}

async function lookInto(options: ServerOptions, nowMs: () => number): Promise<readonly Finding[]> {
  try {
    const { database, close } = await connectDatabase(locationOf(options));
    try {
      return await examine(database, nowMs);
    } finally {
      await close();
    }
  } catch (failure) {
    return [error('database', `It cannot be opened: ${reasonOf(failure)}`)];
  }
}

async function examine(database: Database, nowMs: () => number): Promise<readonly Finding[]> {
  const ask = async <T>(query: ReturnType<typeof sql>) =>
    ((await database.execute(query)) as unknown as { rows: T[] }).rows[0]!;
  await ask(sql`SELECT 1`);
  const began = performance.now();
  const { version, at_ms } = await ask<{ version: string; at_ms: number }>(
    sql`SELECT current_setting('server_version') AS version, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at_ms`,
  );
  const ms = performance.now() - began;
  const apartMs = Math.abs(at_ms - nowMs());
  const { there } = await ask<{ there: boolean }>(
    sql`SELECT to_regclass('schema_version') IS NOT NULL AS there`,
  );
  const schema = there
    ? (await ask<{ version: number }>(sql`SELECT coalesce(max(version), 0) AS version FROM schema_version`))
        .version
    : 0;
  const answers = `PostgreSQL ${version} answers in ${ms.toFixed(1)} ms`;
  return [
    ms > SLOW_MS ? warning('database', `${answers}: calls will be slow.`) : ok('database', answers),
    ...(apartMs > CLOCK_MS
      ? [
          warning(
            'clock',
            `The database's clock differs by ${(apartMs / 1000).toFixed(1)} s: let both follow one time server.`,
          ),
        ]
      : []),
    schemaFinding(schema),
    ...(schema === 0 ? [] : [await adminFinding(database)]),
  ];
}

/** What a start would do to the schema. */
export function schemaFinding(schema: number): Finding {
  if (schema > SCHEMA)
    return error(
      'database',
      `Its schema ${schema} is newer than this server's ${SCHEMA}: update the server, or restore the backup made before the update.`,
    );
  if (schema === SCHEMA || schema === 0)
    return ok('database', schema === 0 ? 'it is empty' : `schema ${schema}`);
  return ok('database', `schema ${schema}; the next start brings it to ${SCHEMA}, after a backup`);
}

async function adminFinding(database: Database): Promise<Finding> {
  const { rows } = (await database.execute(
    sql`SELECT count(*)::int AS admins FROM accounts WHERE role = 'admin' AND NOT disabled`,
  )) as unknown as { rows: { admins: number }[] };
  const admins = rows[0]!.admins;
  return admins === 0
    ? warning('staff', 'There is no admin yet: open the link that the server prints at its start.')
    : ok('staff', `${admins} admin${admins === 1 ? '' : 's'}`);
}

async function checkBackups(
  { backupFolder, data }: ServerOptions,
  nowMs: number,
): Promise<readonly Finding[]> {
  if (backupFolder === undefined)
    return [warning('backup', 'No backup.folder is set: nobody makes backups.')];
  const folder = checkFolder('backup', backupFolder);
  const newest = await newestBackup(backupFolder);
  const age = newest && (nowMs - newest.atMs) / DAY_MS;
  const made =
    age === undefined
      ? warning('backup', `There is no backup in ${backupFolder} yet.`)
      : age > 2
        ? error('backup', `The last backup is ${age.toFixed(0)} days old.`)
        : ok('backup', `the last backup is ${(age * 24).toFixed(0)} hours old`);
  const sameDisk =
    existsSync(backupFolder) && existsSync(data) && statSync(backupFolder).dev === statSync(data).dev;
  return [
    ...folder,
    made,
    ...(sameDisk ? [warning('backup', 'Backups lie on the disk that they are to save from.')] : []),
  ];
}
