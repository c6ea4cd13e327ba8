import { type Issue, importIndoor, readVenue, type VenueResult } from '@daoyin/venue';

/** A plan from files that were chosen: one file of any kind that `daoyin import` reads, or the files of an IMDF folder. */
export async function openArchive(files: readonly File[]): Promise<VenueResult> {
  const bytes = new Map<string, Uint8Array>();
  for (const file of files) bytes.set(file.name, new Uint8Array(await file.arrayBuffer()));
  const [only] = bytes;
  if (only === undefined || bytes.size > 1) return readVenue(bytes);
  const imported = importIndoor(...only);
  if (!imported.ok) return { ok: false, issues: imported.issues };
  const read = readVenue(imported.files);
  return { ...read, issues: [...imported.issues, ...read.issues] };
}

/** The first that is wrong, for the page to show. */
export function firstFault(issues: readonly Issue[]): string {
  return issues.find(({ severity }) => severity === 'error')?.message ?? '';
}
