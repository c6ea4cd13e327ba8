import type { Severity } from '@daoyin/venue';
import { useState } from 'react';
import { useCheck } from '../check/check';
import { IssueItem } from '../check/IssueItem';
import { useDocument } from '../store/studio';
import { useStudioWords } from '../words';

const MOST_ROWS = 200;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'assumption'];

/** What the gate would say now, each with its place and what mends it. */
export function CheckPanel() {
  const word = useStudioWords();
  const { issues, of } = useCheck();
  const document = useDocument();
  const [shown, setShown] = useState<Severity | undefined>(undefined);
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: issues.filter((issue) => issue.severity === severity).length,
  }));
  const rows = issues.filter(({ severity }) => shown === undefined || severity === shown);
  return (
    <div className="panel-body">
      <p role="status">
        {of === undefined
          ? word('check.looking')
          : word('check.counts', { errors: counts[0]!.count, warnings: counts[1]!.count })}
        {of !== document && of !== undefined ? ` ${word('check.again')}` : ''}
      </p>
      <div className="chips">
        {counts.map(({ severity, count }) => (
          <button
            type="button"
            key={severity}
            className={`chip chip-${severity}`}
            aria-pressed={shown === severity}
            onClick={() => setShown(shown === severity ? undefined : severity)}
          >
            {word(`severity.${severity}`)} {count}
          </button>
        ))}
      </div>
      <ul className="issues">
        {rows.slice(0, MOST_ROWS).map((issue) => (
          <IssueItem key={`${issue.kind} ${issue.featureId ?? ''} ${issue.message}`} issue={issue} />
        ))}
      </ul>
    </div>
  );
}
