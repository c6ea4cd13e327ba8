import type { Hours, LocalTime } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { createRouter } from '../router';
import { line, rect, type Sketch, venueOf } from '../sketch.test-support';
import type { NoRoute, RouteQuery } from '../types';

const at = (day: number, hour: number): LocalTime => ({ year: 2026, month: 11, day, hour, minute: 0 });

/** Open from nine to five on weekdays of November 2026 (the 23rd is a Monday). */
const office: Hours = {
  isOpen: ({ day, hour }) => day % 7 !== 0 && day % 7 !== 1 && hour >= 9 && hour < 17,
  nextChange: ({ day, hour }) => {
    const opens = hour < 9 ? day : day + 1;
    const [saturday, sunday] = [opens % 7 === 0, opens % 7 === 1];
    return at(opens + (saturday ? 2 : sunday ? 1 : 0), 9);
  },
};

function why(sketch: Sketch, query: Partial<RouteQuery>, hours: ReadonlyMap<string, string> = new Map()) {
  const router = createRouter(venueOf(sketch), { readHours: () => office, hours });
  const found = router.find({
    from: { x: 10, y: 5, level: '1F' },
    to: { x: 10, y: 5, level: '2F' },
    profile: 'walk',
    ...query,
  });
  if (found.ok) throw new Error('There is a way.');
  return found.error;
}

const wordsOf = ({ reason }: NoRoute['error']) => [reason?.zh, reason?.en];

const storeys: Sketch = {
  levels: ['1F', '2F'],
  units: ['1F', '2F'].flatMap((level) => [
    { id: `floor ${level}`, level, category: 'walkway', area: rect(0, 0, 20, 20) },
    {
      id: `lift ${level}`,
      level,
      category: 'elevator',
      name: { 'zh-Hans': '2号电梯', en: 'Lift 2' },
      area: rect(0, 9, 2, 11),
    },
    { id: `stairs ${level}`, level, category: 'stairs', area: rect(18, 8, 20, 12) },
  ]),
  connectors: [
    { id: 'lift', kind: 'elevator', unitIds: ['lift 1F', 'lift 2F'] },
    { id: 'stairs', kind: 'stairs', unitIds: ['stairs 1F', 'stairs 2F'] },
  ],
};

