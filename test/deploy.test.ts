import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settings } from '../apps/server/src/options/settings';

const file = (name: string) => readFileSync(join('deploy', name), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly (string | { readonly source: string })[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, object>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
  readonly secrets: object;
}

describe('what is deployed', () => {
  const compose = parse(file('compose.yml')) as Compose;
  const services = Object.values(compose.services);

  it('has no secret in the image or the repository', () => {
    for (const name of ['.dockerignore', '.gitignore'])
      expect(readFileSync(name, 'utf8').split('\n')).toContain(
        name === '.dockerignore' ? 'deploy/secrets' : 'deploy/secrets/',
      );
  });

  it('names in the compose file what it declares, and files that are there', () => {
    const secrets = services.flatMap((service) => service.secrets ?? []);
    for (const secret of secrets)
      expect(Object.keys(compose.secrets)).toContain(typeof secret === 'string' ? secret : secret.source);
    const volumes = services.flatMap((service) => service.volumes ?? []).map((one) => one.split(':')[0]!);
    for (const volume of volumes)
      if (volume.startsWith('.')) expect(existsSync(join('deploy', volume)), volume).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(volume);
    for (const { build, image, depends_on = {} } of services) {
      if (build) expect(existsSync(join('deploy', build.context, build.dockerfile))).toBe(true);
      else expect(image).toMatch(/:\d/);
      for (const name of Object.keys(depends_on)) expect(Object.keys(compose.services)).toContain(name);
    }
  });

  it('sets nothing in the environment that the server does not know', () => {
    const known = new Set(
      Object.values(settings).flatMap(({ key, env }: { key: string; env?: string }) => [
        `DAOYIN_${key.toUpperCase().replaceAll(/[.-]/g, '_')}`,
        ...(env === undefined ? [] : [env]),
      ]),
    );
    const set = [
      ...Object.keys(compose.services.server!.environment ?? {}),
      ...[...file('systemd/daoyin.service').matchAll(/^#?Environment=(.*)$/gm)].flatMap(([, line]) =>
        line!.split(' ').map((one) => one.split('=')[0]!),
      ),
      ...[...file('Containerfile').matchAll(/^ENV (.*)$/gm)].flatMap(([, line]) =>
        line!.split(' ').map((one) => one.split('=')[0]!),
      ),
    ].filter((name) => name !== 'NODE_ENV');
    expect(set.length).toBeGreaterThan(6);
    for (const name of set) expect(known, name).toContain(name.replace(/_FILE$/, ''));
  });

  it('has a summary and a severity for each alert, and a word of what to do in the operations guide', () => {
    const { groups } = parse(file('prometheus-alerts.yml')) as {
      groups: {
        rules: { alert: string; labels: { severity: string }; annotations: { summary: string } }[];
      }[];
    };
    const guide = readFileSync('docs/operations.md', 'utf8');
    for (const { alert, labels, annotations } of groups.flatMap(({ rules }) => rules)) {
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(annotations.summary).not.toBe('');
      expect(guide, alert).toContain(`**${alert.replace('Daoyin', '')}**`);
    }
  });

  it.skipIf(spawnSync('systemd-analyze', ['--version']).error !== undefined)(
    'units are such as systemd reads without a complaint',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'daoyin-units-'));
      for (const unit of ['daoyin.service', 'daoyin-receiver.service']) {
        const path = join(folder, unit);
        // the program of the machine that tests may stand elsewhere
        writeFileSync(path, file(`systemd/${unit}`).replaceAll('/usr/bin/node', process.execPath));
        const { stderr, status } = spawnSync('systemd-analyze', ['verify', '--man=no', path], {
          encoding: 'utf8',
        });
        expect([unit, status, stderr]).toEqual([unit, 0, '']);
      }
      rmSync(folder, { recursive: true });
    },
  );
});
