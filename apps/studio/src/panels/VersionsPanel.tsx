import type { PublicationView, VersionView } from '@daoyin/protocol';
import { may, Notice, request, send, useSay } from '@daoyin/ui';
import { useCallback, useEffect, useState } from 'react';
import { ofTheDraft } from '../operations/draft';
import { OperationButtons } from '../parts/OperationButtons';
import { currentSession } from '../store/session';
import { useSync } from '../store/sync';
import { useStudioWords } from '../words';

interface Listed {
  readonly versions: readonly VersionView[];
  readonly publications: readonly PublicationView[];
}

/** What was published, what is live, what is scheduled; a version can be made live again, a schedule called off. */
export function VersionsPanel() {
  const word = useStudioWords();
  const { language } = useSay();
  const live = useSync((state) => state.live?.versionId);
  const [listed, setListed] = useState<Listed | undefined>(undefined);
  const [fault, setFault] = useState(false);
  /** The publication whose button was pressed once: all phones change with the second press. */
  const [asked, setAsked] = useState<number | undefined>(undefined);
  const session = currentSession();
  const isPublisher = session !== undefined && may(session, 'publisher');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once another version is live, the list is another
  const refresh = useCallback(() => {
    void request<Listed>('/api/studio/versions').then((answer) =>
      answer.ok ? setListed(answer.value) : setFault(true),
    );
  }, [live]);
  useEffect(refresh, [refresh]);
  const act = async (method: string, path: string) => {
    const answer = await send<object>(session, method, path);
    setFault(!answer.ok);
    setAsked(undefined);
    refresh();
  };
  const time = (atMs: number) =>
    new Date(atMs).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
      dateStyle: 'short',
      timeStyle: 'short',
    });
  const noteOf = (id: number) => listed?.versions.find((version) => version.id === id)?.note ?? '';
  return (
    <div className="panel-body">
      {fault ? <Notice tone="error">{word('versions.fault')}</Notice> : null}
      <ul className="rows">
        {listed?.publications.map(({ id, versionId, dueMs, author, kind, state }) => (
          <li key={id} className={`version version-${state}`}>
            <p>
              <strong>
                {word(`version.${state}`)} · {word('version.number', { id: versionId })}
              </strong>
              <br />
              {time(dueMs)} · {kind === 'folder' ? word('version.folder') : author}
              {kind === 'rollback' ? ` · ${word('version.rollback')}` : ''}
              <br />
              {noteOf(versionId)}
            </p>
            {isPublisher && state === 'past' ? (
              <div className="version-act">
                <button
                  type="button"
                  className={asked === id ? 'button button-primary' : 'button'}
                  onClick={() =>
                    asked === id
                      ? void act('POST', `/api/studio/versions/${versionId}/publish`)
                      : setAsked(id)
                  }
                >
                  {word(asked === id ? 'version.sure' : 'version.again')}
                </button>
                {asked === id ? (
                  <button type="button" className="button" onClick={() => setAsked(undefined)}>
                    {word('cancel')}
                  </button>
                ) : null}
              </div>
            ) : null}
            {isPublisher && state === 'scheduled' ? (
              <button
                type="button"
                className="button"
                onClick={() => void act('DELETE', `/api/studio/publications/${id}`)}
              >
                {word('version.call-off')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <h2>{word('versions.files')}</h2>
      <OperationButtons of={ofTheDraft} />
      {session !== undefined && may(session, 'admin') ? (
        <p>
          <a href="/staff/#audit">{word('versions.audit')}</a>
        </p>
      ) : null}
    </div>
  );
}
