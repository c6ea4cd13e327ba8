import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@daoyin/geometry';
import { parseHours, readServices } from '@daoyin/services';
import { type LocalTime, readVenue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { createRouter } from './router';
import { isStaffOnly, unitKind } from './space/categories';
import type { NoRoute, ProfileName, Route, RouteQuery } from './types';

const folder = join(import.meta.dirname, '../../../floorplans/zhongshan');
const PAIRS = 12;

describe.skipIf(!existsSync(folder))('walkers in the sample hall', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('json'));
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const [read, catalogue] = [readVenue(files), readServices(files.get('services.json')!)];
  if (!read.ok || !catalogue.ok) throw new Error('The sample hall cannot be read.');
  const { venue } = read;
  const { doors, holidays } = catalogue.services;
  const lifts = venue.connectors.filter(({ kind }) => kind === 'elevator').map(({ id }) => id);
  const hours = new Map(doors.map((door) => [door.featureId, door.hours]));
  hours.set(lifts[0]!, 'Mo-Fr 08:30-12:00');
  const router = createRouter(venue, {
    prepare: [],
    hours,
    readHours: (text) => parseHours(text, holidays),
  });
  const windowAt = (number: string) => venue.windows.find((window) => window.number === number)!.at;
  const entrance = (name: string) => {
    const { point, level } = venue.amenities.find((one) => one.name['zh-Hans'] === name)!;
    return { ...point, level };
  };

  function found(query: RouteQuery): Route {
    const route = router.find(query);
    if (!route.ok) throw new Error(route.error.message);
    return route;
  }

  function refused(query: RouteQuery): NoRoute['error'] {
    const route = router.find(query);
    if (route.ok) throw new Error('There is a way.');
    return route.error;
  }

  /** Seeded pairs of windows on different storeys. */
  const pairs = Array.from({ length: PAIRS }, (_, i) => {
    const random = seededRandom(i + 1);
    const pick = () => venue.windows[Math.floor(random() * venue.windows.length)]!;
    let [a, b] = [pick(), pick()];
    while (a.at.level === b.at.level) [a, b] = [pick(), pick()];
    return { from: a.at, to: { window: b.number } };
  });
  const ridesOf = (profile: ProfileName) =>
    pairs.map((pair) =>
      found({ ...pair, profile }).legs.flatMap((leg) => (leg.kind === 'connector' ? [leg.connector] : [])),
    );

  it.each(['step-free', 'pram'] as const)('%s changes storey by lift, and by nothing else', (profile) => {
    for (const rides of ridesOf(profile)) {
      expect(rides.length).toBeGreaterThan(0);
      expect(rides.filter((kind) => kind !== 'elevator')).toEqual([]);
    }
  });

  it('slow goes by lift where others climb or ride the escalator, though it takes longer', () => {
    const [walk, slow] = [ridesOf('walk'), ridesOf('slow')];
    expect(slow.flat()).not.toContain('escalator');
    const lifts = (rides: readonly string[][]) => rides.flat().filter((kind) => kind === 'elevator').length;
    expect(lifts(slow)).toBeGreaterThan(lifts(walk));
    const longer = pairs.filter((pair) => {
      const byLift = found({ ...pair, profile: 'slow' });
      const without = found({
        ...pair,
        profile: 'slow',
        closed: venue.connectors.filter(({ kind }) => kind === 'elevator').map(({ id }) => id),
      });
      return without.duration < byLift.duration;
    });
    expect(longer.length).toBeGreaterThan(0);
  });

  it('who walks is never slower than who is slow, with a pram or without steps', () => {
    for (const pair of pairs) {
      const { duration } = found({ ...pair, profile: 'walk' });
      for (const profile of ['step-free', 'slow', 'pram'] as const)
        expect(found({ ...pair, profile }).duration).toBeGreaterThanOrEqual(duration);
    }
  });

  const on = (day: number, hour: number): LocalTime => ({ year: 2026, month: 11, day, hour, minute: 0 });
  const inside = { from: entrance('24小时自助服务区街门'), to: { window: '1' }, profile: 'walk' } as const;

  it('the hall is shut at night and on Sunday to who comes by the 24-hour area, and says when it opens', () => {
    expect(found({ ...inside, at: on(25, 10) }).length).toBeGreaterThan(0);
    expect(refused({ ...inside, at: on(25, 20) }).reason).toEqual({
      zh: '24小时区隔离门（夜间关闭）现在不开放，明天 8:30 开放。',
      en: 'Door to the hall (shut at night) is closed at this hour; it opens tomorrow at 8:30.',
    });
    expect(refused({ ...inside, at: on(27, 20) }).reason?.en).toContain('it opens on Monday at 8:30');
  });

  it('a lift is used within its hours only', () => {
    const beside = venue.units.find(
      ({ id, level }) =>
        level === '1F' && venue.connectors.find((one) => one.id === lifts[0])!.unitIds.includes(id),
    )!;
    const from = { ...beside.area[0]!.outer[0]!, level: '1F' };
    const rides = (hour: number) =>
      found({ from, to: { window: '114' }, profile: 'step-free', at: on(25, hour) }).legs.flatMap((leg) =>
        leg.kind === 'connector' ? [leg.connectorId] : [],
      );
    expect(rides(10)).toEqual([lifts[0]]);
    expect(rides(15)).not.toContain(lifts[0]);
  });

  it('lifts that are out of service are named, and that only the escalator or the stairs are left', () => {
    const upstairs = { from: windowAt('1'), to: { window: '150' }, profile: 'step-free' } as const;
    const error = refused({ ...upstairs, closed: lifts });
    expect(error.blockedBy).toEqual(lifts);
    expect(error.reason?.zh).toBe('1号电梯、2号电梯、3号电梯、4号电梯都停用，现在只能走扶梯或楼梯。');
    for (const lift of lifts) {
      const others = lifts.filter((id) => id !== lift);
      expect(
        found({ ...upstairs, closed: others }).legs.some(
          (leg) => leg.kind === 'connector' && leg.connectorId === lift,
        ),
      ).toBe(true);
    }
  });

  it('rooms for staff are closed to visitors, who are told so, and open to staff', () => {
    const rooms = venue.units
      .filter((unit) => isStaffOnly(unit) && unitKind(unit.category) === 'room')
      .slice(0, 12);
    const reached = rooms.filter(({ id }) => {
      const query: RouteQuery = { from: windowAt('1'), to: { featureId: id }, profile: 'walk' };
      expect(refused(query).obstacles?.map(({ kind }) => kind)).toEqual(['staff']);
      return router.find({ ...query, staff: true }).ok;
    });
    expect(reached.length).toBeGreaterThan(rooms.length / 2);
  });
});
