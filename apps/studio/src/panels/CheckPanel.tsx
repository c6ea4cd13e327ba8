import { useSay } from '@daoyin/ui';
import type { Issue, Severity } from '@daoyin/venue';
import { useState } from 'react';
import { currentPlan } from '../canvas/PlanCanvas';
import { useCheck } from '../check/check';
import { fixesOf, placeOf } from '../check/fixes';
import { wordsOf } from '../check/words';
import { perform, select, showLevel, useDocument, useStudio } from '../store/studio';
import { useStudioWords } from '../words';

const AROUND = 6; // metres
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
          <IssueRow key={`${issue.kind} ${issue.featureId ?? ''} ${issue.message}`} issue={issue} />
        ))}
      </ul>
    </div>
  );
}

function IssueRow({ issue }: { readonly issue: Issue }) {
  const { language } = useSay();
  const document = useDocument();
  const readOnly = useStudio((state) => state.readOnly);
  const { title, detail } = wordsOf(issue, language);
  const place = placeOf(issue, document);
  return (
    <li className={`issue issue-${issue.severity}`}>
      <button type="button" className="issue-text" disabled={!place} onClick={() => go(issue, place)}>
        <strong>{title}</strong>
        <span>{detail}</span>
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

function go(issue: Issue, place: ReturnType<typeof placeOf>): void {
  const { register, venue } = useStudio.getState().history.present;
  const id = issue.featureId;
  if (id !== undefined) {
    const isBeacon = register.beacons.some((beacon) => beacon.id === id);
    const isUnit = venue.units.some((unit) => unit.id === id);
    if (isBeacon || isUnit) select([{ collection: isBeacon ? 'beacons' : 'units', key: id }]);
  }
  if (!place) return;
  showLevel(place.level);
  const { x, y } = place;
  currentPlan()?.show({ minX: x - AROUND, maxX: x + AROUND, minY: y - AROUND, maxY: y + AROUND });
}
