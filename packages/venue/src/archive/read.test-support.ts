import { type TinyFeatures, tinyArchive } from '../tiny-archive.test-support';
import type { ArchiveFiles, Issue, Venue } from '../types';
import { readVenue } from './read-venue';

/** The venue of an archive and what was said about it; throws where none can be made. */
export function read(files: ArchiveFiles): { readonly venue: Venue; readonly issues: readonly Issue[] } {
  const result = readVenue(files);
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return result;
}

/** The tiny archive after a change. */
export const readChanged = (change: (features: TinyFeatures) => void) => read(tinyArchive(change));

/** Severity and kind of each finding. */
export const kinds = (issues: readonly Issue[]) => issues.map(({ severity, kind }) => `${severity} ${kind}`);
