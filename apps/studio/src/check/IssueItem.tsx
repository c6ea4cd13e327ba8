import { useSay } from '@daoyin/ui';
import type { Issue } from '@daoyin/venue';
import type { ReactNode } from 'react';
import { perform, useDocument, useStudio } from '../store/studio';
import { fixesOf, placeOf } from './fixes';
import { goTo } from './go';
import { subjectOf, wordsOf } from './words';

/** One finding: what is wrong with what, the way to its place, and one click each for what mends it. `ask` stands before it. */
export function IssueItem({
  issue,
  ask,
  onGo,
}: {
  readonly issue: Issue;
  readonly ask?: ReactNode;
  readonly onGo?: () => void;
}) {
  const { language } = useSay();
  const document = useDocument();
  const readOnly = useStudio((state) => state.readOnly);
  const { title, detail, spoken } = wordsOf(issue, language);
  const place = placeOf(issue, document);
  const go = () => {
    onGo?.();
    goTo(issue, place);
  };
  return (
    <li className={`issue issue-${issue.severity}`}>
      {ask}
      <button type="button" className="issue-text" disabled={!place} title={detail} onClick={go}>
        <strong>
          {title} {subjectOf(issue, document, language)}
        </strong>
        <span lang={spoken === 'zh' ? 'zh-CN' : 'en'}>{detail}</span>
      </button>
      {readOnly
        ? null
        : fixesOf(issue, document).map(({ name, action }) => (
            <button type="button" key={name.en} className="fix" onClick={() => perform(action, 'fix')}>
              {name[language]}
            </button>
          ))}
    </li>
  );
}
