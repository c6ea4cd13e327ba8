import type { Beacon } from '@daoyin/venue';
import { readVenue } from '@daoyin/venue';
import { expect, test } from 'vitest';
import { tinyArchive } from '../../../../packages/venue/src/tiny-archive.test-support';
import { AccuracyDesk } from './desk';
import type { AccuracyReport, MapPicture } from './messages';

const read = readVenue(tinyArchive());
if (!read.ok) throw new Error(read.issues[0]!.message);
const { venue } = read;
const level = venue.levels[0]!;
const box = level.outline[0]!.outer;
const [x, y] = [box[0]!.x, box[0]!.y];
const beacons = [0, 1, 2, 3, 4, 5].map(
  (i): Beacon => ({
    id: `B${i}`,
    at: { x: x + 2 * i, y: y + (i % 3), level: level.shortName },
    height: 3,
    measuredPowerDbm: -59,
    status: 'active',
  }),
);

function opened(): { desk: AccuracyDesk; reports: AccuracyReport[]; work: (most?: number) => number } {
  const reports: AccuracyReport[] = [];
  const desk = new AccuracyDesk(venue, { venue: '', beacons }, (report) => reports.push(report));
  const work = (most = 100_000) => {
    let pieces = 0;
    while (pieces < most && desk.next()) pieces++;
    return pieces;
  };
  return { desk, reports, work };
}

const mapsIn = (reports: readonly AccuracyReport[]): readonly MapPicture[] =>
  reports.flatMap((report) => (report.type === 'map' ? [report.picture] : []));

test('a beacon that is dragged gets its map before a search goes on', () => {
  const { desk, reports, work } = opened();
  desk.show({ level: 0, measure: 'error', listening: 'walking' });
  desk.begin({ kind: 'add', howMany: 3, listening: 'walking' });
  work(8);
  const moved = { ...beacons[0]!, at: { ...beacons[0]!.at!, x: x + 5 } };
  desk.change([['B0', moved]], 1234);
  work(3);
  expect(reports.at(-1)).toMatchObject({ type: 'map', sentMs: 1234 });
  const before = mapsIn(reports).at(-2)!.values;
  expect([...mapsIn(reports).at(-1)!.values]).not.toEqual([...before]);
  work();
  expect(reports.filter(({ type }) => type === 'chosen')).toHaveLength(3);
  expect(reports.at(-1)).toEqual({ type: 'searched', whole: true });
});

test('a search that is stopped says so, keeps what it found and takes no further step', () => {
  const { desk, reports, work } = opened();
  desk.begin({ kind: 'remove', howMany: 6, listening: 'walking' });
  while (!reports.some(({ type }) => type === 'chosen')) work(1);
  desk.cancel();
  const told = reports.length;
  work();
  expect(reports[told - 1]).toEqual({ type: 'searched', whole: false });
  expect(reports).toHaveLength(told);
});

test('the losses of a level are told once in full, and again after a beacon moved', () => {
  const { desk, reports, work } = opened();
  desk.show({ level: 0, measure: 'loss', listening: 'walking' });
  work();
  expect(mapsIn(reports)).toHaveLength(1);
  desk.change([['B2', undefined]], 5);
  work();
  const [, followed, whole] = mapsIn(reports);
  expect(followed!.culprits).not.toContain('B2');
  expect([...whole!.values].every((loss, i) => loss >= followed!.values[i]! - 1e-6)).toBe(true);
});
