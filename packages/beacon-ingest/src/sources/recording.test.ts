import { expect, it } from 'vitest';
import type { Advert } from '../types';
import { startRecordingSource } from './recording';

const line = (atMs: number) =>
  JSON.stringify({ atMs, address: 'c0:11:22:33:44:55', advertHex: '020106', rssiDbm: -60 });

/** Plays lines on a clock that only sleeping moves. */
async function play(lines: readonly string[], speed = 1, stopAfter = Number.POSITIVE_INFINITY) {
  let clock = 1_000_000;
  const adverts: Advert[] = [];
  const problems: string[] = [];
  const source = startRecordingSource({
    lines,
    onAdvert: (advert) => {
      adverts.push(advert);
      if (adverts.length >= stopAfter) source.stop();
    },
    onProblem: (problem) => problems.push(problem),
    nowMs: () => clock,
    sleep: async (ms) => {
      clock += ms;
    },
    speed,
  });
  await source.finished;
  return { times: adverts.map(({ atMs }) => atMs - 1_000_000), adverts, problems };
}

it('plays at the recorded pace, from now on', async () => {
  const { times, adverts } = await play([line(70_000), line(70_500), line(72_000)]);
  expect(times).toEqual([0, 500, 2000]);
  expect(adverts[0]).toMatchObject({ rssiDbm: -60, payload: { kind: 'ad-structures' } });
});

it('plays faster than life', async () => {
  expect((await play([line(0), line(1000), line(4000)], 10)).times).toEqual([0, 100, 400]);
});

it('cuts a night short, and follows a clock that was set back', async () => {
  expect((await play([line(0), line(1e9), line(1e9 + 500), line(0), line(100)])).times).toEqual([
    0, 0, 500, 500, 600,
  ]);
});

it('names a line that is none, and goes on', async () => {
  const { times, problems } = await play([line(0), '', 'rubbish', line(10)]);
  expect(times).toEqual([0, 10]);
  expect(problems).toEqual(['line 3: not JSON: "rubbish"']);
});

it('ends when it is stopped', async () => {
  expect((await play([line(0), line(1), line(2)], 1, 2)).times).toEqual([0, 1]);
});
