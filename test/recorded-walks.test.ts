import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeReadingLine, startChain } from '@daoyin/beacon-ingest';
import { compareWalk, decodeTruthLine, type PositionLine, poolScores, type TruthPoint } from '@daoyin/traces';
import { type BeaconRegister, readBeaconRegister, readVenue, type Venue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';

const data = process.env.DAOYIN_DATA ?? join(import.meta.dirname, '../../shared/data');
const recorded = existsSync(join(data, 'tetam')) && existsSync(join(data, 'hall/walks'));
if (!recorded) console.warn(`Recorded walks are left out: there are none in ${data} (DAOYIN_DATA).`);

function registerOf(file: string): BeaconRegister {
  const read = readBeaconRegister(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.register;
}

function venueOf(folder: string): Venue {
  const read = readVenue(
    new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.venue;
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

function truthOf(walk: string): TruthPoint[] {
  return linesOf(join(walk, 'truth.jsonl')).flatMap((line) => {
    const decoded = decodeTruthLine(line);
    return decoded.ok ? [decoded.value] : [];
  });
}

/** Positions every second, causally, as `daoyin locate` gives them. */
function locate(
  walk: string,
  context: { register: BeaconRegister; venue?: Venue; estimator?: string },
): PositionLine[] {
  const chain = startChain({ ...context, seed: 1, everyMs: 1000 });
  const events = linesOf(join(walk, 'readings.jsonl')).flatMap((line) => {
    const decoded = decodeReadingLine(line);
    return decoded.ok ? chain.push(decoded.input) : [];
  });
  return [...events, ...chain.end()].flatMap((event) => (event.kind === 'position' ? [event.position] : []));
}

describe.skipIf(!recorded)('on recorded walks', () => {
  const tetam = [
    'straight_01',
    'straight_02',
    'straight_03',
    'rectangular_without_rotation',
    'zigzagging_without_rotation',
  ];

  it('the default answers every second after the first three in a hall nobody here built, half within 2.3 m', () => {
    const register = registerOf(join(data, 'tetam/beacons.json'));
    const walks = tetam.map((name) => {
      const walk = join(data, 'tetam', name);
      const positions = locate(walk, { register });
      const truth = truthOf(walk);
      const [first, last] = [truth[0]!.atMs, truth.at(-1)!.atMs];
      expect(positions[0]!.atMs - first).toBeLessThanOrEqual(3000);
      const expected = Math.floor(last / 1000) - Math.ceil((first + 3000) / 1000);
      expect(positions.length).toBeGreaterThanOrEqual(expected);
      return compareWalk(truth, positions);
    });
    const score = poolScores(walks);
    expect(score.error!.median).toBeLessThan(2.3);
    expect(score.error!.p95).toBeLessThan(5.5);
    expect(score.coverage95).toBeGreaterThan(0.9);
  });

  it('the required pipeline is half within 2.1 m in the reference hall, and on the right level in 98 % of seconds', () => {
    const register = registerOf(join(data, 'hall/beacons.json'));
    const venue = venueOf(join(data, 'hall/venue'));
    const walks = ['001', '002', '003', '004', '005', '006'].map((name) => {
      const walk = join(data, 'hall/walks', name);
      return compareWalk(truthOf(walk), locate(walk, { register, venue, estimator: 'trilateration' }));
    });
    const score = poolScores(walks);
    expect(score.error!.median).toBeLessThan(2.1);
    expect(score.levelAccuracy).toBeGreaterThan(0.98);
    expect(score.coverage95).toBeGreaterThan(0.9);
    expect(score.lost.tracks).toBe(0);
  });
});
