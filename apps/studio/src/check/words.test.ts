import { createRouter } from '@daoyin/routing';
import { hallIssues, rememberedWays, type Services } from '@daoyin/services';
import {
  type Action,
  deleteFeatures,
  drawDoor,
  drawRoom,
  editFeatures,
  type HallDocument,
  moveBeacons,
  moveFeatures,
  putClosure,
  sequence,
  setBeacons,
  setFeatures,
} from '@daoyin/venue';
import { expect, test } from 'vitest';
import { tinyDocument } from '../../../../packages/venue/src/edit/random-edits.test-support';
import { idOf } from '../../../../packages/venue/src/tiny-archive.test-support';
import { wordsOf } from './words';

const at = (x: number, y: number) => ({ x, y });
const id = idOf('unit new');
const SERVICES = {
  venue: 'tiny',
  departments: [],
  areas: [],
  windows: [{ number: '9', departmentId: 'd', departmentIds: ['d'], areaId: 'a', duty: {} }],
  series: [],
  items: [],
  themes: [{ id: 't', name: {}, steps: [{ name: {}, windows: ['77'], after: [1] }] }],
  hours: { regular: 'often', extended: '', selfService: '', stations: '' },
  holidays: [{ name: {}, from: '2026-02-02', to: '2026-02-01' }],
  doors: [{ featureId: 'x', hours: '24/7' }],
  process: [],
  stations: [],
} as unknown as Services;

const EDITS: readonly (readonly [name: string, action: Action])[] = [
  [
    'a beacon too high, too loud and too slow',
    setBeacons(['B1'], { height: 40, measuredPowerDbm: 30, intervalMs: 90_000 }),
  ],
  ['two beacons of one identity', setBeacons(['B2'], { minor: 1 })],
  ['a beacon that has none', setBeacons(['B3'], { uuid: undefined })],
  ['a beacon outside', moveBeacons(['B4'], 500, 0)],
  [
    'no lift and no stairs',
    deleteFeatures(tinyDocument().venue.connectors.flatMap(({ unitIds }) => unitIds)),
  ],
  [
    'a room over others, without a door',
    drawRoom({ id, level: '1F', ring: [at(1, 1), at(30, 1), at(30, 4), at(1, 4)], category: 'room' }),
  ],
  ['a door into nothing', drawDoor({ id, level: '1F', line: [at(0, -5), at(1, -5)] })],
  ['a counter that stands outside', moveFeatures([idOf('fixture desk-1')], 100, 0)],
  [
    'categories and hours that nobody knows',
    sequence(
      setFeatures('units', [idOf('unit room-1F')], { category: 'salon' }),
      setFeatures(
        'occupants',
        tinyDocument().venue.occupants.map((one) => one.id),
        { hours: 'often' },
      ),
    ),
  ],
  [
    'a name in one language',
    editFeatures('units', [idOf('unit room-1F')], (unit) => ({ ...unit, name: { en: 'Room' } })),
  ],
  [
    'a closure of nothing that ends before it begins',
    putClosure({
      id,
      featureIds: ['gone'],
      from: '2026-03-02T08:00',
      until: '2026-03-01T08:00',
      hours: 'often',
      reason: {},
    }),
  ],
];

const issuesOf = ({ venue, register, closures }: HallDocument, services: Services | null) =>
  hallIssues({ venue, register, closures, services }, rememberedWays(createRouter(venue, { prepare: [] })));

test.each(EDITS)('%s: what the rules say is said in Chinese, with its numbers', (_, action) => {
  const issues = issuesOf(action(tinyDocument()), null);
  expect(issues.length).toBeGreaterThan(issuesOf(tinyDocument(), null).length);
  expect(inEnglish(issues)).toEqual([]);
});

test('a catalogue in which nothing is right is told of in Chinese', () => {
  const issues = issuesOf(tinyDocument(), SERVICES);
  expect(issues.length).toBeGreaterThan(8);
  expect(inEnglish(issues)).toEqual([]);
});

/** Findings that would show an English sentence, or a kind without a name. */
function inEnglish(issues: ReturnType<typeof issuesOf>): readonly string[] {
  return issues
    .filter((issue) => {
      const { title, spoken } = wordsOf(issue, 'zh');
      return spoken !== 'zh' || title === issue.kind;
    })
    .map(({ kind, message }) => `${kind}: ${message}`);
}

test('numbers are carried over', () => {
  const [tall] = issuesOf(setBeacons(['B1'], { height: 40 })(tinyDocument()), null).filter(
    ({ kind }) => kind === 'beacon-height',
  );
  expect(wordsOf(tall!, 'zh').detail).toMatch(/^离地 40 米/);
  expect(wordsOf(tall!, 'en')).toMatchObject({ detail: tall!.message, spoken: 'en' });
});
