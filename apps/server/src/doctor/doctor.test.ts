import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyArchive } from '../../../../packages/venue/src/tiny-archive.test-support';
import { backupName } from '../backup/files';
import { SCHEMA } from '../storage/migrate';
import { startTestServer, type TestServer, testOptions } from '../testing/hall';
import { freePort } from '../testing/postgres';
import { checkHall } from './check-hall';
import { checkNetwork } from './check-network';
import { checkStorage, schemaFinding, shareFindings } from './check-storage';
import type { Finding } from './finding';

const folder = mkdtempSync(join(tmpdir(), 'daoyin-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));
const optionsWith = (env: NodeJS.ProcessEnv, args: readonly string[] = []) => testOptions(folder, args, env);
const of = (findings: readonly Finding[], part: string) =>
  findings.filter((finding) => finding.part === part);
const now = () => Date.now();

describe('the doctor', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  }, 120_000);
  afterAll(() => server.close());

  it('finds nothing wrong with a server that runs, and leaves it running', async () => {
    const args = ['--data', server.folder, '--port', String(server.port)];
    const options = testOptions(server.folder, args, {});
    const findings = [...(await checkStorage(options, now)), ...(await checkNetwork(options, now()))];
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(of(findings, 'database')).toMatchObject([{ message: expect.stringContaining('and answers') }]);
    expect(of(findings, 'port')).toMatchObject([{ message: expect.stringContaining('is ready') }]);
    expect((await fetch(`${server.at}/api/ready`)).status).toBe(200);
  });

  it('names a database and a broker that are not there', async () => {
    const nobody = await freePort();
    const options = optionsWith({
      DATABASE_URL: `postgres://hall@127.0.0.1:${nobody}/hall`,
      MQTT_URL: `mqtt://127.0.0.1:${nobody}`,
    });
    expect(of(await checkStorage(options, now), 'database')).toMatchObject([
      { severity: 'error', message: expect.stringContaining('ECONNREFUSED') },
    ]);
    expect(of(await checkNetwork(options, now()), 'broker')).toMatchObject([
      { severity: 'error', message: expect.stringContaining('ECONNREFUSED') },
    ]);
  });

  it('changes nothing: a data folder that is not there is not made', async () => {
    const data = join(folder, 'not-there');
    expect(of(await checkStorage(optionsWith({}, ['--data', data]), now), 'database')).toMatchObject([
      { severity: 'ok', message: expect.stringContaining('first start') },
    ]);
    expect(existsSync(data)).toBe(false);
  });

  it('tells a port that another program has from one that a server of ours has', async () => {
    const other = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(of(await checkNetwork(optionsWith({}, ['--port', String(port)]), now()), 'port')).toMatchObject([
      { severity: 'error', message: expect.stringContaining('Another program') },
    ]);
    other.close();
  });

  it('warns of a database inside that lies on a network share', () => {
    expect(shareFindings('/hall', 0xef53)).toEqual([]);
    expect(shareFindings('/hall', 0x6969)).toMatchObject([
      { severity: 'warning', part: 'data folder', message: expect.stringContaining('network share (NFS)') },
    ]);
  });

  it('a schema that is newer than the server is an error, an older one is not', () => {
    expect(schemaFinding(SCHEMA + 1).severity).toBe('error');
    expect(
      [schemaFinding(0), schemaFinding(1), schemaFinding(SCHEMA)].map(({ severity }) => severity),
    ).toEqual(['ok', 'ok', 'ok']);
  });

  it('no backup, an old one and one beside what it saves are each said', async () => {
    const backups = join(folder, 'backups');
    const backupsOf = async (env: NodeJS.ProcessEnv) =>
      of(await checkStorage(optionsWith(env), now), 'backup');
    expect((await backupsOf({}))[0]).toMatchObject({ severity: 'warning' });
    mkdirSync(backups);
    const env = { DAOYIN_BACKUP_FOLDER: backups };
    writeFileSync(join(backups, backupName(Date.now() - 3 * 86_400_000)), '');
    expect(await backupsOf(env)).toContainEqual({
      severity: 'error',
      part: 'backup',
      message: 'The last backup is 3 days old.',
    });
    writeFileSync(join(backups, backupName(Date.now())), '');
    const fresh = await backupsOf(env);
    expect(fresh.map(({ severity }) => severity)).toEqual(['ok', 'ok', 'warning']);
    expect(fresh[2]!.message).toContain('on the disk that they are to save from');
  });

  it('a catalogue whose holidays run out is warned of, one that knows them for long is not', async () => {
    const sample = ['--venue', resolve('floorplans/zhongshan'), '--beacons', resolve('beacons.json')];
    const holidays = async (day: string) =>
      of(await checkHall(optionsWith({}, sample), Date.parse(`${day}T04:00Z`)), 'hall')[1];
    expect(await holidays('2026-06-01')).toMatchObject({ severity: 'ok' });
    for (const day of ['2026-12-20', '2027-02-01'])
      expect(await holidays(day)).toMatchObject({
        severity: 'warning',
        message: expect.stringContaining('until 2026-12-31'),
      });
  });

  it('the beacons of another hall, and a plan without a catalogue, are not called sound', async () => {
    const plan = join(folder, 'plan');
    mkdirSync(plan);
    for (const [name, content] of tinyArchive()) writeFileSync(join(plan, name), content);
    const hallOf = async (beacons: string) =>
      checkHall(optionsWith({}, ['--venue', plan, '--beacons', beacons]), now());
    const [read, fits] = await hallOf(resolve('beacons.json'));
    expect(read).toMatchObject({ severity: 'warning', message: expect.stringContaining('no catalogue') });
    expect(fits).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(/^\d+ errors, such as: Beacon B001/),
    });
    const none = join(folder, 'none.json');
    writeFileSync(none, '{"venue":"tiny","beacons":[]}');
    expect((await hallOf(none))[1]).toMatchObject({ severity: 'ok' });
  });

  it('a certificate that cannot be read is an error', async () => {
    const options = optionsWith({
      DAOYIN_HTTP_TLS_CERTIFICATE: join(folder, 'no.pem'),
      DAOYIN_HTTP_TLS_KEY: join(folder, 'no.key'),
    });
    expect(of(await checkNetwork(options, now()), 'tls')).toMatchObject([{ severity: 'error' }]);
  });
});
