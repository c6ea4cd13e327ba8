import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { optionsHelp } from './help';
import { readOptions, type ServerOptions } from './options';
import { envNameOf, settingNames, settings } from './settings';

const folder = mkdtempSync(join(tmpdir(), 'daoyin-options-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (text: string): string => {
  const path = join(folder, 'daoyin.toml');
  writeFileSync(path, text);
  return path;
};
function optionsOf(args: readonly string[], env: NodeJS.ProcessEnv = {}): ServerOptions {
  const read = readOptions(args, env, '/project');
  if (read.kind !== 'run') throw new Error(JSON.stringify(read));
  return read.options;
}
const complaintsOf = (args: readonly string[], env: NodeJS.ProcessEnv = {}): readonly string[] => {
  const read = readOptions(args, env, '/project');
  return read.kind === 'wrong' ? read.message.split('\n') : [];
};

describe('the configuration', () => {
  it('is nothing that anybody must write: without it a server runs with its defaults', () => {
    expect(optionsOf([])).toMatchObject({
      port: 8080,
      data: '/project/.data',
      databaseUrl: undefined,
      metricsPort: undefined,
      config: undefined,
    });
  });

  it('the command line goes before the environment, the environment before the file', () => {
    const config = fileOf(
      '[http]\nport = 1\nhost = "::1"\n[storage]\nticket-days = 9\n[hall]\nplan = "hall"',
    );
    const env = { DAOYIN_CONFIG: config, DAOYIN_HTTP_PORT: '2', DAOYIN_HTTP_HOST: '10.0.0.1' };
    expect(optionsOf(['--port', '3'], env)).toMatchObject({
      port: 3,
      host: '10.0.0.1',
      ticketDays: 9,
      venue: join(folder, 'hall'),
      config,
    });
  });

  it('a secret may stand in a file of its own', () => {
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'postgres://hall@db/hall\n');
    expect(optionsOf([], { DATABASE_URL_FILE: secret }).databaseUrl).toBe('postgres://hall@db/hall');
    expect(complaintsOf([], { DATABASE_URL_FILE: '/nowhere' })[0]).toMatch(/^DATABASE_URL_FILE: ENOENT/);
  });

  it('says all that is wrong, where, and what was expected', () => {
    const config = fileOf(`[http]\nprot = 8080\nhost = 5\n[hall]\ntime-zone = "Zhongshan"
[broker]\nurl = "http://broker"\n[backup]\nat = "26:00"\nkeep = 0.5\n[log]\nlevel = ["warn"]`);
    expect(
      complaintsOf(['--config', config, '--port', '70000']).map((line) => line.replace(`${config}: `, '')),
    ).toEqual([
      'there is no setting http.prot; did you mean http.port?',
      'log.level: expected one value.',
      '--port 70000: expected a whole number from 0 to 65535.',
      'http.host = 5: expected a text.',
      'hall.time-zone = Zhongshan: expected an IANA time zone such as Asia/Shanghai.',
      'broker.url = http://broker: expected an address that begins with mqtt:// or mqtts:// or tcp:// or ws:// or wss://.',
      'backup.at = 26:00: expected a time of day such as 02:30.',
      'backup.keep = 0.5: expected a whole number from 1 to 10000.',
    ]);
  });

  it('names the line that is no TOML', () => {
    const config = fileOf('[http]\nport = 8080\nhost = everywhere\n');
    expect(complaintsOf(['--config', config])).toEqual([expect.stringContaining(`${config}, line 3: `)]);
    expect(complaintsOf(['--config', '/nowhere.toml'])).toEqual([expect.stringContaining('/nowhere.toml')]);
  });

  it('a certificate without its key is half a setting', () => {
    expect(complaintsOf([], { DAOYIN_HTTP_TLS_CERTIFICATE: '/a.pem' })).toEqual([
      'http.tls-certificate and http.tls-key go together.',
    ]);
  });

  it('the example in deploy/ names every setting, and means what it says', () => {
    const text = readFileSync(
      fileURLToPath(new URL('../../../../deploy/daoyin.toml', import.meta.url)),
      'utf8',
    );
    const all = text.replaceAll(/^# ?([a-z-]+ = )/gm, '$1');
    for (const name of settingNames) {
      const [, group, leaf] = /^(\w+)\.(.+)$/.exec(settings[name].key)!;
      const table = all.split(/^\[/m).find((part) => part.startsWith(`${group}]`));
      expect(table, group).toMatch(new RegExp(`^${leaf} = `, 'm'));
    }
    expect(complaintsOf(['--config', fileOf(all)])).toEqual([]);
  });

  it('what the units and the compose file set is known', () => {
    const known = new Set(
      settingNames.flatMap((name) => [
        envNameOf(settings[name].key),
        (settings[name] as { env?: string }).env,
      ]),
    );
    for (const file of ['compose.yml', 'Containerfile', 'systemd/daoyin.service']) {
      const text = readFileSync(
        fileURLToPath(new URL(`../../../../deploy/${file}`, import.meta.url)),
        'utf8',
      );
      const set = [...text.matchAll(/\b((?:DAOYIN|DATABASE|MQTT)_[A-Z_]+)(?:: |=)/g)].map(([, name]) =>
        name!.replace(/_FILE$/, ''),
      );
      expect(set.length, file).toBeGreaterThan(0);
      for (const name of set) expect(known, `${file}: ${name}`).toContain(name);
    }
  });

  it('the help names every setting once', () => {
    const help = optionsHelp();
    for (const name of settingNames) {
      const { key, flag } = settings[name] as { key: string; flag?: string };
      expect(help).toContain(flag === undefined ? `  ${key}` : `  --${flag}`);
      expect(envNameOf(key)).toMatch(/^DAOYIN_[A-Z_]+$/);
    }
  });
});
