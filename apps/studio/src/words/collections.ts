import type { Language } from '@daoyin/ui';

const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  hall: { zh: '大厅', en: 'hall' },
  levels: { zh: '楼层', en: 'level' },
  units: { zh: '区域', en: 'room' },
  openings: { zh: '门', en: 'door' },
  fixtures: { zh: '固定物', en: 'fixture' },
  kiosks: { zh: '自助机', en: 'kiosk' },
  sections: { zh: '分区', en: 'zone' },
  amenities: { zh: '设施', en: 'facility' },
  anchors: { zh: '站立点', en: 'standing place' },
  occupants: { zh: '窗口', en: 'window' },
  details: { zh: '线条', en: 'line' },
  connectors: { zh: '上下通道', en: 'lift or stairs' },
  beacons: { zh: '信标', en: 'beacon' },
  closures: { zh: '封闭', en: 'closure' },
};

/** What one thing of a collection is called. */
export function collectionName(collection: string, language: Language): string {
  return NAMES[collection]?.[language] ?? collection.replace('catalogue.', '');
}
