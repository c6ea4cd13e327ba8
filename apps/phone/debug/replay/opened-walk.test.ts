import { expect, it } from 'vitest';
import { momentsOf } from './moments';
import { openWalk } from './opened-walk';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const beacons = file(
  'beacons.json',
  JSON.stringify({
    venue: 'v',
    beacons: [0, 1, 2, 3].map((i) => ({
      id: `B${i}`,
      uuid: 'fda50693-a4e2-4fb1-afcf-c6eb07647825',
      major: 1,
      minor: i,
      level: '1F',
      x: 6 * (i % 2),
      y: 6 * (i >> 1),
      height: 3,
      measuredPowerDbm: -59,
      intervalMs: 300,
    })),
  }),
);
const readings = file(
  'readings.jsonl',
  [
    ...Array.from({ length: 120 }, (_, i) =>
      JSON.stringify({ atMs: 100 * i, beacon: `B${i % 4}`, rssiDbm: -70 }),
    ),
    'no line',
    JSON.stringify({ atMs: 12_000, beacon: 'B9', rssiDbm: -70 }),
  ].join('\n'),
);
const truth = file(
  'truth.jsonl',
  '{"atMs":0,"x":3,"y":3,"level":"1F"}\n{"atMs":2000,"x":3,"y":3,"level":"1F"}',
);

it('files of a recording make a walk, with what was heard, the reason why there is none yet, the error and what was dropped', () => {
  const opened = openWalk([readings, truth, beacons]);
  if (!opened.ok) throw new Error(opened.problem);
  const moments = [...momentsOf({ ...opened.value, estimator: 'centroid' })];
  expect(moments[0]!.position).toBeUndefined();
  expect(moments[0]!.debug.notes.join()).toContain('no position');
  expect(moments[4]!.heard).toHaveLength(4);
  expect(moments[4]!.error).toBeLessThan(1);
  expect(moments.at(-1)!.counters).toContain('1 unknown-beacon');
});

it('files without readings or without any register say what is missing', () => {
  expect(openWalk([truth, beacons])).toMatchObject({
    ok: false,
    problem: expect.stringContaining('readings.jsonl'),
  });
  expect(openWalk([readings, truth])).toEqual({ ok: false, problem: 'beacons.json is missing' });
});

it('without files of its own a walk is played in the hall that is shown', () => {
  const hall = openWalk([readings, truth, beacons]);
  if (!hall.ok) throw new Error(hall.problem);
  expect(openWalk([readings], hall.value)).toMatchObject({
    ok: true,
    value: { register: hall.value.register },
  });
});
