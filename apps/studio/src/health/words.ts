import { wordingOf } from '@daoyin/ui';

const zh = {
  moved: '可能被移走',
  dead: '可能坏了',
  silent: '失联',
  copied: '可能被仿冒',
  weak: '信号偏弱',
  'weak-battery': '电量低',
  never: '从未听到',
  heard: '正常',
  'last-heard': '最后听到',
  level: '电平',
  'level.row': '{{rssi}} dBm（{{receiver}}）',
  gain: '与登记功率相比',
  'gain.row': '{{gain}} dB ± {{sd}}',
  interval: '广播间隔',
  'interval.row': '{{measured}} 毫秒，登记 {{registered}}',
  battery: '电池',
  temperature: '温度',
  age: '安装',
  'age.row': '{{day}}（{{months}} 个月前）',
  'told.moved':
    '行走记录说它现在在 {{metres}} 米外（{{x}}，{{y}}，{{level}}；± {{sd}} 米），把握 {{percent}} %',
  'told.dead': '行走记录说它没有信号了，把握 {{percent}} %',
  'told.weak': '行走记录说它比登记的弱，把握 {{percent}} %',
  since: '自 {{day}} 起',
  'accept.place': '接受新位置',
  'accept.power': '按实测改功率',
  'accept.places': '接受全部 {{count}} 个新位置',
  replace: '换新',
  'mark.today': '记为今天安装',
  layer: '在图上显示健康',
} as const;

type Key = keyof typeof zh;

const en: Readonly<Record<Key, string>> = {
  moved: 'Seems moved',
  dead: 'Seems dead',
  silent: 'Silent',
  copied: 'Seems copied',
  weak: 'Weaker than registered',
  'weak-battery': 'Weak battery',
  never: 'Never heard',
  heard: 'Heard',
  'last-heard': 'Last heard',
  level: 'Level',
  'level.row': '{{rssi}} dBm ({{receiver}})',
  gain: 'Against its power',
  'gain.row': '{{gain}} dB ± {{sd}}',
  interval: 'Interval',
  'interval.row': '{{measured}} ms, registered {{registered}}',
  battery: 'Battery',
  temperature: 'Temperature',
  age: 'Installed',
  'age.row': '{{day}} ({{months}} months ago)',
  'told.moved':
    'Walks say that it hangs {{metres}} m away now ({{x}}, {{y}}, {{level}}; ± {{sd}} m), {{percent}} % sure',
  'told.dead': 'Walks say that it sends nothing any more, {{percent}} % sure',
  'told.weak': 'Walks say that it is weaker than registered, {{percent}} % sure',
  since: 'since {{day}}',
  'accept.place': 'Accept the new place',
  'accept.power': 'Set its power as measured',
  'accept.places': 'Accept all {{count}} new places',
  replace: 'Replace it',
  'mark.today': 'Mark as installed today',
  layer: 'Health on the plan',
};

/** What is said of a beacon's health. */
export const useHealthWords = wordingOf<Key>({ zh, en });
