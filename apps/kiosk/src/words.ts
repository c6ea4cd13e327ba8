import { wordingOf } from '@daoyin/ui';

const zh = {
  'scan.hint': '也可以把小票上的二维码对准扫码口',
  'scan.strange': '这个码不是本大厅的小票或路线码',
  'scan.other-hall': '这个码属于另一个大厅（{{host}}），请用本大厅的小票',
  'scan.old': '这张小票是 {{day}} 的，已经过期，请重新取号',

  'call.button': '呼叫导办员',
  'call.title': '请导办员到这里来吗？',
  'call.text': '导办员会走到这台机器旁边帮您，不收费。',
  'call.yes': '请来帮我',
  'call.no': '不用了',
  'call.waiting': '已通知导办员，请在这里稍等',
  'call.coming': '{{name}} 正走过来，请在这里稍等',
  'call.done': '导办员已到。还需要帮助可以再叫',
  'call.stop': '不用来了',
  'call.close': '知道了',
  'call.failed': '现在通知不到导办员。最近的咨询台就在地图上',
  'call.desk': '去最近的咨询台',

  'dock.step-free': '无障碍路线',
  'dock.huge': '特大字',

  'search.common': '常用说法，点一下就查',
  'search.type': '拼音、首字母、汉字都可以',

  'theme.steps': '要跑 {{count}} 个窗口，按顺序办',
  'theme.first': '带我去第一步',
  'theme.go': '去这一步',
  'theme.qr': '扫码看全部步骤',

  'qr.none': '这里暂时没有手机码。可以用手机把屏幕拍下来带走',
  'qr.none-staff': '工作人员：请在值班台填写“手机访问地址”',

  'route.read': '读给我听',
  'route.reading': '停止朗读',
  'route.loading': '正在找路…',

  'ticket.busy': '正在取号…',

  'staff.open': '工作人员设置',
  'staff.pin': '请输入本大厅的设置密码',
  'staff.no-pin': '还没有设置密码。请管理员在工作人员页面设置“触摸屏密码”',
  'staff.wrong': '密码不对',
  'staff.locked': '试得太多，请稍后再试',
  'staff.offline': '连不上服务器，现在不能打开设置',
  'staff.unlock': '打开',
  'staff.title': '本机设置',
  'staff.place': '本机位置',
  'staff.place-now': '现在：{{place}}',
  'staff.place-tap': '在地图上点本机的位置，或选一台',
  'staff.facing': '站在屏前的人面向',
  'staff.east': '东',
  'staff.north': '北',
  'staff.west': '西',
  'staff.south': '南',
  'staff.quiet': '无人操作多少秒后询问',
  'staff.theme': '平时的颜色',
  'staff.theme-auto': '随系统',
  'staff.theme-light': '浅色',
  'staff.theme-dark': '深色',
  'staff.language': '平时的语言',
  'staff.phone': '手机访问地址',
  'staff.phone-none': '没有设置：请管理员在工作人员页面填写',
  'staff.address': '断电后仍按这样设置，请用这个地址启动本机',
  'staff.address-hint': '写入本机的 /etc/daoyin/kiosk.env。否则重新开机后，这里改过的设置会丢失',
  'staff.version': '地图版本',
  'staff.reload': '重新打开页面',
  'staff.done': '完成',
  'staff.place-kiosk': '选一台：',
} as const;

type Key = keyof typeof zh;

const en: Readonly<Record<Key, string>> = {
  'scan.hint': 'Or hold the code on your ticket to the scanner',
  'scan.strange': 'This code is not a ticket or a route of this hall',
  'scan.other-hall': 'This code belongs to another hall ({{host}}). Use a ticket of this hall',
  'scan.old': 'This ticket is of {{day}} and no longer valid. Please take a new number',

  'call.button': 'Call a guide',
  'call.title': 'Shall a guide come here?',
  'call.text': 'A member of staff walks to this screen and helps you, free of charge.',
  'call.yes': 'Yes, please come',
  'call.no': 'No, thank you',
  'call.waiting': 'A guide has been told. Please wait here',
  'call.coming': '{{name}} is on the way. Please wait here',
  'call.done': 'The guide has come. You can call again',
  'call.stop': 'No longer needed',
  'call.close': 'Close',
  'call.failed': 'The guides cannot be reached now. The nearest information desk is on the map',
  'call.desk': 'To the nearest information desk',

  'dock.step-free': 'Step-free route',
  'dock.huge': 'Largest text',

  'search.common': 'Often asked for: touch to search',
  'search.type': 'Pinyin, initials, characters or English',

  'theme.steps': '{{count}} windows, in this order',
  'theme.first': 'Take me to the first step',
  'theme.go': 'To this step',
  'theme.qr': 'Scan for all steps',

  'qr.none': 'There is no code for phones here yet. Take a photo of this screen to take it along',
  'qr.none-staff': 'Staff: enter the “address for phones” on the staff page',

  'route.read': 'Read it to me',
  'route.reading': 'Stop reading',
  'route.loading': 'Finding the way …',

  'ticket.busy': 'Taking a number …',

  'staff.open': 'Staff settings',
  'staff.pin': 'Type the settings PIN of this hall',
  'staff.no-pin': 'No PIN is set. An admin sets the “kiosk PIN” on the staff page',
  'staff.wrong': 'The PIN is wrong',
  'staff.locked': 'Too many tries. Please wait',
  'staff.offline': 'The server cannot be reached, so settings stay closed',
  'staff.unlock': 'Open',
  'staff.title': 'Settings of this screen',
  'staff.place': 'Where this screen stands',
  'staff.place-now': 'Now: {{place}}',
  'staff.place-tap': 'Touch its place on the map, or choose one',
  'staff.facing': 'Who stands in front looks to the',
  'staff.east': 'east',
  'staff.north': 'north',
  'staff.west': 'west',
  'staff.south': 'south',
  'staff.quiet': 'Seconds without a touch before it asks',
  'staff.theme': 'Colours at rest',
  'staff.theme-auto': 'As the system',
  'staff.theme-light': 'Light',
  'staff.theme-dark': 'Dark',
  'staff.language': 'Language at rest',
  'staff.phone': 'Address for phones',
  'staff.phone-none': 'Not set: an admin enters it on the staff page',
  'staff.address': 'To be like this after a power cut, start this machine with this address',
  'staff.address-hint':
    'It belongs into /etc/daoyin/kiosk.env. Without it, what is changed here is lost when the machine starts again',
  'staff.version': 'Version of the map',
  'staff.reload': 'Open the page anew',
  'staff.done': 'Done',
  'staff.place-kiosk': 'Choose one:',
};

/** The sentences that only the kiosk says. */
export const useKioskWords = wordingOf({ zh, en });

export type KioskKey = Key;
