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
  'catalogue.departments': { zh: '部门', en: 'department' },
  'catalogue.items': { zh: '事项', en: 'item' },
  'catalogue.windows': { zh: '窗口职责', en: 'duty of window' },
  'catalogue.series': { zh: '取号队列', en: 'queue' },
  'catalogue.themes': { zh: '主题菜单', en: 'theme menu' },
  'catalogue.areas': { zh: '区域颜色', en: 'area' },
  'catalogue.stations': { zh: '小区服务站', en: 'station' },
  'catalogue.doors': { zh: '门的开放时间', en: 'hours of door' },
};

/** What one thing of a collection is called. */
export function collectionName(collection: string, language: Language): string {
  return NAMES[collection]?.[language] ?? collection.replace('catalogue.', '');
}
