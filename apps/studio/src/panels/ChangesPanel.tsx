import { useSay } from '@daoyin/ui';
import { applyPatch, type Change, diffDocuments, type Labels, labelText, patchBetween } from '@daoyin/venue';
import { useMemo } from 'react';
import { extentOf, type Located } from '../canvas/extent';
import { currentPlan } from '../canvas/PlanCanvas';
import { openDialog } from '../dialogs/ask';
import { perform, select, showLevel, useDocument, useStudio } from '../store/studio';
import { useSync } from '../store/sync';
import { useStudioWords } from '../words';
import { collectionName } from '../words/collections';
import { fieldName, valueText } from '../words/fields';

const AROUND = 6; // metres
const MOST_ROWS = 300;

/** What the draft changes of what is live: the same that the plan draws while this is open. */
export function ChangesPanel() {
  const word = useStudioWords();
  const { language } = useSay();
  const document = useDocument();
  const live = useSync((state) => state.live);
  const readOnly = useStudio((state) => state.readOnly);
  const changes = useMemo(() => (live ? diffDocuments(live.document, document) : []), [live, document]);
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  return (
    <div className="panel-body">
      <p>
        {word('changes.counts', {
          added: count('added'),
          changed: count('changed'),
          removed: count('removed'),
        })}
      </p>
      <div className="chips">
        <button
          type="button"
          className="button button-primary"
          disabled={changes.length === 0}
          onClick={() => openDialog('publish')}
        >
          {word('publish.open')}
        </button>
        {readOnly || changes.length === 0 || !live ? null : (
          <button
            type="button"
            className="button"
            onClick={() => perform((now) => applyPatch(now, patchBetween(now, live.document)), 'draft.reset')}
          >
            {word('changes.reset')}
          </button>
        )}
      </div>
      <ul className="rows">
        {changes.slice(0, MOST_ROWS).map((change) => (
          <li key={`${change.collection} ${change.key}`}>
            <button type="button" className={`row change-${change.kind}`} onClick={() => go(change)}>
              <strong>{word(`change.${change.kind}`)}</strong>
              <span>
                {collectionName(change.collection, language)} {nameOf(change, language)}
              </span>
              {change.fields.length > 0 ? <em>{fieldsOf(change, language)}</em> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What changed: from what to what, where that can be said in a few letters. */
function fieldsOf({ collection, fields, before, after }: Change, language: 'zh' | 'en'): string {
  return fields
    .map((field) => {
      const name = fieldName(field, language);
      const [was, is] = [before?.[field], after?.[field]].map((value) =>
        valueText(collection, field, value, language),
      );
      return was === undefined || is === undefined ? name : `${name} ${was} → ${is}`;
    })
    .join(language === 'zh' ? '；' : '; ');
}

function nameOf({ key, before, after }: Change, language: 'zh' | 'en'): string {
  const name = (after ?? before)?.name as Labels | undefined;
  const text = name ? labelText(name, language) : '';
  return text !== '' ? text : key.length > 20 ? key.slice(0, 8) : key;
}

function go({ collection, key, before, after }: Change): void {
  const entity = (after ?? before) as Located & { readonly at?: { readonly level?: string } };
  if (after) select([{ collection, key }]);
  const level = entity.at?.level ?? entity.level;
  if (level !== undefined) showLevel(level);
  const { minX, minY, maxX, maxY } = extentOf(entity);
  if (Number.isFinite(minX))
    currentPlan()?.show({
      minX: minX - AROUND,
      minY: minY - AROUND,
      maxX: maxX + AROUND,
      maxY: maxY + AROUND,
    });
}
