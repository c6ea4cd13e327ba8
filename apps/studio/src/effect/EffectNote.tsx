import { wordingOf } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { useDocument } from '../store/studio';
import { changesToLive, useSync } from '../store/sync';
import type { EffectReport, EffectRequest } from './effect';

const zh = {
  looking: '正在计算对步行和定位精度的影响… {{done}} / {{of}}',
  accuracy: '预计定位误差（95 %，走动计步，全馆平均）：{{before}} → {{after}} 米',
  'walk.walk': '从各入口到各窗口的步行：平均 {{before}} → {{after}} 分钟，95 % {{p0}} → {{p1}}',
  'walk.step-free': '无台阶步行：平均 {{before}} → {{after}} 分钟，95 % {{p0}} → {{p1}}',
  worst: '增加最多的是窗口 {{window}}：多走 {{minutes}} 分钟',
  lost: '走不到了的窗口：{{windows}}',
  none: '对步行和定位精度没有影响。',
} as const;

type Key = keyof typeof zh;

const en: Readonly<Record<Key, string>> = {
  looking: 'Working out what it does to walking and accuracy… {{done}} of {{of}}',
  accuracy: 'Predicted error (95 %, walking with steps, mean of the hall): {{before}} → {{after}} m',
  'walk.walk':
    'Walking from the entrances to the windows: mean {{before}} → {{after}} min, 95 % {{p0}} → {{p1}}',
  'walk.step-free': 'Step-free: mean {{before}} → {{after}} min, 95 % {{p0}} → {{p1}}',
  worst: 'Most is added at window {{window}}: {{minutes}} min',
  lost: 'Windows that cannot be reached any more: {{windows}}',
  none: 'It changes neither walking nor accuracy.',
};

const useEffectWords = wordingOf<Key>({ zh, en });

/** What publishing the draft would do to walking minutes and predicted accuracy, beside what is live. */
export function EffectNote() {
  const word = useEffectWords();
  const report = useReport();
  if (!report) return null;
  if (report.type === 'progress') return <p role="status">{word('looking', report)}</p>;
  const { accuracy, walks = [] } = report.effect;
  if (!accuracy && walks.length === 0) return <p>{word('none')}</p>;
  return (
    <ul className="effect">
      {accuracy ? (
        <li>{word('accuracy', { before: accuracy.before.toFixed(2), after: accuracy.after.toFixed(2) })}</li>
      ) : null}
      {walks.map(({ profile, before, after, worst, lost }) => (
        <li key={profile}>
          {word(profile === 'walk' ? 'walk.walk' : 'walk.step-free', {
            before: before.mean.toFixed(2),
            after: after.mean.toFixed(2),
            p0: before.p95.toFixed(2),
            p1: after.p95.toFixed(2),
          })}
          {worst && worst.minutes >= 0.05
            ? ` ${word('worst', { window: worst.window, minutes: worst.minutes.toFixed(1) })}`
            : null}
          {lost.length > 0 ? <strong> {word('lost', { windows: lost.join(' ') })}</strong> : null}
        </li>
      ))}
    </ul>
  );
}

/** Asks a worker of its own for as long as the note is shown, and anew when the draft or what is live changes. */
function useReport(): EffectReport | undefined {
  const live = useSync((state) => state.live);
  const after = useDocument();
  const [report, setReport] = useState<EffectReport | undefined>(undefined);
  useEffect(() => {
    if (!live) return;
    const collections = new Set<string>(changesToLive().map(({ collection }) => collection));
    const beacons = collections.delete('beacons');
    const plan = [...collections].some((name) => !name.startsWith('catalogue'));
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<EffectReport>) => setReport(data));
    worker.postMessage({
      before: live.document,
      after,
      beacons,
      plan,
      at: localNow(new Date()),
    } satisfies EffectRequest);
    return () => worker.terminate();
  }, [live, after]);
  return report;
}

function localNow(now: Date): EffectRequest['at'] {
  return {
    year: now.getFullYear(),
    month: now.getMonth() + 1,
    day: now.getDate(),
    hour: now.getHours(),
    minute: now.getMinutes(),
  };
}
