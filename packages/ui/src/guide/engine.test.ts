import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hallClock, readServices } from '@daoyin/services';
import { readVenue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import type { Hall } from '../api/useHall';
import { createGuideEngine } from './engine';
import { windowGoal } from './goal';
import type { GuideReport } from './messages';
import { openGoal, shutGoal, timetableOf } from './opening';

const folder = join(import.meta.dirname, '../../../../floorplans/zhongshan');
const names = readdirSync(folder).filter((name) => name.endsWith('json'));
const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const [read, catalogue] = [readVenue(files), readServices(files.get('services.json')!)];
if (!read.ok || !catalogue.ok) throw new Error('The sample hall cannot be read.');
const { venue } = read;
const { services } = catalogue;
const clock = hallClock(venue, services, { timeZone: 'Asia/Shanghai', year: 2026 });
const register = { venue: 'zhongshan', beacons: [] };
/** As a page has it: from JSON. */
const hall = JSON.parse(JSON.stringify({ venue, services, register, clock })) as Hall;

const { clock: _, ...demonstration } = hall;
const at = (text: string) => Date.parse(`${text}+08:00`);

function routeAt(text: string, page: Hall = hall, isPrepared = false) {
  const timetable = timetableOf(page);
  const reports: GuideReport[] = [];
  const engine = createGuideEngine((report) => reports.push(report));
  const street = venue.amenities.find(({ name }) => name['zh-Hans'] === '24小时自助服务区街门')!;
  engine({ type: 'open', venue: hall.venue, register, timetable, seed: 1 });
  if (isPrepared) engine({ type: 'prepare' });
  engine({
    type: 'route',
    id: 1,
    atMs: at(text),
    query: { from: { ...street.point, level: street.level }, profile: 'walk' },
    destinations: [{ window: '1' }],
  });
  const report = reports[0]!;
  if (report.type !== 'route') throw new Error('no route');
  return report.result;
}

describe('a page at its hour', () => {
  it('leads from the self-service area into the hall while its doors are open', () => {
    expect(routeAt('2026-11-25T10:00').ok).toBe(true);
  });

  it('says on Sunday that the hall is shut, and when it opens', () => {
    const result = routeAt('2026-11-29T10:00');
    if (result.ok) throw new Error('The hall is shut.');
    expect(result.error.reason?.zh).toContain('明天 8:30 开放');
    expect(result.error.reason?.en).toContain('tomorrow at 8:30');
  });

  it('prepared before anybody asks, tells nothing of it and leads the same way, also through doors that are shut', () => {
    for (const time of ['2026-11-25T10:00', '2026-11-29T10:00'])
      expect(routeAt(time, hall, true)).toEqual(routeAt(time));
  });

  it('in a demonstration leads at any hour', () => {
    expect(routeAt('2026-11-29T03:00', demonstration).ok).toBe(true);
  });
});

describe('several stops', () => {
  const stops = [
    { id: 'licence', name: { zh: '执照', en: 'Licence' }, windows: ['39', '40'], after: [] },
    { id: 'tax', name: { zh: '税务', en: 'Tax' }, windows: ['141', '142'], after: [] },
    { id: 'invoice', name: { zh: '发票', en: 'Invoice types' }, windows: ['159', '160'], after: ['tax'] },
  ];
  const spans = (...waits: [string, number][]) =>
    waits.map(([clock, minutes]) => ({
      untilMs: at(`2026-11-25T${clock}`),
      median: 60 * minutes,
      p90: 120 * minutes,
    }));
  const forecast = {
    atMs: at('2026-11-25T09:00'),
    queues: [
      { letter: 'G', windows: ['39', '40'], spans: spans(['12:00', 5]) },
      { letter: 'T', windows: ['141', '142'], spans: spans(['09:15', 2], ['12:00', 50]) },
    ],
  };
  const gate = venue.amenities.find(({ name }) => name['zh-Hans'] === '南1号门')!;
  const query = { from: { ...gate.point, level: gate.level }, profile: 'walk' } as const;

  function planAt(text: string) {
    const reports: GuideReport[] = [];
    const engine = createGuideEngine((report) => reports.push(report));
    engine({ type: 'open', venue: hall.venue, register, timetable: timetableOf(hall), seed: 1 });
    engine({ type: 'plan', id: 1, atMs: at(text), query, stops, forecast });
    const report = reports[0]!;
    if (report.type !== 'plan' || !report.result.ok) throw new Error('no plan');
    return report.result;
  }

  it('are ordered by the queues to come, which is said', () => {
    const { steps } = planAt('2026-11-25T09:05');
    expect(steps.map(({ stop }) => stop)).toEqual(['tax', 'invoice', 'licence']);
    expect(steps[0]!.text.en).toMatch(/^Window 14\d first, for “Tax”: its queue is shortest until 9:15\.$/);
    expect(steps[0]!.text.zh).toContain('9:15 前这里排队最短');
  });

  it('keep their order of need, and the hours of their windows', () => {
    const { steps, doneAt } = planAt('2026-11-25T11:50');
    expect(steps.findIndex(({ stop }) => stop === 'tax')).toBeLessThan(
      steps.findIndex(({ stop }) => stop === 'invoice'),
    );
    expect(doneAt.hour).toBeGreaterThanOrEqual(14);
  });
});

describe('a goal', () => {
  const goal = windowGoal(venue, '32')!;

  it('that serves nobody now says when it opens', () => {
    const [year, month, minute] = [2026, 11, 0];
    expect(shutGoal(hall, goal, at('2026-11-27T17:30'))?.opens).toEqual({
      year,
      month,
      day: 30,
      hour: 9,
      minute,
    });
    expect(shutGoal(hall, goal, at('2026-11-27T10:30'))).toBeUndefined();
  });

  it('of several places is one that is open, where any is', () => {
    const late = { ...venue.windows[0]!, number: 'N1', hours: '24/7' };
    const there = { ...hall, venue: { ...venue, windows: [...venue.windows, late] } };
    const both = { ...goal, targets: [...goal.targets, ...windowGoal(there.venue, 'N1')!.targets] };
    const open = (text: string) => openGoal(there, both, at(text)).targets.map(({ to }) => to);
    expect(open('2026-11-27T10:30')).toEqual([{ window: '32' }, { window: 'N1' }]);
    expect(open('2026-11-27T22:30')).toEqual([{ window: 'N1' }]);
  });
});
