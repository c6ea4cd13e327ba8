import { wordingOf } from '@daoyin/ui';

const zh = {
  what: '列出',
  search: '按编号、名称或备注查找',
  count: '{{count}} 个',
  filter: '筛选',
  'filter.all': '全部信标',
  'filter.here': '本层',
  'filter.active': '在用',
  'filter.retired': '停用',
  'filter.unplaced': '没有位置',
  sort: '排序',
  'sort.id': '按编号',
  'sort.heard': '最久没听到的在前',
  'sort.battery': '电量低的在前',
  'sort.age': '安装最早的在前',
  'select-all': '全选',
  choose: '选择 {{name}}',
  more: '再显示 {{count}} 个',
  add: '新增信标（再输入位置）',
  retired: '停用',
} as const;

type Key = keyof typeof zh;

const en: Readonly<Record<Key, string>> = {
  what: 'Show',
  search: 'Find by id, name or note',
  count: '{{count}}',
  filter: 'Filter',
  'filter.all': 'All beacons',
  'filter.here': 'On this level',
  'filter.active': 'Active',
  'filter.retired': 'Retired',
  'filter.unplaced': 'Without a place',
  sort: 'Sort',
  'sort.id': 'By id',
  'sort.heard': 'Longest unheard first',
  'sort.battery': 'Weakest battery first',
  'sort.age': 'Oldest first',
  'select-all': 'Select all',
  choose: 'Choose {{name}}',
  more: '{{count}} more',
  add: 'Add a beacon (then type its place)',
  retired: 'Retired',
};

/** The sentences of the list. */
export const useListWords = wordingOf<Key>({ zh, en });
