import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ArchiveFiles,
  type BeaconRegister,
  type Issue,
  isZip,
  readBeaconRegister,
  readVenue,
  readZip,
  type Venue,
} from '@daoyin/venue';
import { say } from './complaints';
import { Refusal } from './refusal';

/** The bytes of a file; a Refusal says which and why not. */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Refusal(reasonOf(file, error as NodeJS.ErrnoException));
  }
}

/** A Refusal where there is no such file to read. */
export function requireFile(file: string): void {
  if (isFolder(file)) throw new Refusal(`${file} is a folder, expected a file`);
}

/** The files of a floor plan folder, or of the same as a zip. */
export function readArchive(path: string): ArchiveFiles {
  if (isFolder(path)) {
    const names = readdirSync(path).filter((name) => /\.(geo)?json$/i.test(name));
    if (names.length === 0) throw new Refusal(`${path} has no .geojson file: not a floor plan folder`);
    return new Map(names.map((name) => [name, readBytes(join(path, name))]));
  }
  const bytes = readBytes(path);
  if (!isZip(bytes)) throw new Refusal(`${path} is neither a folder nor a zip`);
  const zip = readZip(bytes);
  if (!zip.ok) throw new Refusal(`${path}: ${zip.issues[0]?.message ?? 'cannot be read'}`);
  return zip.files;
}

/** The venue of a floor plan; a Refusal names file, feature and what is wrong where none can be made of it. */
export function loadVenue(path: string): { venue: Venue; issues: readonly Issue[] } {
  const result = readVenue(readArchive(path));
  if (result.ok) return result;
  throw new Refusal(firstError(path, result.issues));
}

/** The beacons of a register file, with the venue's levels to check them against where it is known. */
export function loadRegister(
  file: string,
  venue?: Venue,
): { register: BeaconRegister; issues: readonly Issue[] } {
  const context = venue ? { levels: venue.levels.map(({ shortName }) => shortName), file } : { file };
  const result = readBeaconRegister(readBytes(file), context);
  if (result.ok) return result;
  throw new Refusal(firstError(file, result.issues));
}

/** Says the first errors of what was loaded all the same, and how many there are. */
export function sayErrors(path: string, issues: readonly Issue[], most = 3): void {
  const errors = issues.filter(({ severity }) => severity === 'error');
  for (const issue of errors.slice(0, most)) say(`${path}: ${describeIssue(issue)}`);
  if (errors.length > most)
    say(`${path}: … and ${errors.length - most} more errors; daoyin validate lists them`);
}

/** An issue in one line: file, feature, what. */
export function describeIssue({ file, featureId, message }: Issue): string {
  const known = [file, featureId].filter((part) => part !== undefined && !message.includes(part));
  return [...known, message].join(': ');
}

function firstError(path: string, issues: readonly Issue[]): string {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return `${path} cannot be read`;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more; daoyin validate lists them)` : '';
  const said = describeIssue(first);
  return said.startsWith(path) && path.length > 1 ? `${said}${more}` : `${path}: ${said}${more}`;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new Refusal(reasonOf(path, error as NodeJS.ErrnoException));
  }
}

function reasonOf(path: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return `${path}: there is no such file or folder`;
  if (code === 'EISDIR') return `${path} is a folder, expected a file`;
  if (code === 'EACCES') return `${path}: no permission to read it`;
  return `${path}: ${message}`;
}
