import { wordingOf } from '@daoyin/ui';

const zh = {
  intro: '走测：拿着接收器边走边记。这里告诉您走到哪儿收获最大，学到的东西只有检验更好才采用。',
  load: '载入走测文件夹',
  'load.none': '没有找到走测：每个文件夹要有 readings.jsonl 和 truth.jsonl。',
  walk: '{{name}}：{{seconds}} 秒',
  'walk.bad': '{{name}}：{{seconds}} 秒，{{bad}} 行读不懂，已略过',
  error: '平均误差（95 %）：不走测 {{unsurveyed}} 米，按现有走测 {{surveyed}} 米',
  legend: '青色：已经走到、学得到；没有颜色：还没走近。',
  'next.title': '下一步走哪里',
  metres: '想走多远（米）',
  next: '给我一条路',
  'next.gain': '走 {{metres}} 米，平均误差再降 {{gain}} 厘米',
  'next.none': '从图中间出发没有更值得走的路了。请移动图，或换一层。',
  'measure.title': '预测与实测',
  measure: '用走测检验预测',
  busy: '正在计算 {{done}} / {{of}}',
  measured:
    '{{count}} 处：预测中位 {{predicted}} 米，实测 {{reached}} 米，比值 {{ratio}}，相关 {{correlation}}',
  'measured.legend': '半圆：左半（蓝）为预测，右半（红）为实测。',
  'learn.title': '学习并检验',
  learn: '学习（留最后一次走测来检验）',
  verdict: '在“{{name}}”上：中位 {{m0}} → {{m1}} 米，95 % {{p0}} → {{p1}} 米',
  better: '更好：平均误差降 {{gain}} 厘米（至少 {{atLeast}} 厘米）',
  worse: '没有确实变好，不采用。平均误差变化 {{gain}} 厘米，可靠的改善为 {{atLeast}} 厘米。',
  'too-short': '留作检验的走测太短（不足一分钟），无法判断，不采用。',
  'need-two': '至少要两次走测：一次来学，一次来检验。',
  take: '采用',
  taken: '已放进草稿，发布后生效。',
} as const;

type Key = keyof typeof zh;

const en: Readonly<Record<Key, string>> = {
  intro:
    'A survey: walk and record with a receiver. This says where a walk gains most; what is learnt is taken only where a check says that it is better.',
  load: 'Load a folder of walks',
  'load.none': 'No walk was found: each folder needs readings.jsonl and truth.jsonl.',
  walk: '{{name}}: {{seconds}} s',
  'walk.bad': '{{name}}: {{seconds}} s, {{bad}} lines could not be read and were left out',
  error: 'Mean 95 % error: {{unsurveyed}} m without a survey, {{surveyed}} m with these walks',
  legend: 'Teal: walked, can be learnt. Clear: nobody was near.',
  'next.title': 'Where to walk next',
  metres: 'How far (m)',
  next: 'Propose a walk',
  'next.gain': '{{metres}} m lower the mean error by {{gain}} cm',
  'next.none': 'Nothing worth walking from the middle of the plan. Move the plan or change the level.',
  'measure.title': 'Predicted and measured',
  measure: 'Check the prediction by the walks',
  busy: 'Working, {{done}} of {{of}}',
  measured:
    '{{count}} places: predicted median {{predicted}} m, measured {{reached}} m, ratio {{ratio}}, correlation {{correlation}}',
  'measured.legend': 'Half discs: left (blue) predicted, right (red) measured.',
  'learn.title': 'Learn and check',
  learn: 'Learn (the last walk is kept for the check)',
  verdict: 'On “{{name}}”: median {{m0}} → {{m1}} m, 95 % {{p0}} → {{p1}} m',
  better: 'Better: the mean error falls by {{gain}} cm (at least {{atLeast}} cm)',
  worse: 'Not surely better, so it is not taken. Mean error changes by {{gain}} cm; sure is {{atLeast}} cm.',
  'too-short': 'The walk that was kept is under a minute: nothing can be said, so it is not taken.',
  'need-two': 'It takes two walks: one to learn from, one to check by.',
  take: 'Take it',
  taken: 'It is in the draft, and holds once that is published.',
};

/** The sentences of the survey panel in the language of the page. */
export const useSurveyWords = wordingOf<Key>({ zh, en });
