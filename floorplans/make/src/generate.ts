import { archive, manifest } from './archive';
import { assemble, type Storey } from './assemble';
import { beaconRegister } from './beacons';
import { services } from './catalogue/services';
import { readme } from './readme';
import { connectors } from './storeys/cores';
import { firstStorey } from './storeys/first';
import { secondStorey } from './storeys/second';
import { thirdStorey } from './storeys/third';

/** The storeys of the sample hall, from the ground. */
export function storeys(): readonly Storey[] {
  return [firstStorey, secondStorey, thirdStorey].map(assemble);
}

/** Every file of the sample hall by its path from the repository's root. The same on every run. */
export function generate(): ReadonlyMap<string, string> {
  const built = storeys();
  const folder = 'floorplans/zhongshan';
  const files = new Map<string, string>();
  files.set(`${folder}/manifest.json`, `${JSON.stringify(manifest, undefined, 2)}\n`);
  const levels = built.map(({ level }) => level);
  for (const [file, features] of archive(built, connectors(levels))) {
    files.set(`${folder}/${file}`, featureCollection(features));
  }
  files.set(`${folder}/README.md`, readme(built));
  files.set(`${folder}/services.json`, catalogue());
  files.set('beacons.json', beaconRegister(built));
  return files;
}

/** A feature a line, so that a change of the plan shows as a small difference. */
function featureCollection(features: readonly unknown[]): string {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
}

/** The catalogue with an entry a line. */
function catalogue(): string {
  const fields = Object.entries(services()).map(([key, value]) =>
    Array.isArray(value)
      ? `${JSON.stringify(key)}: [\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
      : `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${fields.join(',\n')}\n}\n`;
}
