import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { daoyin, folder, jsonl, plan, planBeacons } from '../program.test-support';

describe('validate', () => {
  it('finds nothing wrong with the sample hall', async () => {
    const { code, out } = await daoyin(['validate', '--venue', plan, '--beacons', planBeacons]);
    expect(jsonl(out).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(code).toBe(0);
  });

  it('tells the publisher of an item that leads to no window, and of holidays that are over', async () => {
    const copy = join(folder, 'catalogue');
    cpSync(plan, copy, { recursive: true });
    const services = JSON.parse(readFileSync(join(copy, 'services.json'), 'utf8'));
    services.items[0].windows = [];
    services.holidaysKnownUntil = '2018-12-31';
    writeFileSync(join(copy, 'services.json'), JSON.stringify(services));
    const { code, out } = await daoyin(['validate', '--venue', copy]);
    expect(code).toBe(1);
    expect(jsonl(out)).toContainEqual(
      expect.objectContaining({ kind: 'never-served', message: expect.stringContaining('Item police-001') }),
    );
    expect(jsonl(out)).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        kind: 'holidays-known-until',
        message: expect.stringContaining('until 2018-12-31'),
      }),
    );
  });

  it('names the file of a broken GeoJSON and the feature of a fault, and ends with 1', async () => {
    const broken = join(folder, 'plan');
    cpSync(plan, broken, { recursive: true });
    writeFileSync(join(broken, 'opening.geojson'), '{"type":"FeatureCollection","features":[{');
    const units = JSON.parse(readFileSync(join(broken, 'unit.geojson'), 'utf8'));
    units.features[3].properties.level_id = 'no-such-level';
    writeFileSync(join(broken, 'unit.geojson'), JSON.stringify(units));
    const { code, out, err } = await daoyin(['validate', '--venue', broken]);
    expect(code).toBe(1);
    const errors = jsonl(out).filter(({ severity }) => severity === 'error');
    expect(errors.some(({ file }) => file === 'opening.geojson')).toBe(true);
    expect(errors.some(({ featureId }) => featureId === units.features[3].id)).toBe(true);
    expect(err).toMatch(/^daoyin: validate: \d+ errors/);
  });
});
