import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../storage/database';
import { migrateIn, SCHEMA } from '../storage/migrate';
import type { Queries } from '../tickets/rows';
import { tablesOf } from './dump';

const headerLine = z.object({
  daoyin: z.literal('backup'),
  version: z.string(),
  schema: z.number().int().positive(),
  madeAt: z.string(),
});
const rowLine = z.tuple([z.string().regex(/^[a-z_]+$/), z.record(z.string(), z.unknown())]);
const endLine = z.object({ rows: z.number().int() });

export interface Restored {
  readonly rows: number;
  readonly madeAt: string;
  readonly from: { readonly version: string; readonly schema: number };
}

const PORTION = 500;

/**
 * Puts a backup into a database, all or nothing: the schema that it was made with, its rows, then forward to the schema of now.
 * @throws Error with one line to say: no backup, cut off, of a newer server, or a database that holds something (unless `replace`)
 */
export async function restore(
  database: Database,
  lines: AsyncIterable<string>,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<Restored> {
  return database.transaction(async (queries) => {
    const tables = await tablesOf(queries);
    if (tables.length > 0 && !replace && (await holdsRows(queries, tables)))
      throw new Error('The database is not empty. With --replace it is backed up first, then replaced.');
    for (const table of tables) await queries.execute(sql`DROP TABLE ${sql.identifier(table)} CASCADE`);
    return readInto(queries, lines);
  });
}

async function readInto(queries: Queries, lines: AsyncIterable<string>): Promise<Restored> {
  let header: z.infer<typeof headerLine> | undefined;
  let [rows, table, portion, ended]: [number, string, unknown[], boolean] = [0, '', [], false];
  const flush = async () => {
    if (portion.length > 0) await insert(queries, table, portion);
    portion = [];
  };
  for await (const line of lines) {
    const read = parsed(line);
    if (header === undefined) {
      header = headerOf(read);
      await migrateIn(queries, header.schema);
      await emptyAll(queries);
      continue;
    }
    const row = rowLine.safeParse(read);
    if (row.success) {
      if (row.data[0] !== table || portion.length >= PORTION) await flush();
      table = row.data[0];
      portion.push(row.data[1]);
      rows++;
    } else ended = endLine.safeParse(read).data?.rows === rows;
  }
  if (header === undefined) throw new Error('The backup is empty.');
  if (!ended) throw new Error('The backup is cut off or damaged: nothing was restored.');
  await flush();
  await setSequences(queries);
  await migrateIn(queries, SCHEMA);
  return { rows, madeAt: header.madeAt, from: { version: header.version, schema: header.schema } };
}

function headerOf(read: unknown): z.infer<typeof headerLine> {
  const header = headerLine.safeParse(read);
  if (!header.success) throw new Error('This is no backup of Daoyin.');
  const { schema, version } = header.data;
  if (schema > SCHEMA)
    throw new Error(
      `The backup is of a newer server (${version}, schema ${schema}; this one knows ${SCHEMA}).`,
    );
  return header.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Migrations may write rows of their own; the backup has them. */
async function emptyAll(queries: Queries): Promise<void> {
  const tables = (await tablesOf(queries)).filter((table) => table !== 'schema_version');
  const names = sql.join(
    tables.map((table) => sql.identifier(table)),
    sql`, `,
  );
  await queries.execute(sql`TRUNCATE ${names}`);
}

async function insert(queries: Queries, table: string, rows: readonly unknown[]): Promise<void> {
  const into = sql.identifier(table);
  await queries.execute(
    sql`INSERT INTO ${into} SELECT * FROM json_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::json)`,
  );
}

/** Numbers that the database gives go on behind those that were restored. */
async function setSequences(queries: Queries): Promise<void> {
  const { rows } = (await queries.execute(sql`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_default LIKE 'nextval%'`)) as unknown as {
    rows: { table: string; column: string }[];
  };
  for (const { table, column } of rows)
    await queries.execute(
      sql`SELECT setval(pg_get_serial_sequence(${table}, ${column}),
        (SELECT coalesce(max(${sql.identifier(column)}), 0) + 1 FROM ${sql.identifier(table)}), false)`,
    );
}

async function holdsRows(queries: Queries, tables: readonly string[]): Promise<boolean> {
  for (const table of tables) {
    if (table === 'schema_version' || table === 'invitations') continue;
    const { rows } = (await queries.execute(
      sql`SELECT EXISTS (SELECT 1 FROM ${sql.identifier(table)}) AS some`,
    )) as unknown as { rows: { some: boolean }[] };
    if (rows[0]!.some) return true;
  }
  return false;
}