describe('why there is no way', () => {
  it('a lift that is out of service is named, and that only the stairs are left', () => {
    const error = why(storeys, { profile: 'step-free', closed: ['lift'] });
    expect(error).toMatchObject({
      kind: 'unreachable',
      blockedBy: ['lift'],
      obstacles: [{ featureId: 'lift', kind: 'closed' }],
    });
    expect(wordsOf(error)).toEqual([
      '2号电梯停用，现在只能走楼梯。',
      'Lift 2 is out of service; only the stairs lead there now.',
    ]);
  });

  it('what the clock has shut is said with when it opens', () => {
    const hours = new Map([['lift', 'office']]);
    const shut = (time: LocalTime) => wordsOf(why(storeys, { profile: 'pram', at: time }, hours));
    expect(shut(at(23, 8))).toEqual([
      '2号电梯现在不开放，9:00 开放，现在只能走楼梯。',
      'Lift 2 is closed at this hour; it opens at 9:00; only the stairs lead there now.',
    ]);
    expect(shut(at(23, 20))[0]).toContain('明天 9:00 开放');
    expect(shut(at(27, 20))).toEqual([
      expect.stringContaining('周一 9:00 开放'),
      expect.stringContaining('it opens on Monday at 9:00'),
    ]);
  });

  it('where there never was a lift, steps are what blocks', () => {
    const stairsOnly = { ...storeys, connectors: storeys.connectors!.slice(1) };
    const error = why(stairsOnly, { profile: 'step-free' });
    expect(error.obstacles).toEqual([{ featureId: 'stairs', kind: 'steps' }]);
    expect(wordsOf(error)).toEqual([
      '只能走楼梯，没有电梯可到。',
      'Only the stairs lead there, and no lift.',
    ]);
  });

  it('several things that are all needed are all named', () => {
    const error = why(storeys, { closed: ['lift', 'stairs'] });
    expect(error.blockedBy).toEqual(['lift', 'stairs']);
    const both = why(storeys, { closed: ['lift 1F', 'lift 2F'], profile: 'step-free' });
    expect(both.blockedBy).toEqual(['lift 1F', 'lift 2F']);
    expect(wordsOf(both)[1]).toMatch(/^Lift 2 is out of service/);
  });

  it('stairs from storey to storey that are shut with the lift are said too', () => {
    const third = ['floor', 'lift', 'stairs'].map((name) => {
      const { units = [] } = storeys;
      return { ...units.find(({ id }) => id === `${name} 2F`)!, id: `${name} 3F`, level: '3F' };
    });
    const tower: Sketch = {
      levels: ['1F', '2F', '3F'],
      units: [...storeys.units!, ...third],
      connectors: [
        { id: 'lift', kind: 'elevator', unitIds: ['lift 1F', 'lift 2F', 'lift 3F'] },
        { id: 'lower', kind: 'stairs', unitIds: ['stairs 1F', 'stairs 2F'] },
        { id: 'upper', kind: 'stairs', unitIds: ['stairs 2F', 'stairs 3F'] },
      ],
    };
    const to = { x: 10, y: 5, level: '3F' };
    expect(wordsOf(why(tower, { to, closed: ['lift', 'lower', 'upper'] }))).toEqual([
      '2号电梯停用，楼梯也停用。',
      'Lift 2 is out of service; so are the stairs.',
    ]);
  });

  it('storeys that nothing joins are said to be so', () => {
    const error = why({ ...storeys, connectors: [] }, {});
    expect(wordsOf(error)).toEqual([
      '从1F到2F没有可以走的电梯、扶梯或楼梯。',
      'No lift, escalator or stairs lead from 1F to 2F.',
    ]);
  });
});

const rooms: Sketch = {
  units: [
    { id: 'hall', category: 'walkway', area: rect(0, 0, 20, 10) },
    { id: 'archive', name: { en: 'the archive', zh: '档案室' }, area: rect(0, 10, 20, 20) },
  ],
  openings: [{ id: 'door', line: line(8, 10, 9.4, 10) }],
};
const inside = { to: { x: 5, y: 17, level: '1F' } };

describe('why a room cannot be entered', () => {
  it('a door that is shut goes by the name of its room', () => {
    expect(wordsOf(why(rooms, { ...inside, closed: ['door'] }))).toEqual([
      '档案室的门关着。',
      'The door of the archive is shut.',
    ]);
  });

  it('a door for staff is theirs to open', () => {
    const locked = { ...rooms, openings: [{ ...rooms.openings![0]!, accessControl: ['badgereader'] }] };
    const error = why(locked, inside);
    expect(error.obstacles).toEqual([{ featureId: 'door', kind: 'staff' }]);
    expect(error.reason!.zh).toContain('工作人员');
  });

  it('a goal that is an area for staff is refused as such, though its wall is near', () => {
    const kept = {
      ...rooms,
      units: [rooms.units![0]!, { id: 'archive', category: 'nonpublic', area: rect(0, 10, 20, 14) }],
    };
    const error = why(kept, { to: { featureId: 'archive' } });
    expect(error).toMatchObject({
      kind: 'not-walkable',
      obstacles: [{ featureId: 'archive', kind: 'staff' }],
    });
  });

  it('a revolving door is too narrow for wheels', () => {
    const revolving = { ...rooms, openings: [{ ...rooms.openings![0]!, doorType: 'revolving' }] };
    const error = why(revolving, { ...inside, profile: 'pram' });
    expect(error.obstacles).toEqual([{ featureId: 'door', kind: 'narrow' }]);
    expect(wordsOf(error)).toEqual([
      '有一处通道太窄，婴儿车过不去。',
      'A passage on the way is too narrow for a pram.',
    ]);
  });
});
