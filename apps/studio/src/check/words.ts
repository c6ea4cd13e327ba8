import type { Issue } from '@daoyin/venue';

/** What findings are called in Chinese; in English their message says it. */
const ZH: Readonly<Record<string, string>> = {
  'duplicate-id': '编号重复',
  'duplicate-beacon-id': '信标编号重复',
  'duplicate-identity': '两个信标身份相同',
  'duplicate-window': '窗口号重复',
  'beacon-without-identity': '信标没有身份',
  'beacon-without-position': '信标没有位置',
  'beacon-unknown-level': '信标所在楼层不存在',
  'beacon-outside-level': '信标在楼外',
  'beacon-far-away': '信标离楼很远',
  'beacon-height': '信标高度不合理',
  'beacon-power': '信标功率不合理',
  'beacon-interval': '信标间隔不合理',
  'units-overlap': '两个区域重叠',
  'unit-outside-level': '区域超出楼层轮廓',
  sliver: '残留的细碎区域',
  'level-without-floor': '楼层没有可站立的区域',
  'door-opens-nowhere': '门不通向任何地方',
  'connector-one-level': '电梯或楼梯只在一层',
  'level-without-connector': '楼层没有上下通道',
  'level-cut-off': '楼层与首层不连通',
  'shaft-without-connector': '电梯或楼梯没有连到别的楼层',
  'window-outside-level': '窗口前的位置在楼外',
  'window-without-floor': '窗口前没有可站立的地面',
  'window-inside-fixture': '窗口前的位置在家具里',
  'window-without-counter': '窗口没有柜台',
  'window-far-from-counter': '窗口离柜台太远',
  'anchor-outside-unit': '站立点不在其区域内',
  'dangling-reference': '引用的对象不存在',
  'few-beacons': '区域内听得到的信标太少',
  'bad-hours': '时间写法读不懂',
  'unknown-category': 'IMDF 没有这个类别',
  'missing-translation': '缺少另一种语言的名称',
  'missing-name': '没有名称',
  'unknown-level': '楼层不存在',
  'window-unreachable': '窗口走不到',
  'window-not-step-free': '窗口没有无障碍路线',
  'level-unreachable': '楼层走不到',
  'level-not-step-free': '楼层没有无障碍路线',
  'unit-unreachable': '房间走不到',
  'no-entrance': '没有画入口',
  'unreachable-service': '事项的窗口走不到',
  'unreachable-step-free': '事项的窗口没有无障碍路线',
  'never-served': '事项没有开放的窗口',
  'window-without-duty': '窗口没有事项',
  'unknown-window': '事项用了不存在的窗口',
  'closure-never': '封闭的结束早于开始',
};

/** A finding in one line of the page's language, and its message for who wants to know more. */
export function wordsOf(
  issue: Issue,
  language: 'zh' | 'en',
): { readonly title: string; readonly detail: string } {
  const title = language === 'zh' ? (ZH[issue.kind] ?? issue.kind) : issue.kind.replaceAll('-', ' ');
  return { title, detail: issue.message };
}
