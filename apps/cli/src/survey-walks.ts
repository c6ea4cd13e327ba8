import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ChainInput, decodeReadingLine } from '@daoyin/beacon-ingest';
import { type DecodedLine, decodeTruthLine, inTimeOrder, type TruthPoint } from '@daoyin/traces';
import type { Complaints } from './complaints';
import { readBytes } from './files';
import { Refusal } from './refusal';

/** What was recorded on one walk: readings and movements as they stand in the file, truth by rising time. */
export interface RecordedWalk {
  readonly folder: string;
  readonly inputs: readonly ChainInput[];
  readonly truth: readonly TruthPoint[];
}

/** Every folder at or below `folder` with readings.jsonl and truth.jsonl, by name. A bad line is complained of and left out. */
export function readWalks(folder: string, complaints: Complaints): readonly RecordedWalk[] {
  return walkFolders(folder, ['readings.jsonl', 'truth.jsonl']).map((walk) => ({
    folder: walk,
    inputs: readInputs(walk, complaints),
    truth: inTimeOrder(decodeLines(join(walk, 'truth.jsonl'), complaints, decodeTruthLine)),
  }));
}

/** The readings and movements of one walk. A bad line is complained of and left out. */
export function readInputs(walk: string, complaints: Complaints): readonly ChainInput[] {
  return decodeLines(join(walk, 'readings.jsonl'), complaints, (line): DecodedLine<ChainInput> => {
    const decoded = decodeReadingLine(line);
    return decoded.ok ? { ok: true, value: decoded.input } : { ok: false, reason: decoded.problem };
  });
}

/** Every folder at or below `folder` that has these files, by name; a Refusal where there is none. */
export function walkFolders(folder: string, files: readonly string[]): readonly string[] {
  const folders = foldersWith(folder, files);
  if (folders.length > 0) return folders;
  throw new Refusal(`${folder} has no walk: no folder with ${files.join(' and ')}`);
}

function foldersWith(folder: string, files: readonly string[]): readonly string[] {
  const entries = attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
  const own = files.every((name) => existsSync(join(folder, name)));
  const below = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => foldersWith(join(folder, name), files));
  return own ? [folder, ...below] : below;
}

function attempt<T>(folder: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Refusal(`${folder}: there is no such folder`);
    if (code === 'ENOTDIR') throw new Refusal(`${folder} is a file, expected a folder of walks`);
    throw new Refusal(`${folder}: ${message}`);
  }
}

function decodeLines<T>(
  file: string,
  complaints: Complaints,
  decode: (line: string) => DecodedLine<T>,
): readonly T[] {
  const lines = readBytes(file).toString('utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const decoded = decode(line);
    if (decoded.ok) return [decoded.value];
    complaints.add('bad-line', `${file}:${i + 1}`, decoded.reason);
    return [];
  });
}
