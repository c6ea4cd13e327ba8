import { readFileSync } from 'node:fs';
import { seededRandom } from '@daoyin/geometry';
import { createRouter, openCapsule, sealRoute } from '@daoyin/routing';
import { parseHours, readServices, tableOf, validateServices } from '@daoyin/services';
import {
  applyForeignPatch,
  decodePatch,
  importIndoor,
  isZip,
  patchBetween,
  readBeaconExtension,
  readBeaconRegister,
  readBeaconsCsv,
  readDxfOptions,
  readVenue,
  readZip,
  validateVenue,
  writeBeaconRegister,
  writeBeaconsCsv,
  writeImdf,
} from '@daoyin/venue';
import { base64Of, bytesOfBase64, checksumOf } from '../../../packages/routing/src/capsule/bytes';
import { randomAction, tinyDocument } from '../../../packages/venue/src/edit/random-edits.test-support';
import { tinyRegister } from '../../../packages/venue/src/tiny-archive.test-support';
import { mutateArchive } from '../forms/archive';
import { mutateBytes } from '../forms/bytes';
import { mutateJson } from '../forms/json';
import { bytesOf, textOf } from '../forms/mutator';
import { mutateDxf, mutatePieces } from '../forms/text';
import { archives } from '../seeds/archives';
import { drawings } from '../seeds/drawings';
import { extracts, osmXml } from '../seeds/maps';
import type { FuzzTargets } from '../target';

const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));
const tiny = tinyDocument();
const MORNING = { year: 2026, month: 2, day: 17, hour: 9, minute: 30 };
/** A capsule's bytes without version and checksum, which the target puts on again. */
const capsuleBody = (text: string) => Uint8Array.from(bytesOfBase64(text)!.slice(1, -2));

function capsules(): readonly Uint8Array[] {
  const router = createRouter(tiny.venue);
  return (['walk', 'step-free'] as const).flatMap((profile) =>
    ['1', '3'].flatMap((window) => {
      const route = router.find({ from: { x: 10, y: 1, level: '1F' }, to: { window }, profile });
      if (!route.ok) return [];
      const goal = { 'zh-Hans': '窗口', en: 'Window' };
      return [
        { venue: tiny.venue.id, route },
        { venue: tiny.venue.id, goal, route },
      ].map((one) => capsuleBody(sealRoute(one)));
    }),
  );
}

/** The sample hall's catalogue with two or three of each, whole. */
function thinCatalogue(): unknown {
  const services = JSON.parse(readFileSync('floorplans/zhongshan/services.json', 'utf8')) as Record<
    string,
    unknown
  >;
  const thin = Object.entries(services).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.slice(0, 3) : value,
  ]);
  return Object.fromEntries(thin);
}

