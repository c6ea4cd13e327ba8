import { wordingOf } from '@daoyin/ui';

const zh = {
  intro: '把图纸的照片、扫描件或 PDF 放在 {{level}} 上照着描。',
  choose: '选择图片或 PDF',
  page: 'PDF 第几页',
  opening: '正在打开…',
  'too-heavy': '文件有 {{megabytes}} MB，最多 {{most}} MB。请先缩小或裁剪图片，再放进来。',
  'too-large': '图片有 {{megapixels}} 百万像素，最多 {{most}} 百万。请先缩小图片。',
  'no-picture': '这不是 PNG、JPG 或 PDF 文件。',
  password: '这个 PDF 有密码：请去掉密码后再放进来。',
  'too-slow': '这一页太复杂，一分钟还画不完。请把它另存为 PNG 或 JPG，或导入 DXF。',
  opened: '{{name}}，第 {{page}} 页，共 {{pages}} 页',
  broken: '文件打不开：内容损坏。',
  opacity: '底图浓淡',
  remove: '移除底图',
  place: '摆正底图',
  'step.tie': '对点：图上一点 ↔ 平面图上一点',
  'step.length': '量已知的长度',
  start: '在图上点',
  'tie.hint': '至少两个点；点越多、越远，越准。',
  'length.hint': '点出一段知道长度的线，再填它有几米。第二段用来核对。',
  metres: '这段长（米）',
  straighten: '让这段线横平竖直',
  askew: '扫描件歪斜（三点以上，横竖比例不同）',
  fit: '比例 1 像素 = {{scale}} 厘米，转了 {{turn}}°，平均偏差 {{rms}} 厘米',
  tie: '{{number}}：偏差 {{residual}} 厘米',
  x: '东 x（米）',
  y: '北 y（米）',
  delete: '删除第 {{number}} 点',
  length: '{{metres}} 米，差 {{residual}} 厘米',
} as const;

type Key = keyof typeof zh;

const en: Readonly<Record<Key, string>> = {
  intro: 'Puts a photograph, a scan or a PDF of a drawing over {{level}}, to trace it.',
  choose: 'Choose a picture or PDF',
  page: 'Page of a PDF',
  opening: 'Opening…',
  'too-heavy':
    'The file has {{megabytes}} MB; {{most}} MB at the most. Make the picture smaller or crop it first.',
  'too-large': 'The picture has {{megapixels}} megapixels; {{most}} at the most. Make it smaller first.',
  'no-picture': 'That is no PNG, JPG or PDF file.',
  password: 'This PDF has a password: take it off first.',
  'too-slow':
    'This page is too intricate: a minute was not enough to paint it. Save it as PNG or JPG, or import a DXF.',
  opened: '{{name}}, page {{page}} of {{pages}}',
  broken: 'The file cannot be opened: it is damaged.',
  opacity: 'Strength of the picture',
  remove: 'Take the picture away',
  place: 'Place the picture',
  'step.tie': 'Points: one on the picture ↔ one on the plan',
  'step.length': 'Measure a known length',
  start: 'Tap on the picture',
  'tie.hint': 'Two points at least; more and farther apart are better.',
  'length.hint':
    'Tap both ends of a line whose length you know, then type its metres. A second one is a check.',
  metres: 'Length of this line (m)',
  straighten: 'Make this line level or upright',
  askew: 'A crooked scan (three points or more, scales differ)',
  fit: '1 pixel = {{scale}} cm, turned by {{turn}}°, mean miss {{rms}} cm',
  tie: '{{number}}: missed by {{residual}} cm',
  x: 'x east (m)',
  y: 'y north (m)',
  delete: 'Delete point {{number}}',
  length: '{{metres}} m, off by {{residual}} cm',
};

/** The sentences of the tracing panel in the language of the page. */
export const useTracingWords = wordingOf<Key>({ zh, en });
