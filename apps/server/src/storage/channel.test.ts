import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databasesUnderTest } from '../testing/databases';
import { postgresPrograms } from '../testing/postgres';
import { openProxy } from '../testing/proxy';
import { openChannel } from './channel';
import { type OpenDatabase, openDatabase } from './database';

describe.skipIf(postgresPrograms() === undefined)('events between servers on one PostgreSQL', () => {
  const under = databasesUnderTest().at(-1)!;
  let storage: OpenDatabase;
  let place: string;
  const warnings: string[] = [];

  beforeAll(async () => {
    const location = await under.fresh();
    place = location.kind === 'postgres' ? location.url : '';
    storage = await openDatabase(location, (message) => warnings.push(message));
  }, 60_000);
  afterAll(async () => {
    await storage.close();
    await under.end();
  });
  const say = (text: string) => storage.database.execute(sql`SELECT pg_notify('test', ${text})`);

  it('come in order, and only those of the channel', async () => {
    const heard: string[] = [];
    const stop = await storage.listen(
      'test',
      (text) => heard.push(text),
      () => undefined,
    );
    await storage.database.execute(sql`SELECT pg_notify('another', 'x')`);
    for (const text of ['1', '2', '3']) await say(text);
    await vi.waitFor(() => expect(heard).toEqual(['1', '2', '3']));
    await stop();
  });

  it('when the connection broke, whoever listens is told that it missed something, and hears again', async () => {
    const heard: string[] = [];
    const missed = vi.fn();
    const stop = await storage.listen('test', (text) => heard.push(text), missed);
    await storage.database.execute(
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`,
    );
    await vi.waitFor(() => expect(missed).toHaveBeenCalledTimes(1), { timeout: 15_000 });
    expect(warnings.join()).toContain('trying again');
    await say('after');
    await vi.waitFor(() => expect(heard).toEqual(['after']));
    await stop();
  });

  it('while the database is away it is asked about once a second, not more and more often', async () => {
    const url = new URL(place);
    const wire = await openProxy({ port: Number(url.port) });
    url.port = String(wire.port);
    const missed = vi.fn();
    const stop = await openChannel({
      url: url.href,
      channel: 'test',
      heard: () => undefined,
      missed,
      warn: () => undefined,
    });
    wire.cut();
    await sleep(5_500);
    expect(wire.connections()).toBeLessThanOrEqual(7);
    wire.mend();
    await vi.waitFor(() => expect(missed).toHaveBeenCalledTimes(1), { timeout: 15_000 });
    await stop();
    await wire.close();
  }, 60_000);
});
