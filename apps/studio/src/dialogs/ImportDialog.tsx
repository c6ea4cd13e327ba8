import { Dialog, Notice, useSay } from '@daoyin/ui';
import { diffDocuments } from '@daoyin/venue';
import { useEffect, useMemo, useRef, useState } from 'react';
import { wordsOf } from '../check/words';
import { DrawingLayers } from '../exchange/DrawingLayers';
import { type Importer, openImporter } from '../exchange/importer';
import type { OpenDrawing, ReadFile } from '../exchange/read-file';
import { perform, showLevel, useDocument, useStudio } from '../store/studio';
import { useStudioWords } from '../words';

const MOST_ROWS = 30;

/** What reads files, fetched with the first of them. */
const reader = () => import('../exchange/read-file');

/** Takes a file in: says what it holds and what is wrong with it before anything changes. It can be undone as any edit. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const word = useStudioWords();
  const { language } = useSay();
  const [read, setRead] = useState<ReadFile | undefined>(undefined);
  const [drawing, setDrawing] = useState<OpenDrawing | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [isAway, setAway] = useState(false);
  const importer = useRef<Importer>(undefined);
  useEffect(() => {
    const opened = openImporter();
    importer.current = opened;
    return opened.close;
  }, []);
  const follow = async (reading: Promise<ReadFile>) => {
    setBusy(true);
    const result = await reading.catch(() => undefined); // what reads could not be fetched
    setAway(result === undefined);
    setRead(result);
    setBusy(false);
    return result;
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    setDrawing(undefined);
    const result = await follow(
      reader().then(({ readFile }) =>
        readFile(file, useStudio.getState().history.present, importer.current!),
      ),
    );
    setDrawing(result?.drawing);
  };
  const take = () => {
    const taken = read?.take?.(useStudio.getState().history.present); // others may have edited since it was read
    onClose();
    if (!taken) return;
    perform(<D,>(now: D): D => ({ ...now, ...taken }), 'import');
    const { level, history } = useStudio.getState();
    const { levels } = history.present.venue;
    if (!levels.some(({ shortName }) => shortName === level)) showLevel(levels[0]?.shortName ?? '');
  };
  const present = useDocument();
  const changes = useMemo(
    () => (read?.take ? diffDocuments(present, read.take(present)) : []),
    [read, present],
  );
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  return (
    <Dialog title={word('import.title')} onClose={onClose}>
      <p>{word('import.hint')}</p>
      <input
        type="file"
        aria-label={word('import.title')}
        accept=".zip,.csv,.tsv,.json,.geojson,.osm,.xml,.dxf"
        onChange={(event) => void open(event.target.files?.[0])}
      />
      {drawing ? (
        <DrawingLayers
          key={drawing.name}
          drawing={drawing.drawing}
          isBusy={isBusy}
          onRead={(choice) =>
            void follow(reader().then(({ readDrawing }) => readDrawing(drawing, choice, importer.current!)))
          }
        />
      ) : null}
      {isBusy ? <p role="status">{word('import.reading')}</p> : null}
      {isAway ? <Notice tone="error">{word('import.away')}</Notice> : null}
      {read?.kind === 'nothing' ? <Notice tone="error">{word('import.nothing')}</Notice> : null}
      {read?.take ? (
        <p role="status">
          {word(read.kind === 'plan' ? 'import.plan' : 'import.beacons')}{' '}
          {word('changes.counts', {
            added: count('added'),
            changed: count('changed'),
            removed: count('removed'),
          })}
        </p>
      ) : null}
      <ul className="issues publish-issues">
        {read?.issues.slice(0, MOST_ROWS).map((issue, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was found is a list that does not change
          <li key={index} className={`issue issue-${issue.severity}`}>
            <strong>{wordsOf(issue, language).title}</strong> {wordsOf(issue, language).detail}
          </li>
        ))}
      </ul>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onClose}>
          {word('cancel')}
        </button>
        <button type="button" className="button button-primary" disabled={!read?.take} onClick={take}>
          {word('import.take')}
        </button>
      </div>
    </Dialog>
  );
}
