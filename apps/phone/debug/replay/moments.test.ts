import type { BeaconRegister } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { momentsOf } from './moments';

interface Line {
  readonly atMs: number;
  readonly beacon: string;
  readonly rssiDbm: number;
}

const HOUR_MS = 3_600_000;
const SECONDS = 12;

/** Beacons every 6 m; `powerDbm` is what the register says of the first. */
function registerOf(count: number, powerDbm = -59): BeaconRegister {
  const beacons = Array.from({ length: count }, (_, i) => ({
    id: `B${i}`,
    at: { x: 6 * (i % 3), y: 6 * Math.floor(i / 3), level: '1F' },
    height: 3,
    measuredPowerDbm: i === 0 ? powerDbm : -59,
    status: 'active' as const,
  }));
  return { venue: 'v', beacons };
}

/** Nine beacons heard at the middle of them, each three times a second. */
function heard(fromMs = 0): readonly Line[] {
  return Array.from({ length: 27 * SECONDS }, (_, i) => ({
    atMs: fromMs + Math.floor((i * 1000) / 27),
    beacon: `B${i % 9}`,
    rssiDbm: i % 9 === 4 ? -64 : -74,
  }));
}

/** All that the page says beside the last picture of a walk of these lines. */
function told(lines: readonly unknown[], register = registerOf(9)): string {
  const walk = { name: 'walk', beacons: null, venue: null, occupancy: null, lines, truth: [] };
  const last = [...momentsOf({ walk, register, estimator: 'best' })].at(-1)!;
  return [...last.debug.notes, last.counters].join('\n');
}

/** Something bad before every 50th line. */
function mixed(bad: (line: Line) => unknown): readonly unknown[] {
  return heard().flatMap((line, i) => (i % 50 === 49 ? [bad(line), line] : [line]));
}

describe('the page says why of', () => {
  const six = heard().length / 50;
  it.each<readonly [name: string, lines: readonly unknown[], says: RegExp]>([
    [
      'readings all from one beacon',
      heard().filter(({ beacon }) => beacon === 'B4'),
      /no position: 1 beacons with a place/,
    ],
    ['what comes twice', mixed((line) => line), new RegExp(`${Math.floor(six)} duplicate`)],
    ['what is out of order', mixed((line) => ({ ...line, atMs: line.atMs - 1500 })), /dropped: .*\d late/],
    [
      'a lone leap of the clock by an hour',
      mixed((line) => ({ ...line, atMs: line.atMs + HOUR_MS })),
      /6 time-spike/,
    ],
    [
      'a clock that was set an hour back',
      [...heard(HOUR_MS), ...heard()],
      /1 restarts, the clock was set back/,
    ],
    ['a clock that was set an hour ahead', [...heard(), ...heard(HOUR_MS)], /1 glitch/],
    [
      'what is no number',
      mixed((line) => JSON.stringify(line).replace(/-\d+/, 'NaN')),
      /6 bad-line; the last bad line: no JSON/,
    ],
    ['a line without a time', mixed((line) => ({ ...line, atMs: null })), /6 bad-line/],
    [
      'a step of 50 m',
      mixed(({ atMs }) => ({ atMs, step: { length: 50, heading: 0 } })),
      /6 bad-line; the last bad line: .*step/,
    ],
  ])('%s', (_, lines, says) => {
    expect(told(lines)).toMatch(says);
    expect(told(heard())).not.toMatch(says);
  });

  it('a beacon with an absurd power', () => {
    expect(told(heard(), registerOf(9, 127))).toMatch(/power of 1 beacons is absurd and not used: B0/);
  });

  it('a register that lacks half of what is heard', () => {
    expect(told(heard(), registerOf(4))).toMatch(/180 unknown-beacon/);
  });
});
