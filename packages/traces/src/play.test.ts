import { describe, expect, it } from 'vitest';
import { mergeLines, playWalk } from './play';

const readings = [30, 10, 20].map((atMs) => ({ atMs, from: 'readings' }));
const inertial = [5, 20, 40].map((atMs) => ({ atMs, from: 'inertial' }));

describe('the player', () => {
  it('merges files by time, the first file first at one time', () => {
    const merged = mergeLines(readings, inertial);
    expect(merged.map(({ atMs }) => atMs)).toEqual([5, 10, 20, 20, 30, 40]);
    expect(merged[2]!.from).toBe('readings');
    expect(readings[0]!.atMs).toBe(30);
  });

  it('hands over every line once, none before its time, however the time is cut', () => {
    const lines = mergeLines(readings, inertial);
    for (const step of [1, 7, 100]) {
      const player = playWalk(lines);
      const played: number[] = [];
      for (let atMs = 0; atMs <= 100; atMs += step) {
        player.playUntil(atMs, (line) => {
          expect(line.atMs).toBeLessThanOrEqual(atMs);
          played.push(line.atMs);
        });
      }
      expect(played).toEqual([5, 10, 20, 20, 30, 40]);
    }
  });

  it('plays the rest, and again after a rewind', () => {
    const player = playWalk(readings);
    player.playUntil(10, () => {});
    expect([...player.rest()].map(({ atMs }) => atMs)).toEqual([20, 30]);
    player.rewind();
    expect([...player.rest()]).toHaveLength(3);
  });

  it('knows from when to when, and where the walker was in between', () => {
    const truth = [0, 1000].map((atMs) => ({ atMs, x: atMs / 100, y: 0, level: '1F' }));
    const player = playWalk(readings, truth);
    expect([player.fromMs, player.toMs]).toEqual([0, 1000]);
    expect(player.truthAt(250)).toMatchObject({ x: 2.5 });
    expect(playWalk([]).toMs).toBe(0);
  });
});
