import { request, useSay } from '@daoyin/ui';
import { useCallback, useEffect, useState } from 'react';
import { Table, timeOf } from '../parts';
import { auditKey, keyOfActor, keyOfDetail, useStaffWords, wordNamed } from '../words';

interface Entry {
  readonly id: number;
  readonly atMs: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

const PAGE = 100;

/** Who changed what, the newest first. */
export function Audit() {
  const { language } = useSay();
  const word = useStaffWords();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [more, setMore] = useState(true);
  const load = useCallback(async (before: number | undefined) => {
    const answer = await request<readonly Entry[]>(
      `/api/staff/audit?limit=${PAGE}${before === undefined ? '' : `&before=${before}`}`,
    );
    if (!answer.ok) return;
    setEntries((known) => (before === undefined ? answer.value : [...known, ...answer.value]));
    setMore(answer.value.length === PAGE);
  }, []);
  useEffect(() => void load(undefined), [load]);
  const wordOf = (action: string) => {
    const key = auditKey(action);
    return key === undefined ? action : word(key);
  };
  const whoOf = (actor: string): string => {
    const known = keyOfActor(actor);
    return known === undefined ? actor : word(known.key, { id: known.id });
  };
  const subjectOf = (action: string, subject: string): string => {
    if (action.startsWith('plan.')) return word('audit.version', { id: subject });
    const key = action === 'site.change' ? wordNamed(`audit.site.${subject}`) : undefined;
    return key === undefined ? subject : word(key);
  };
  const detailOf = (name: string, value: unknown): string => {
    if (name === 'dueMs') return word('audit.due', { time: timeOf(Number(value), language) });
    const key = keyOfDetail(name, value);
    if (key !== undefined) return word(key);
    return name === 'to' ? String(value) : `${name} ${JSON.stringify(value)}`;
  };
  return (
    <>
      <h1>{word('audit.title')}</h1>
      <Table
        caption={word('audit.title')}
        heads={(['when', 'who', 'what', 'subject', 'detail'] as const).map((head) => word(`audit.${head}`))}
      >
        {entries.map(({ id, atMs, actor, action, subject, detail }) => (
          <tr key={id}>
            <td>{timeOf(atMs, language)}</td>
            <th scope="row">{whoOf(actor)}</th>
            <td>{wordOf(action)}</td>
            <td>{subjectOf(action, subject)}</td>
            <td>
              {Object.entries(detail ?? {})
                .map(([name, value]) => detailOf(name, value))
                .join(language === 'zh' ? '；' : '; ')}
            </td>
          </tr>
        ))}
      </Table>
      {more ? (
        <button type="button" className="button" onClick={() => void load(entries.at(-1)?.id)}>
          {word('audit.more')}
        </button>
      ) : null}
    </>
  );
}
