import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wallClock } from '../clock';
import { type OpenDatabase, openDatabase } from '../storage/database';
import { databasesUnderTest } from '../testing/databases';
import { type Board, openBoard } from './board';
import { openForecasts } from './forecasts';
import type { HallHours } from './hall-hours';

const series = [
  { letter: 'A', name: { en: 'Exit' }, windows: ['1', '2'] },
  { letter: 'B', name: { en: 'Tax' }, windows: ['3'] },
];
const HOUR_MS = 3_600_000;
const at = (day: string, clock: string) => Date.parse(`${day}T${clock}:00+08:00`);
const TODAY = '2026-11-25';
const nowMs = at(TODAY, '09:00');
/** From nine to noon. */
const hours: HallHours = {
  servesAt: (ms) =>
    (ms + 8 * HOUR_MS) % (24 * HOUR_MS) < 12 * HOUR_MS && (ms + 8 * HOUR_MS) % (24 * HOUR_MS) >= 9 * HOUR_MS,
  opensInMs: () => undefined,
  refusalAt: () => undefined,
};

describe.each(databasesUnderTest())('forecasts on $name', (under) => {
  let storage: OpenDatabase;
  let board: Board;

  beforeAll(async () => {
    storage = await openDatabase(await under.fresh());
    board = await openBoard(storage);
    for (const day of ['2026-11-23', '2026-11-24']) await takenBefore(day, '10:30', 24);
    await takenBefore(TODAY, '08:45', 4, 'B');
  }, 60_000);
  afterAll(async () => {
    await board.close();
    await storage.close();
    await under.end();
  });

  /** So many numbers within a quarter of an hour. */
  async function takenBefore(day: string, clock: string, count: number, letter = 'A'): Promise<void> {
    for (let i = 1; i <= count; i++) {
      const ms = at(day, clock) + (i * 900_000) / (count + 1);
      await storage.database.execute(sql`
        INSERT INTO tickets (day, number, series, ordinal, service_id, state, priority, queued_at_ms, place_ms, calls, taken_at_ms, updated_at_ms)
        VALUES (${day}, ${`${letter}${clock}${i}`}, ${letter}, ${i}, 'x', ${day === TODAY ? 'waiting' : 'done'}, 'normal', ${ms}::float8::bigint,
          ${ms}::float8::bigint, 0, ${ms}::float8::bigint, ${ms}::float8::bigint)`);
    }
  }

  it('see the rush of the days before, those who wait now, and the closing', async () => {
    const clock = wallClock('Asia/Shanghai');
    const forecasts = openForecasts({
      database: storage.database,
      board,
      series,
      hours,
      clock,
      nowMs: () => nowMs,
    });
    const { queues } = await forecasts.now();
    const [a, b] = queues.map(({ spans }) => spans);
    const waitOf = (spans: typeof a, clockTime: string) =>
      spans!.find(({ untilMs }) => untilMs >= at(TODAY, clockTime))?.median;
    expect(waitOf(a, '09:15')).toBe(0);
    expect(waitOf(a, '11:00')).toBeGreaterThan(600);
    expect(waitOf(b, '09:15')).toBeGreaterThan(waitOf(b, '11:00')!);
    for (const spans of [a, b]) expect(spans!.at(-1)!.untilMs).toBe(at(TODAY, '12:00'));
  });
});
