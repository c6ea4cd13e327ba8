import { collectionOf, entitiesOf, type Issue, type Labels, labelText } from '@daoyin/venue';
import type { StudioDocument } from '../store/studio';
import { collectionName } from '../words/collections';
import { detailInChinese } from './details';
import { IMPORT_ZH } from './words-of-imports';

/** What findings are called in Chinese; in English their message says it. */
const ZH: Readonly<Record<string, string>> = {
  ...IMPORT_ZH,
  'duplicate-id': '编号重复',
  'duplicate-beacon-id': '信标编号重复',
  'duplicate-identity': '两个信标身份相同',
  'duplicate-window': '窗口号重复',
  'beacon-without-identity': '信标没有身份',
  'beacon-without-position': '信标没有位置',
  'beacon-without-level': '信标没有楼层',
  'unit-covered': '区域被更小的区域完全盖住',
  'undrawn-floor': '楼层有没画的部分',
  'level-too-detailed': '楼层画得太细，无法导航',
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
  'unknown-window': '窗口号不存在',
  'closure-never': '封闭的结束早于开始',
  'unknown-department': '引用的部门不存在',
  'unknown-area': '引用的区域不存在',
  'unknown-series': '引用的取号队列不存在',
  'unknown-opening': '引用的门不存在',
  'bad-order': '步骤的先后顺序矛盾',
  'bad-holiday': '假期的结束早于开始',
  'holidays-known-until': '公众假期和补班日需要补充',
  'holidays-unknown': '没有公众假期',
  'window-not-walkable': '窗口前走不过去',
  'unit-without-opening': '房间没有门',
  'door-without-room': '门不属于任何房间',
  'opening-without-width': '门没有宽度',
  'no-openings': '没有画任何门',
  'entrance-partial': '入口只通向部分区域',
  'too-many': '数量太多',
};

type Language = 'zh' | 'en';

/** What is wrong, and more of it; `spoken` is the language of `detail`: the rule's own English where no other is known. */
export interface IssueWords {
  readonly title: string;
  readonly detail: string;
  readonly spoken: Language;
}

/** A finding in the page's language. */
export function wordsOf({ kind, message }: Issue, language: Language): IssueWords {
  const detail = language === 'zh' ? detailInChinese(message) : undefined;
  const title = language === 'zh' ? (ZH[kind] ?? kind) : sentence(kind);
  return { title, detail: detail ?? message, spoken: detail === undefined ? 'en' : 'zh' };
}

const sentence = (kind: string): string => {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a finding is about, by the name that staff know it by: a beacon's id, a window's number, a name on a storey. */
export function subjectOf(
  { featureId, message, at }: Issue,
  document: StudioDocument,
  language: Language,
): string {
  const { venue, register } = document;
  if (featureId === undefined) return catalogueSubject(message, document, language);
  if (register.beacons.some(({ id }) => id === featureId)) return featureId;
  const window = venue.windows.find(({ occupantId, fixtureId }) =>
    [occupantId, fixtureId].includes(featureId),
  );
  if (window) return language === 'zh' ? `${window.number} 号窗口` : `window ${window.number}`;
  const collection = collectionOf(document, featureId);
  if (collection === undefined) return at?.level ?? '';
  const entity = entitiesOf(document, collection).find(({ id }) => id === featureId);
  const name = labelText((entity?.name ?? entity?.reason ?? {}) as Labels, language);
  const level = String(entity?.level ?? at?.level ?? '');
  return [collectionName(collection, language), name, level].filter((part) => part !== '').join(' ');
}

/** The catalogue's rules name an entry by its id at the start of their sentence. */
function catalogueSubject(message: string, { catalogue }: StudioDocument, language: Language): string {
  const [, kind, id] = /^(Item|Theme|Window|Series) ([^\s:]+):?/.exec(message) ?? [];
  if (kind === 'Window') return language === 'zh' ? `${id} 号窗口` : `window ${id}`;
  const entry =
    kind === 'Item'
      ? catalogue?.items.find((item) => item.id === id)
      : kind === 'Theme'
        ? catalogue?.themes.find((theme) => theme.id === id)
        : catalogue?.series.find(({ letter }) => letter === id);
  return entry ? labelText(entry.name, language) : '';
}
