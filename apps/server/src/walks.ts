import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { RecordedWalk } from '@daoyin/protocol';
import { decodeTruthLine, mergeLines } from '@daoyin/traces';
import { loadVenue } from './venue';

export interface RecordedWalks {
  readonly names: () => string[];
  readonly read: (name: string) => RecordedWalk | undefined;
}

/** The recorded walks below a folder, for the debug player: every folder with readings.jsonl and truth.jsonl. */
export function recordedWalks(folder: string | undefined): RecordedWalks {
  if (folder === undefined) return { names: () => [], read: () => undefined };
  const names = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(
        (path) => path.endsWith('truth.jsonl') && existsSync(join(folder, dirname(path), 'readings.jsonl')),
      )
      .map((path) => dirname(path).split(sep).join('/'))
      .sort();
  return { names, read: (name) => (names().includes(name) ? readWalk(folder, name) : undefined) };
}

function readWalk(folder: string, name: string): RecordedWalk {
  const walk = join(folder, name);
  const upward = (find: (directory: string) => string | undefined) => nearestAbove(walk, folder, find);
  const beacons = upward((directory) => existing(join(directory, 'beacons.json')));
  const venue = upward((directory) => existing(join(directory, 'venue', 'venue.geojson')));
  const occupancy = upward((directory) => {
    const file = readdirSync(directory).find((entry) => /^occupancy.*\.txt$/.test(entry));
    return file && join(directory, file);
  });
  const loaded = venue === undefined ? undefined : loadVenue(dirname(venue));
  return {
    name,
    beacons: beacons === undefined ? null : JSON.parse(readFileSync(beacons, 'utf8')),
    venue: loaded?.ok ? loaded.venue : null,
    occupancy: occupancy === undefined ? null : readOccupancy(readFileSync(occupancy, 'utf8')),
    lines: mergeLines(jsonLines(join(walk, 'readings.jsonl')), jsonLines(join(walk, 'inertial.jsonl'))),
    truth: truthIn(join(walk, 'truth.jsonl')),
  };
}

function nearestAbove(
  from: string,
  top: string,
  find: (directory: string) => string | undefined,
): string | undefined {
  for (let directory = from; ; directory = dirname(directory)) {
    const found = find(directory);
    if (found !== undefined) return found;
    if (relative(top, directory) === '' || directory === dirname(directory)) return undefined;
  }
}

const existing = (path: string) => (existsSync(path) ? path : undefined);

/** Lines as they are; what is no JSON stays a string, for the player to count. */
function jsonLines(path: string): readonly unknown[] {
  return linesOf(path).map((line) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      return line;
    }
  });
}

function truthIn(path: string): RecordedWalk['truth'] {
  return linesOf(path).flatMap((line) => {
    const decoded = decodeTruthLine(line);
    return decoded.ok ? [decoded.value] : [];
  });
}

function linesOf(path: string): readonly string[] {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
    : [];
}

/** First line `[[minX, minY], [maxX, maxY]]::cell`, then `[x, y]::0` for a free cell and `::1` for an occupied one. */
function readOccupancy(text: string): RecordedWalk['occupancy'] {
  const [head, ...rows] = text.split('\n');
  const points = rows.flatMap((row) => {
    const match = /^\[([-\d.e]+), ([-\d.e]+)\]::0/.exec(row);
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  return { cell: Number(head?.split('::')[1] ?? 0.2), points };
}