export const planTargets: FuzzTargets = {
  capsule: {
    runs: 100_000,
    modules: ['packages/routing/src/capsule/'],
    seeds: capsules,
    mutate: mutateBytes,
    eat: (bytes) => {
      openCapsule(textOf(bytes));
      const body = [1, ...bytes];
      const checksum = checksumOf(body);
      const opened = openCapsule(base64Of([...body, checksum >> 8, checksum & 255]));
      if (opened.ok) sealRoute(opened.capsule);
    },
  },
  imdf: {
    runs: 20_000,
    modules: ['packages/venue/src/archive/', 'packages/venue/src/edit/beacons/geojson'],
    seeds: archives,
    mutate: mutateArchive,
    eat: (bytes) => {
      if (!isZip(bytes)) return;
      const zip = readZip(bytes);
      const read = zip.ok ? readVenue(zip.files) : undefined;
      if (zip.ok && read?.ok) readBeaconExtension(zip.files, read.venue);
    },
  },
  plan: {
    runs: 2_000,
    modules: [
      'packages/venue/src/rules/',
      'packages/routing/src/space/',
      'packages/routing/src/mesh/',
      'packages/routing/src/graph/',
      'packages/routing/src/router',
    ],
    seeds: archives,
    mutate: mutateArchive,
    eat: (bytes) => {
      const zip = isZip(bytes) ? readZip(bytes) : undefined;
      const read = zip?.ok ? readVenue(zip.files) : undefined;
      if (!read?.ok) return;
      validateVenue(read);
      const router = createRouter(read.venue);
      for (const window of read.venue.windows.slice(0, 2))
        router.find({ from: { x: 10, y: 1, level: '1F' }, to: { window: window.number }, profile: 'walk' });
    },
  },
  maps: {
    runs: 10_000,
    modules: [
      'packages/venue/src/import/add',
      'packages/venue/src/import/assemble',
      'packages/venue/src/import/import',
      'packages/venue/src/import/indoor',
      'packages/venue/src/import/osm',
      'packages/venue/src/import/parse',
      'packages/venue/src/import/plan',
    ],
    seeds: extracts,
    mutate: mutateJson,
    eat: (bytes) => void importIndoor('a.json', bytes),
  },
  osm: {
    runs: 20_000,
    modules: [
      'packages/venue/src/import/parse-osm',
      'packages/venue/src/import/import-osm',
      'packages/venue/src/import/assemble',
      'packages/venue/src/import/osm',
    ],
    seeds: () => [osmXml()],
    mutate: mutatePieces(/(?=<)/),
    eat: (bytes) => void importIndoor('a.osm', bytes),
  },
  dxf: {
    runs: 40_000,
    modules: ['packages/venue/src/import/dxf/'],
    seeds: drawings,
    mutate: mutateDxf,
    eat: (bytes) => void importIndoor('a.dxf', bytes),
  },
  patch: {
    runs: 40_000,
    modules: [
      'packages/venue/src/edit/decode-patch',
      'packages/venue/src/edit/patch',
      'packages/venue/src/edit/collections',
    ],
    seeds: () => {
      const random = seededRandom(1);
      const edited = Array.from({ length: 40 }, () => randomAction(random, tiny)(tiny));
      const renamed = {
        ...tiny,
        venue: { ...tiny.venue, name: { en: 'New' } },
        catalogue: { ...tiny.catalogue, items: [] },
      };
      return [...edited, renamed, { ...tiny, catalogue: null }].map((one) => json(patchBetween(tiny, one)));
    },
    mutate: mutateJson,
    eat: (bytes) => {
      const value = jsonOf(bytes);
      const decoded = decodePatch(value);
      const edited = decoded.ok ? applyForeignPatch(tiny, decoded.patch) : undefined;
      if (!edited?.ok) return;
      validateVenue(edited.document);
      patchBetween(tiny, edited.document);
      readVenue(writeImdf(edited.document.venue));
    },
  },
  catalogue: {
    runs: 40_000,
    modules: [
      'packages/services/src/decode',
      'packages/services/src/validate',
      'packages/services/src/hours/',
      'packages/services/src/holidays',
    ],
    seeds: () => [json(thinCatalogue())],
    mutate: mutateJson,
    eat: (bytes) => {
      const read = readServices(textOf(bytes));
      if (!read.ok) return;
      validateServices(read.services, tiny.venue);
      const { hours, doors, holidays } = read.services;
      for (const text of [...Object.values(hours), ...doors.map((door) => door.hours)].slice(0, 8)) {
        const found = parseHours(text, holidays);
        found?.isOpen(MORNING);
        found?.nextChange(MORNING);
        tableOf(text, MORNING.year);
      }
    },
  },
  beacons: {
    runs: 100_000,
    modules: ['packages/venue/src/beacons/', 'packages/venue/src/import/dxf/dxf-options'],
    seeds: () => [
      bytesOf(writeBeaconRegister(tinyRegister())),
      json({
        venue: 'hall',
        beacons: [
          {
            id: 'B1',
            eddystone: { namespace: '0'.repeat(20), instance: '1'.repeat(12) },
            gainDb: 1,
            pathLossExponent: 2,
          },
          {
            id: 'B2',
            address: 'C0:11:22:33:44:55',
            level: '1F',
            x: 1,
            y: 2,
            status: 'retired',
            installedOn: '2026-01-01',
            note: 'n',
          },
        ],
      }),
      json({ layers: { 图层1: 'wall', 'x-*': 'counter' }, unit: 'mm', level: '3F', at: [113.38, 22.52] }),
    ],
    mutate: mutateJson,
    eat: (bytes) => {
      const text = textOf(bytes);
      const read = readBeaconRegister(text, { venue: tiny.venue });
      if (read.ok) writeBeaconRegister(read.register);
      readDxfOptions(text);
    },
  },
  csv: {
    runs: 100_000,
    modules: ['packages/venue/src/edit/beacons/csv'],
    seeds: () => [bytesOf(writeBeaconsCsv(tinyRegister())), bytesOf('编号;major;minor\n"B""1";1;2\n')],
    mutate: mutatePieces(/(?<=[\n,;\t"])/),
    eat: (bytes) => {
      const read = readBeaconsCsv(textOf(bytes));
      if (read.ok) writeBeaconsCsv(read.register);
    },
  },
};

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}
