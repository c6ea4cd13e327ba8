import { wordingOf } from '@daoyin/ui';

const zh = {
  title: '形状',
  begin: '改形状（E）',
  corner: '角点',
  none: '未选',
  numbered: '第 {{number}} 角，共 {{count}}',
  x: '角点东 x（米）',
  y: '角点北 y（米）',
  length: '到下一角（米）',
  add: '在下一段边上加角',
  delete: '删去此角',
} as const;

type Key = keyof typeof zh;

const en: Readonly<Record<Key, string>> = {
  title: 'Shape',
  begin: 'Reshape (E)',
  corner: 'Corner',
  none: 'None chosen',
  numbered: 'Corner {{number}} of {{count}}',
  x: 'Corner east x (m)',
  y: 'Corner north y (m)',
  length: 'To the next corner (m)',
  add: 'Add a corner on the next edge',
  delete: 'Delete this corner',
};

/** The sentences of the shape's fields in the language of the page. */
export const useShapeWords = wordingOf<Key>({ zh, en });
