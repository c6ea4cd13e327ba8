import { sql } from 'drizzle-orm';
import { schemaOf } from '../storage/migrate';
import type { Queries } from '../tickets/rows';
import { VERSION } from '../version';

/** The first line of a backup. */
export interface BackupHeader {
  readonly daoyin: 'backup';
  readonly version: string;
  readonly schema: number;
  readonly madeAt: string;
}

/** What lives for hours only, and must not come back to life. */
const LEFT_OUT = new Set(['schema_version', 'sessions', 'invitations', 'login_failures']);
const PORTION = 1000;

/**
 * A backup as lines: the header, then `["table", {row}]` for each row, parents before children, then `{"rows": N}`. Must run in a
 * transaction that sees one state (`REPEATABLE READ`). PGlite and PostgreSQL write the same.
 */
export async function* dump(queries: Queries, nowMs: number): AsyncGenerator<string> {
  const header: BackupHeader = {
    daoyin: 'backup',
    version: VERSION,
    schema: await schemaOf(queries),
    madeAt: new Date(nowMs).toISOString(),
  };
  yield JSON.stringify(header);
  let rows = 0;
  for (const table of await tablesOf(queries)) {
    if (LEFT_OUT.has(table)) continue;
    const name = JSON.stringify(table);
    for await (const row of rowsOf(queries, table)) {
      yield `[${name},${row}]`;
      rows++;
    }
  }
  yield JSON.stringify({ rows });
}

async function* rowsOf(queries: Queries, table: string): AsyncGenerator<string> {
  const from = sql.identifier(table);
  await queries.execute(
    sql`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${from} t`,
  );
  for (;;) {
    const { rows } = (await queries.execute(sql.raw(`FETCH ${PORTION} FROM backup_rows`))) as unknown as {
      rows: { row: string }[];
    };
    for (const { row } of rows) yield row;
    if (rows.length < PORTION) break;
  }
  await queries.execute(sql`CLOSE backup_rows`);
}

/** The tables of the schema, each after those that it refers to. */
export async function tablesOf(queries: Queries): Promise<readonly string[]> {
  const { rows } = (await queries.execute(sql`
    SELECT c.relname AS name, coalesce(array_to_json(array_agg(p.relname) FILTER (WHERE p.relname <> c.relname)), '[]')::text AS parents
    FROM pg_class c
    LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
    LEFT JOIN pg_class p ON p.oid = k.confrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
    GROUP BY c.relname ORDER BY c.relname`)) as unknown as { rows: { name: string; parents: string }[] };
  const parents = new Map(
    rows.map((row) => [row.name, (JSON.parse(row.parents) as (string | null)[]) ?? []]),
  );
  const ordered = new Set<string>();
  const visit = (name: string) => {
    if (ordered.has(name)) return;
    for (const parent of parents.get(name) ?? []) if (parent !== null) visit(parent);
    ordered.add(name);
  };
  for (const { name } of rows) visit(name);
  return [...ordered];
}
