import { describe, expect, it } from 'vitest';
import { mergeLines, playWalk } from './play';

const at = (...times: readonly number[]) => times.map((atMs) => ({ atMs }));
const timesOf = (lines: readonly unknown[]) => lines.map((line) => (line as { atMs: number }).atMs);
const played = (lines: readonly unknown[], everyMs = 500) => [...playWalk(lines, everyMs)];
const HOUR = 3_600_000;

describe('the player', () => {
  it('merges files by time, the first file first at one time, and leaves each in its own order', () => {
    expect(timesOf(mergeLines(at(10, 20, 30), at(5, 20, 40)))).toEqual([5, 10, 20, 20, 30, 40]);
    expect(timesOf(mergeLines(at(10, 20, 12, 30), at(15, 25)))).toEqual([10, 15, 20, 12, 25, 30]);
    expect(timesOf(mergeLines(at(10, HOUR, 20, 30), at(15, 25)))).toEqual([10, HOUR, 15, 20, 25, 30]);
  });

  it('hands over every line once, none before its time, however the time is cut', () => {
    const lines = at(5, 10, 20, 20, 30, 40);
    for (const step of [1, 7, 100]) {
      const moments = played(lines, step);
      for (const { atMs, lines: came } of moments)
        for (const time of timesOf(came)) expect(time).toBeLessThanOrEqual(atMs);
      expect(moments.flatMap(({ lines: came }) => came)).toEqual(lines);
    }
  });

  it('plays what is late, from the future or no line at all where it came', () => {
    const lines = [...at(0, 900, 300, 1000, HOUR, 1100), 'no line', { atMs: null }, ...at(1200)];
    const moments = played(lines);
    expect(moments.map(({ atMs }) => atMs)).toEqual([0, 500, 1000, 1500]);
    expect(moments.map(({ lines: came }) => came.length)).toEqual([1, 0, 4, 4]);
  });

  it('goes on at the new time where the clock was set, ahead or back', () => {
    for (const jump of [HOUR, -HOUR]) {
      const lines = at(
        ...[0, 400, 800].flatMap((ms) => [HOUR + ms]),
        ...[0, 400, 800].map((ms) => HOUR + jump + ms),
      );
      const moments = played(lines);
      expect(moments.length).toBeLessThan(8);
      expect(moments.at(-1)!.atMs - HOUR - jump).toBeLessThan(1500);
      expect(moments.flatMap(({ lines: came }) => came)).toEqual(lines);
    }
  });

  it('begins and ends with the truth, where that is longer', () => {
    const moments = [...playWalk(at(700, 900), 500, 0, 2000)];
    expect(moments.map(({ atMs }) => atMs)).toEqual([0, 500, 1000, 1500, 2000]);
    expect([...playWalk([], 500)]).toEqual([]);
  });
});
