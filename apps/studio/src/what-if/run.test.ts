import type { Services, Ticket } from '@daoyin/services';
import { expect, test } from 'vitest';
import { line, rect, venueOf } from '../../../../packages/routing/src/sketch.test-support';
import type { WhatIfReport, WhatIfRequest } from './messages';
import { whatIf } from './run';

/** Two storeys with stairs and a lift; window 1 below, window 2 above. */
const hall = (at = { x: 3, y: 15 }) =>
  venueOf({
    levels: ['1F', '2F'],
    units: ['1F', '2F'].flatMap((level) => [
      { id: `hall ${level}`, level, category: 'walkway', area: rect(0, 0, 20, 20) },
      { id: `lift ${level}`, level, category: 'elevator', area: rect(0, 8, 2, 10) },
      { id: `stairs ${level}`, level, category: 'stairs', area: rect(16, 8, 18, 12) },
    ]),
    openings: [
      { id: 'street', line: line(9, 0, 11, 0) },
      ...['1F', '2F'].flatMap((level) => [
        { id: `lift door ${level}`, level, line: line(2, 8.3, 2, 9.7) },
        { id: `stair door ${level}`, level, line: line(16, 8.5, 16, 11.5) },
      ]),
    ],
    connectors: [
      { id: 'lift', kind: 'elevator', unitIds: ['lift 1F', 'lift 2F'] },
      { id: 'stairs', kind: 'stairs', unitIds: ['stairs 1F', 'stairs 2F'] },
    ],
    windows: { 1: { x: 4, y: 4 }, 2: { ...at, level: '2F' } },
  });

const services = { items: [{ id: 'upstairs', windows: ['2'] }], series: [] } as unknown as Services;

const tickets = Array.from({ length: 20 }, (_, i): Ticket => {
  const takenAtMs = 60_000 * i;
  return {
    day: '2026-03-03',
    number: `A${i}`,
    serviceId: 'upstairs',
    series: 'A',
    ordinal: i,
    state: 'done',
    priority: i % 5 === 0 ? 'priority' : 'normal',
    queuedAtMs: takenAtMs,
    calls: 1,
    window: '2',
    takenAtMs,
    calledAtMs: takenAtMs + 10_000,
    servedAtMs: takenAtMs + 40_000,
    finishedAtMs: takenAtMs + 50_000,
  };
});

function resultOf(request: Partial<WhatIfRequest>) {
  const venue = hall();
  const asIs = { venue, closed: [] };
  const reports = [
    ...whatIf({ before: asIs, after: asIs, services, tickets, numbers: 0, ...request }),
  ] as WhatIfReport[];
  const last = reports.at(-1)!;
  if (last.type !== 'done') throw new Error(last.type);
  return last.result;
}

test('with nothing changed nothing changes', () => {
  const { change, walks } = resultOf({});
  expect(change.walk.after).toEqual(change.walk.before);
  expect(change.wait.after).toEqual(change.wait.before);
  expect([change.walkMore, change.walkLess, change.lost]).toEqual([0, 0, []]);
  expect(walks.every(({ worst }) => worst === undefined)).toBe(true);
});

test('without the lift those who go without steps reach the upper window no more, and are named', () => {
  const venue = hall();
  const { change, walks } = resultOf({
    before: { venue, closed: [] },
    after: { venue, closed: ['lift'] },
  });
  expect(change.lost).toEqual(['A0', 'A5', 'A10', 'A15']);
  expect(walks.find(({ profile }) => profile === 'step-free')!.lost).toEqual(['2']);
  expect(change.walk.after.count).toBe(16);
});

test('a window that is moved away makes all walk more, and the way back less', () => {
  const [near, far] = [hall({ x: 14, y: 10 }), hall({ x: 3, y: 18 })].map((venue) => ({ venue, closed: [] }));
  const away = resultOf({ before: near!, after: far! }).change;
  expect(away.walk.after.median).toBeGreaterThan(away.walk.before.median);
  expect(away.walkMore).toBeGreaterThan(10);
  expect(resultOf({ before: far!, after: near! }).change.walkLess).toBe(away.walkMore);
});

test('a window that is moved says how far it is and that nobody was called to it, where its day has nobody there', () => {
  const [near, far] = [hall({ x: 14, y: 10 }), hall({ x: 3, y: 18 })].map((venue) => ({ venue, closed: [] }));
  const [busy] = resultOf({ before: near!, after: far! }).moved;
  expect(busy!.window).toBe('2');
  expect(busy!.way.after).toBeGreaterThan(busy!.way.before!);
  expect(busy!.called).toEqual({ before: 20, after: 20 });
  const idle = tickets.map((ticket) => ({ ...ticket, window: '1', serviceId: 'below' }));
  const quiet = resultOf({ before: near!, after: far!, tickets: idle });
  expect(quiet.moved).toEqual([{ ...busy, called: { before: 0, after: 0 } }]);
  expect([quiet.change.walkMore, quiet.change.walkLess]).toEqual([0, 0]);
  expect(resultOf({}).moved).toEqual([]);
});
