import { receiverTopic } from '@daoyin/protocol';
import { sql } from 'drizzle-orm';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { dump } from '../backup/dump';
import { type OpenDatabase, openDatabase } from '../storage/database';
import { databasesUnderTest } from '../testing/databases';
import { startTestServer, type TestServer, uuid } from '../testing/hall';
import { openLog } from './log';

/** PostgreSQL, so that the rows can be read from beside the server. */
const under = databasesUnderTest().at(-1)!;

describe.skipIf(under.name === 'PGlite')('what a server keeps of a visitor', () => {
  const lines: string[] = [];
  let server: TestServer;
  let storage: OpenDatabase;
  beforeAll(async () => {
    const place = await under.fresh();
    if (place.kind !== 'postgres') return;
    const log = openLog({ level: 'debug', format: 'json', write: (line) => lines.push(line) });
    server = await startTestServer({ env: { DATABASE_URL: place.url }, args: ['--trust-proxy'], log });
    storage = await openDatabase(place);
  }, 120_000);
  afterAll(async () => {
    await storage?.close();
    await server?.close();
    await under.end();
  });

  it('has no column that could hold where somebody is', async () => {
    const { rows } = (await storage.database.execute(
      sql`SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    )) as unknown as { rows: { name: string }[] };
    expect(rows.length).toBeGreaterThan(30);
    const places = rows.filter(({ name }) =>
      /\.(x|y|lat|lng|lon|level|position|point|accuracy|heading|ip|address|user_agent)$/.test(name),
    );
    expect(places).toEqual([]);
  });

  it('a walk with a ticket leaves its number, and neither session, reading nor address: in no row, and in no line of the log', async () => {
    const session = 'walk-of-somebody-7261';
    const page = new WebSocket(`${server.at.replace('http', 'ws')}/api/events?session=${session}`);
    const readings = new Promise<string>((resolve) => {
      page.on('message', (data) => {
        if (String(data).includes('"readings"')) resolve(String(data));
      });
    });
    await new Promise((resolve) => page.once('message', resolve));
    const taken = await fetch(`${server.at}/api/tickets`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'phone-of-somebody',
        'x-forwarded-for': '203.0.113.7',
      },
      body: '{"serviceId":"passport"}',
    });
    const { number } = (await taken.json()) as { number: string };
    const advertHex = `0201061aff4c000215${uuid.replaceAll('-', '')}00010001c5`;
    const adverts = [{ atMs: 123_456_789, address: 'c0:ff:ee:c0:ff:ee', advertHex, rssiDbm: -61 }];
    const lent = await mqtt.connectAsync(server.mqttUrl);
    await lent.publishAsync(
      receiverTopic('hall', 'handheld'),
      JSON.stringify({ receiver: 'handheld', session, adverts }),
      { qos: 1 },
    );
    expect(await readings).toContain('B001');
    await server.flushHealth();
    await fetch(`${server.at}/api/tickets/${number}?x=12.5&y=40`);
    const rows: string[] = [];
    await storage.database.transaction(async (queries) => {
      for await (const line of dump(queries, 0)) rows.push(line);
    });
    const all = [...rows, ...lines].join('\n');
    expect(rows.join('\n')).toContain(`"${number}"`);
    expect(lines.length).toBeGreaterThan(0);
    for (const trace of [session, 'c0:ff:ee', 'phone-of-somebody', '12.5', '203.0.113.7'])
      expect(all).not.toContain(trace);
    expect(lines.join('')).not.toContain(number);
    page.close();
    await lent.endAsync();
  });
});
