import type { ArchiveFiles } from '@daoyin/venue';
import { eq } from 'drizzle-orm';
import type { Database } from '../storage/database';
import { archives } from './tables';

const ID = 'base';

/** Keeps the archive that the plan came from, for what a document does not hold; the first one stays. */
export async function keepArchive(database: Database, files: ArchiveFiles): Promise<void> {
  const texts = [...files].map(([name, content]) => [
    name,
    typeof content === 'string' ? content : new TextDecoder().decode(content),
  ]);
  await database
    .insert(archives)
    .values({ id: ID, files: Object.fromEntries(texts) })
    .onConflictDoNothing();
}

/** That archive; empty where there is none. */
export async function readArchive(database: Database): Promise<ArchiveFiles> {
  const [row] = await database.select().from(archives).where(eq(archives.id, ID));
  return new Map(Object.entries(row?.files ?? {}));
}
