import { downloadBeacons, downloadExtension, downloadJson, openImport } from '../exchange/exchange';
import type { Operation } from './operation';
import { always, editable } from './when';

export const ofTheDraft: readonly Operation[] = [
  {
    id: 'import',
    name: {
      zh: '导入…（IMDF、DXF、GeoJSON、OSM、信标表）',
      en: 'Import… (IMDF, DXF, GeoJSON, OSM, beacons)',
    },
    group: 'draft',
    disabled: editable,
    run: openImport,
  },
  {
    id: 'export-imdf',
    name: { zh: '导出 IMDF 压缩包', en: 'Export an IMDF archive' },
    group: 'draft',
    disabled: always,
    run: () => location.assign('/api/studio/export'),
  },
  {
    id: 'export-csv',
    name: { zh: '导出信标 CSV', en: 'Export beacons as CSV' },
    group: 'draft',
    disabled: always,
    run: downloadBeacons,
  },
  {
    id: 'export-json',
    name: { zh: '导出 beacons.json', en: 'Export beacons.json' },
    group: 'draft',
    disabled: always,
    run: downloadJson,
  },
  {
    id: 'export-extension',
    name: { zh: '导出信标 GeoJSON（IMDF 扩展）', en: 'Export beacons as GeoJSON (IMDF extension)' },
    group: 'draft',
    disabled: always,
    run: downloadExtension,
  },
];
