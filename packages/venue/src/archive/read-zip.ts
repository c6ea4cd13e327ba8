import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import type { ArchiveFiles, Issue } from '../types';
import { reasonOf } from './report';

/** What a zip may unpack to: a hall of 254 windows takes under 1 MB. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_FILES = 5_000;

export type ZipResult =
  | { readonly ok: true; readonly files: ArchiveFiles }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * The files of a zipped archive by name, those of the folder that holds `venue.geojson` or `manifest.json`, wherever in the
 * zip it is. Unpacks JSON only, and refuses a zip that says it holds more than 256 MB or 5,000 files before unpacking any;
 * one that lies about it is cut at what it said.
 */
export function readZip(bytes: Uint8Array): ZipResult {
  let total = 0;
  let count = 0;
  const wanted = ({ name, originalSize }: UnzipFileInfo) => {
    if (!/\.(geo)?json$/i.test(name) || /(^|\/)(__MACOSX\/|\.)/.test(name)) return false;
    total += originalSize;
    count += 1;
    if (total > MOST_BYTES || count > MOST_FILES) throw new RangeError('zip too large');
    return true;
  };
  try {
    return inOneFolder(unzipSync(bytes, { filter: wanted }));
  } catch (error) {
    if (error instanceof RangeError && error.message === 'zip too large') {
      return refused('zip-too-large', `The zip unpacks to over ${MOST_BYTES} bytes or ${MOST_FILES} files.`);
    }
    return refused('broken-zip', `The zip cannot be read: ${reasonOf(error)}.`);
  }
}

/** Whether the bytes start as a zip file does (APPNOTE.TXT 4.3.7: `PK\x03\x04`). */
export function isZip(bytes: Uint8Array): boolean {
  return strFromU8(bytes.subarray(0, 4), true) === 'PK\x03\x04';
}

function inOneFolder(entries: Readonly<Record<string, Uint8Array>>): ZipResult {
  const names = Object.keys(entries);
  const marker =
    names.find((name) => /(^|\/)venue\.geojson$/i.test(name)) ??
    names.find((name) => /(^|\/)manifest\.json$/i.test(name));
  if (!marker) return refused('not-an-archive', 'The zip holds neither venue.geojson nor manifest.json.');
  const folder = marker.slice(0, marker.lastIndexOf('/') + 1);
  const inside = names.filter((name) => name.startsWith(folder) && !name.slice(folder.length).includes('/'));
  return { ok: true, files: new Map(inside.map((name) => [name.slice(folder.length), entries[name]!])) };
}

function refused(kind: string, message: string): ZipResult {
  return { ok: false, issues: [{ severity: 'error', kind, message }] };
}
