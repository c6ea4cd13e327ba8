import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ArchiveFiles } from '../types';

/** Zips know no time before 1980. */
const FIRST_DAY = '1980-01-02T00:00:00';

/** The files of an archive as a zip, as `readZip` reads it; the same bytes for the same files. */
export function writeZip(files: ArchiveFiles): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of files) {
    entries[name] = [typeof content === 'string' ? strToU8(content) : content, { mtime: FIRST_DAY }];
  }
  return zipSync(entries);
}
