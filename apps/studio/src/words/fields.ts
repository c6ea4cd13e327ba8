import type { Language } from '@daoyin/ui';
import { type CollectionName, type Labels, labelText } from '@daoyin/venue';
import { categoryName, isCategoryList } from './categories';

/** Fields of what is edited, `zh|en`; one that is not listed is shown as it is. */
const NAMES: Readonly<Record<string, string>> = {
  name: '名称|name',
  at: '位置|place',
  area: '形状|shape',
  outline: '轮廓|outline',
  line: '位置|place',
  point: '位置|place',
  displayPoint: '名称位置|place of the name',
  level: '楼层|level',
  height: '离地高|height',
  uuid: 'UUID|UUID',
  major: 'Major|Major',
  minor: 'Minor|Minor',
  address: '地址|address',
  measuredPowerDbm: '功率|power',
  intervalMs: '广播间隔|interval',
  status: '状态|status',
  installedOn: '安装日期|installed on',
  note: '备注|note',
  gainDb: '校准|calibration',
  pathLossExponent: '校准|calibration',
  category: '类别|category',
  restriction: '谁可以进|who may enter',
  hours: '开放时间|hours',
  accessibility: '无障碍|accessibility',
  anchorId: '站立点|standing place',
  unitId: '所在区域|room',
  unitIds: '相连区域|rooms joined',
  direction: '方向|direction',
  ordinal: '层序|order',
  shortName: '楼层名|level’s name',
  featureIds: '封闭什么|what is shut',
  from: '从|from',
  until: '到|until',
  reason: '原因|reason',
  windows: '窗口|windows',
  departmentId: '部门|department',
  departmentIds: '部门|departments',
  duty: '职责|duty',
  series: '取号队列|queue',
  steps: '步骤|steps',
  bring: '所需材料|what to bring',
};

const inLanguage = (pair: string, language: Language): string => pair.split('|')[language === 'zh' ? 0 : 1]!;

/** What a field is called. */
export function fieldName(field: string, language: Language): string {
  const names = NAMES[field.replace('catalogue.', '')];
  return names === undefined ? field : inLanguage(names, language);
}

const MOST_LETTERS = 40;

/** A value as staff read it; undefined for one that only a picture shows, such as an outline. */
export function valueText(
  collection: CollectionName,
  field: string | undefined,
  value: unknown,
  language: Language,
): string | undefined {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'string' && field === 'status')
    return inLanguage(value === 'active' ? '使用中|in use' : '已停用|taken down', language);
  if (typeof value === 'string' && field === 'category' && isCategoryList(collection))
    return categoryName(collection, value, language);
  if (typeof value === 'string' && field === 'restriction') return categoryName(field, value, language);
  if (typeof value !== 'object') return shortened(String(value));
  const { x, y, level } = value as { readonly x?: number; readonly y?: number; readonly level?: string };
  if (x !== undefined && y !== undefined) return `${x.toFixed(2)}, ${y.toFixed(2)} ${level ?? ''}`.trim();
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string' && one.length < 12)
      ? shortened(value.join(' '))
      : undefined;
  if (field === 'name' || field === 'reason' || field === 'duty')
    return shortened(labelText(value as Labels, language)) || '–';
  return undefined;
}

const shortened = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
