import { wordingOf } from '@daoyin/ui';

const zh = {
  title: '打印',
  kind: '种类',
  windows: '窗口牌',
  signs: '指示牌',
  themes: '一件事海报',
  level: '楼层',
  all: '全部',
  only: '窗口号',
  address: '二维码里的地址',
  print: '打印 {{count}} 页',
  back: '返回',
  'no-address': '没有手机访问地址，页面上不印二维码',
} as const;

const en: Readonly<Record<keyof typeof zh, string>> = {
  title: 'Print',
  kind: 'Kind',
  windows: 'Window sheets',
  signs: 'Signs',
  themes: 'Theme posters',
  level: 'Level',
  all: 'All',
  only: 'Windows',
  address: 'Address in the codes',
  print: 'Print {{count}} pages',
  back: 'Back',
  'no-address': 'No address for phones is set, so the pages carry no code',
};

export const usePrintWords = wordingOf({ zh, en });
