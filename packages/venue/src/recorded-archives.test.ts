import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readVenue } from './archive/read-venue';
import { readBeaconRegister } from './beacons/read-register';
import { writeImdf } from './export/write-imdf';
import { importIndoor } from './import/import-indoor';
import { validateVenue } from './rules/validate-venue';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DATA = process.env.DAOYIN_DATA ?? `${ROOT}../shared/data`;
const onData = test.skipIf(!existsSync(DATA)); // reference data are not part of the repository: set DAOYIN_DATA
if (!existsSync(DATA)) console.warn(`Skipped: no reference data in ${DATA}.`);

const filesOf = (folder: string) =>
  new Map(readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`)]));

onData(
  'a foreign archive whose fixtures name no anchors gives every window its counter, and is written back to the letter',
  () => {
    const files = filesOf(`${DATA}/hall/venue`);
    const result = readVenue(files);
    if (!result.ok) throw new Error(result.issues[0]!.message);
    const { windows, connectors, levels } = result.venue;
    expect(windows).toHaveLength(254);
    expect(windows.filter(({ fixtureId }) => fixtureId === undefined)).toEqual([]);
    expect(writeImdf(result.venue, { base: files })).toEqual(files);
    expect(connectors.filter(({ kind }) => kind === 'elevator').map(({ unitIds }) => unitIds.length)).toEqual(
      [3, 3],
    );
    const register = readBeaconRegister(readFileSync(`${DATA}/hall/beacons.json`), {
      levels: levels.map(({ shortName }) => shortName),
    });
    if (!register.ok) throw new Error('no register');
    const issues = validateVenue({ ...result, register: register.register });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

onData.each(['caserne.geojson', 'caserne.osm', 'gare-de-l-est.geojson'])(
  '%s becomes a floor plan',
  (file) => {
    const imported = importIndoor(file, readFileSync(`${DATA}/osm/${file}`));
    if (!imported.ok) throw new Error(imported.issues[0]!.message);
    const result = readVenue(imported.files);
    if (!result.ok) throw new Error(result.issues[0]!.message);
    expect(result.issues).toEqual([]);
    expect(result.venue.units.length).toBeGreaterThan(70);
    const errors = validateVenue(result).filter(({ severity }) => severity === 'error');
    // The station's extract has no stairs at all, and one shop of the raw file claims a storey of its own.
    expect([...new Set(errors.map(({ kind }) => kind))]).toEqual(
      file === 'caserne.geojson' ? [] : ['level-without-connector'],
    );
  },
);

const SAMPLE = `${ROOT}floorplans/zhongshan`;

test.skipIf(!existsSync(`${SAMPLE}/venue.geojson`))(
  'the sample hall has 254 windows and no finding at all',
  () => {
    const result = readVenue(filesOf(SAMPLE));
    if (!result.ok) throw new Error(result.issues[0]!.message);
    expect(result.venue.windows).toHaveLength(254);
    const register = readBeaconRegister(readFileSync(`${ROOT}beacons.json`), {
      levels: result.venue.levels.map(({ shortName }) => shortName),
    });
    if (!register.ok) throw new Error('no register');
    expect(register.register.beacons).toHaveLength(600);
    const issues = validateVenue({
      ...result,
      issues: [...result.issues, ...register.issues],
      register: register.register,
    });
    expect(issues.map(({ message }) => message)).toEqual([]);
  },
);
