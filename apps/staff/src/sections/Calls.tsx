import type { GuideCallView } from '@daoyin/protocol';
import { Notice, type Session, send, useSay } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useEffect, useState } from 'react';
import { Outcome } from '../parts';
import { type GuideCallList, isOver } from '../useGuideCalls';
import { useWork } from '../useWork';
import { useStaffWords } from '../words';

/** Who asks for a guide at which kiosk, live. */
export function Calls({ session, calls }: { readonly session: Session; readonly calls: GuideCallList }) {
  const word = useStaffWords();
  const work = useWork();
  const { rows = [], connection, take } = calls;
  const open = rows.filter((call) => !isOver(call));
  const act = async ({ id }: GuideCallView, kind: 'come' | 'finish') => {
    const done = await work.run(() =>
      send<GuideCallView>(session, 'POST', `/api/guide-calls/${id}/actions`, { kind }),
    );
    if (done !== undefined) take(done.value);
  };
  return (
    <>
      <h1>{word('calls.title')}</h1>
      {connection === 'lost' ? (
        <Notice tone="warn" icon="offline">
          {word('calls.broken')}
        </Notice>
      ) : null}
      {work.fault === undefined ? null : <Outcome work={work} />}
      {open.length === 0 ? <p role="status">{word('calls.none')}</p> : null}
      <ul className="cards">
        {rows.map((call) => (
          <li key={call.id} className="card" data-state={call.state}>
            <CallFacts call={call} />
            {isOver(call) ? null : (
              <div className="card-buttons">
                {call.state === 'waiting' ? (
                  <button
                    type="button"
                    className="button button-primary"
                    disabled={work.busy}
                    onClick={() => void act(call, 'come')}
                  >
                    {word('calls.come')}
                  </button>
                ) : null}
                <button
                  type="button"
                  className="button"
                  disabled={work.busy}
                  onClick={() => void act(call, 'finish')}
                >
                  {word('calls.finish')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function CallFacts({ call }: { readonly call: GuideCallView }) {
  const { language } = useSay();
  const word = useStaffWords();
  const nowMs = useNow();
  const minutes = Math.floor((nowMs - call.askedAtMs) / 60_000);
  const needs = [
    call.stepFree ? word('calls.step-free') : '',
    call.language === 'en' ? word('calls.english') : '',
  ].filter((text) => text !== '');
  const name = labelText(call.name, language) || `${call.at.x.toFixed(0)}, ${call.at.y.toFixed(0)}`;
  return (
    <div>
      <h2>
        <span className="level-badge">{call.at.level}</span> {name}
      </h2>
      <p>
        {call.state === 'coming'
          ? word('calls.coming', { name: call.by ?? '' })
          : word(`calls.${call.state}`)}{' '}
        · {minutes < 1 ? word('calls.now') : word('calls.since', { minutes })}
      </p>
      {needs.length === 0 ? null : <p>{needs.join(' · ')}</p>}
    </div>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
