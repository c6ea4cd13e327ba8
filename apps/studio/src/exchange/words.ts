import { wordingOf } from '@daoyin/ui';
import type { LayerRole } from '@daoyin/venue';

const zh = {
  'drawing.title': '图纸的图层',
  'drawing.hint': '指到哪一行，图上就突出哪一层。看清是什么，在右边选；不要的去掉勾。',
  'drawing.picture': '图纸预览：{{count}} 层',
  'drawing.units': '图纸单位',
  'drawing.auto': '自动（{{unit}}）',
  'drawing.auto-none': '自动（看不出）',
  'drawing.size': '按此单位，图宽 {{width}} 米，高 {{height}} 米。',
  'drawing.no-size': '按哪个单位都不像一栋楼：请选单位，或去掉远处的图层。',
  'drawing.level': '这张图是哪一层',
  'drawing.into': '放到哪里',
  'drawing.whole': '作为整个新平面',
  'drawing.storey': '放进现有平面，替换或新增这一层',
  'drawing.layer': '取用图层 {{layer}}',
  'drawing.role': '{{layer}} 上是什么',
  'drawing.count': '{{paths}} 线 {{texts}} 字',
  'drawing.read': '按这样读取',
  'role.none': '不知道',
  'role.outline': '楼层轮廓',
  'role.wall': '墙',
  'role.column': '柱',
  'role.glass': '窗、玻璃幕墙',
  'role.door': '门',
  'role.room': '房间轮廓',
  'role.counter': '柜台',
  'role.furniture': '家具',
  'role.stairs': '楼梯',
  'role.lift': '电梯',
  'role.escalator': '扶梯',
  'role.text': '文字（房名、窗口号）',
  'role.ignore': '不要',
} as const;

type Key = keyof typeof zh;

const en: Readonly<Record<Key, string>> = {
  'drawing.title': 'Layers of the drawing',
  'drawing.hint':
    'Point at a row: its layer stands out in the picture. Say what it is at the right; take the tick away from what is not wanted.',
  'drawing.picture': 'The drawing: {{count}} layers',
  'drawing.units': 'Units of the drawing',
  'drawing.auto': 'Automatic ({{unit}})',
  'drawing.auto-none': 'Automatic (cannot tell)',
  'drawing.size': 'In these units the drawing is {{width}} m wide and {{height}} m high.',
  'drawing.no-size': 'No unit makes a building of it: choose one, or leave out layers far away.',
  'drawing.level': 'Which storey it is',
  'drawing.into': 'Where it goes',
  'drawing.whole': 'A whole new plan',
  'drawing.storey': 'Into the present plan, as this storey, in place of one of that name',
  'drawing.layer': 'Take layer {{layer}}',
  'drawing.role': 'What is on {{layer}}',
  'drawing.count': '{{paths}} lines, {{texts}} texts',
  'drawing.read': 'Read it so',
  'role.none': 'Unknown',
  'role.outline': 'Outline of the storey',
  'role.wall': 'Walls',
  'role.column': 'Columns',
  'role.glass': 'Windows, glass walls',
  'role.door': 'Doors',
  'role.room': 'Outlines of rooms',
  'role.counter': 'Counters',
  'role.furniture': 'Furniture',
  'role.stairs': 'Stairs',
  'role.lift': 'Lifts',
  'role.escalator': 'Escalators',
  'role.text': 'Text (rooms, window numbers)',
  'role.ignore': 'Leave out',
};

/** The sentences of importing a drawing in the language of the page. */
export const useExchangeWords = wordingOf<Key>({ zh, en });

export const roleKey = (role: LayerRole | 'none'): Key => `role.${role}`;
