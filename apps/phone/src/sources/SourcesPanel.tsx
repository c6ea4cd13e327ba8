import { Icon, type IconName, useSay } from '@daoyin/ui';
import { useState } from 'react';
import { type PhoneKey, useWords } from '../words';
import { bestSource, listedSources, type SourceName, type SourceState } from './source';
import type { Sources } from './useSources';

const ICONS: Readonly<Record<SourceName, IconName>> = {
  bluetooth: 'locate',
  wechat: 'phone',
  receiver: 'locate',
  steps: 'straight',
  signs: 'search',
  map: 'place',
};

/** How this phone knows where it is: the best source in a line, all of them with their state, their failure and what helps. */
export function SourcesPanel({ sources }: { readonly sources: Sources }) {
  const { say } = useSay();
  const word = useWords();
  const [open, setOpen] = useState(false);
  const { states, turnOn } = sources;
  const best = bestSource(states);
  // one tap is worth more than any explanation below it
  const offer = best === undefined && states.steps === 'off';
  return (
    <>
      {offer ? (
        <div className="source-offer">
          <button type="button" className="button" onClick={() => turnOn('steps')}>
            <Icon name="straight" />
            {word('source.offer-steps')}
          </button>
          <p>{word('source.offer-hint')}</p>
        </div>
      ) : null}
      <section className="sources" aria-labelledby="sources">
        <h2 id="sources">
          <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
            <span data-testid="best-source" data-source={best ?? 'told'}>
              {best === undefined
                ? word('source.told')
                : word('source.now', { name: word(`source.${best}`) })}
            </span>
            <Icon name={open ? 'chevron-up' : 'chevron-down'} />
          </button>
        </h2>
        {open ? (
          <ul className="source-list">
            {listedSources(states).map((name) => (
              <li key={name} className="source" data-source={name} data-state={states[name]}>
                <Icon name={ICONS[name]} />
                <span className="source-text">
                  <strong>{word(`source.${name}`)}</strong>
                  <span>{word(wordOf(name, states[name]))}</span>
                </span>
                {(name === 'bluetooth' || name === 'steps') && canTurnOn(states[name]) ? (
                  <button
                    type="button"
                    className="button"
                    aria-label={`${word('source.turn-on')} ${word(`source.${name}`)}`}
                    onClick={() => turnOn(name)}
                  >
                    {states[name] === 'off' ? word('source.turn-on') : say('net.retry')}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
      </section>
    </>
  );
}

const canTurnOn = (state: SourceState) => state === 'off' || state === 'denied' || state === 'failed';

/** What helps differs from source to source where one fails. */
const FAILURES = {
  bluetooth: {
    off: 'source.off-bluetooth',
    silent: 'source.silent-bluetooth',
    denied: 'source.denied-bluetooth',
    unsupported: 'source.unsupported-bluetooth',
    failed: 'source.failed-bluetooth',
  },
  steps: {
    off: 'source.off-steps',
    silent: 'source.silent-steps',
    denied: 'source.denied-steps',
    unsupported: 'source.unsupported-steps',
    insecure: 'source.insecure-steps',
  },
  wechat: { silent: 'source.silent-wechat' },
  receiver: { silent: 'source.silent-receiver' },
  signs: { off: 'source.how-signs' },
  map: { off: 'source.how-map' },
} as const satisfies Record<SourceName, Partial<Record<SourceState, PhoneKey>>>;

function wordOf(name: SourceName, state: SourceState): PhoneKey {
  const failures: Partial<Record<SourceState, PhoneKey>> = FAILURES[name];
  return failures[state] ?? (state === 'hearing' ? 'source.hearing' : 'source.asking');
}
