import type { CheckView } from '@daoyin/protocol';
import { Dialog, type Language, may, Notice, request, send, statusOf, useSay } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { IssueItem } from '../check/IssueItem';
import { EffectNote } from '../effect/EffectNote';
import { currentSession } from '../store/session';
import { changesToLive, useSync } from '../store/sync';
import { useStudioWords } from '../words';

const AGAIN_MS = 1000;

/** With its weekday, by which a wrong date is seen. */
const dayAndTime = (when: string, language: Language): string =>
  new Date(when).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
  });

/** The gate as the server sees it: errors block, each warning is confirmed; now or at a time. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const word = useStudioWords();
  const { language } = useSay();
  const { status, revision } = useSync();
  const [check, setCheck] = useState<CheckView | undefined>(undefined);
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const [when, setWhen] = useState('');
  const [outcome, setOutcome] = useState<
    { readonly tone: 'ok' | 'error'; readonly text: string } | undefined
  >(undefined);
  const [isBusy, setBusy] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is looked at anew
  useEffect(() => {
    if (status !== 'saved') return;
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const answer = await request<CheckView>('/api/studio/check');
      if (!isWanted) return;
      if (answer.ok) setCheck(answer.value);
      else timer = setTimeout(() => void look(), AGAIN_MS); // a large plan takes a busy server longer than a request may
    };
    void look();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [status, revision]);
  const errors = check?.issues.filter(({ severity }) => severity === 'error') ?? [];
  const warnings = check?.issues.filter(({ severity }) => severity === 'warning') ?? [];
  const session = currentSession();
  const isPublisher = session !== undefined && may(session, 'publisher');
  const changes = changesToLive().length;
  const isPast = when !== '' && new Date(when).getTime() <= Date.now();
  const isReady =
    isPublisher &&
    !isPast &&
    check?.revision === revision &&
    changes > 0 &&
    errors.length === 0 &&
    warnings.every(({ key }) => confirmed.has(key));
  const toggle = (key: string) =>
    setConfirmed((now) =>
      now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key]),
    );
  const publish = async () => {
    setBusy(true);
    const dueMs = when === '' ? undefined : new Date(when).getTime();
    const body = { revision, note, confirmed: [...confirmed], ...(dueMs !== undefined && { dueMs }) };
    const answer = await send<object>(session, 'POST', '/api/studio/publish', body);
    setBusy(false);
    if (answer.ok)
      return setOutcome({
        tone: 'ok',
        text: word(dueMs === undefined ? 'publish.done' : 'publish.scheduled'),
      });
    const detail = answer.error.kind === 'refused' ? answer.error.detail : '';
    setOutcome({ tone: 'error', text: `${word('publish.refused')} ${detail} (${statusOf(answer.error)})` });
  };
  return (
    <Dialog title={word('publish.title')} onClose={onClose}>
      {outcome ? <Notice tone={outcome.tone}>{outcome.text}</Notice> : null}
      <p>{word('publish.changes', { count: changes })}</p>
      <EffectNote />
      {check === undefined ? <p role="status">{word('check.looking')}</p> : null}
      {errors.length > 0 ? (
        <Notice tone="error">{word('publish.errors', { count: errors.length })}</Notice>
      ) : null}
      {warnings.length > 0 ? (
        <div className="chips">
          <Notice tone="warn">{word('publish.warnings', { count: warnings.length })}</Notice>
          <button
            type="button"
            className="chip"
            onClick={() => setConfirmed(new Set(warnings.map(({ key }) => key)))}
          >
            {word('publish.confirm-all')}
          </button>
        </div>
      ) : null}
      <ul className="issues publish-issues" tabIndex={errors.length + warnings.length > 0 ? 0 : -1}>
        {errors.map((issue) => (
          <IssueItem key={issue.key} issue={issue} onGo={onClose} />
        ))}
        {warnings.map((issue) => (
          <IssueItem
            key={issue.key}
            issue={issue}
            onGo={onClose}
            ask={
              <label className="confirm">
                <input
                  type="checkbox"
                  checked={confirmed.has(issue.key)}
                  onChange={() => toggle(issue.key)}
                />
                {word('publish.confirm')}
              </label>
            }
          />
        ))}
      </ul>
      <label className="field">
        <span>{word('publish.note')}</span>
        <input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </label>
      <label className="field">
        <span>{word('publish.when')}</span>
        <input
          type="datetime-local"
          value={when}
          aria-invalid={isPast}
          onChange={(event) => setWhen(event.target.value)}
        />
        {isPast ? (
          <span role="alert" className="fault">
            {word('publish.past')}
          </span>
        ) : null}
        {when !== '' && !isPast ? (
          <span role="status">{word('publish.at', { time: dayAndTime(when, language) })}</span>
        ) : null}
      </label>
      {isPublisher ? null : <p>{word('publish.role')}</p>}
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onClose}>
          {word(outcome?.tone === 'ok' ? 'ok' : 'cancel')}
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={!isReady || isBusy || outcome?.tone === 'ok'}
          onClick={() => void publish()}
        >
          {word(when === '' ? 'publish.now' : 'publish.later')}
        </button>
      </div>
    </Dialog>
  );
}
