import type { SiteChange, SiteView } from '@daoyin/protocol';
import { fetchSite, type Session, send } from '@daoyin/ui';
import { useCallback, useEffect, useState } from 'react';
import { Field, Form, Outcome } from '../parts';
import { useWork } from '../useWork';
import { useStaffWords } from '../words';

/** Where phones find the hall, and the PIN that opens the settings of kiosks. */
export function SiteSettings({ session }: { readonly session: Session }) {
  const word = useStaffWords();
  const work = useWork();
  const [site, setSite] = useState<SiteView | undefined>(undefined);
  const load = useCallback(() => {
    void fetchSite().then((answer) => answer.ok && setSite(answer.value));
  }, []);
  useEffect(load, [load]);
  const save = async (change: SiteChange) => {
    const saved = await work.run(() => send(session, 'PATCH', '/api/staff/site', change));
    load();
    return saved !== undefined;
  };
  if (site === undefined) return <p role="status">{word('loading')}</p>;
  return (
    <>
      <h1>{word('site.title')}</h1>
      <Outcome work={work} />
      <Form
        onSend={async ({ publicUrl = '' }) => {
          await save({ publicUrl });
        }}
      >
        <Field
          key={site.publicUrl}
          name="publicUrl"
          type="url"
          label={word('site.url')}
          hint={site.publicUrl === null ? word('site.url-none') : word('site.url-hint')}
          defaultValue={site.publicUrl ?? ''}
          required
          maxLength={200}
        />
        <div className="card-buttons">
          <button type="submit" className="button button-primary" disabled={work.busy}>
            {word('site.save')}
          </button>
          <button
            type="button"
            className="button"
            disabled={work.busy || site.publicUrl === null}
            onClick={() => void save({ publicUrl: null })}
          >
            {word('site.remove')}
          </button>
        </div>
      </Form>
      <Form
        onSend={async ({ kioskPin = '' }, form) => {
          if (await save({ kioskPin })) form.reset();
        }}
      >
        <Field
          name="kioskPin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          pattern="\d{4,12}"
          label={word('site.pin')}
          hint={word(site.kioskPin ? 'site.pin-set' : 'site.pin-none')}
          required
        />
        <div className="card-buttons">
          <button type="submit" className="button button-primary" disabled={work.busy}>
            {word('site.save')}
          </button>
          <button
            type="button"
            className="button"
            disabled={work.busy || !site.kioskPin}
            onClick={() => void save({ kioskPin: null })}
          >
            {word('site.remove')}
          </button>
        </div>
      </Form>
      <p>
        <a href="/api/docs/">{word('site.api')}</a>
      </p>
    </>
  );
}
