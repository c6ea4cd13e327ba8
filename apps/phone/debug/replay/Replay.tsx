import { estimatorNames } from '@daoyin/positioning';
import { fetchWalk, fetchWalkNames, type Language, Notice, useSay } from '@daoyin/ui';
import { type DragEvent, useEffect, useState } from 'react';
import { type OpenedWalk, openWalk, playable } from './opened-walk';
import { Player } from './Player';

const OF_FILES = '';

/** Plays a walk of the server or of files that are opened or dropped here: estimate and truth move together, with the reasons beside. */
export function Replay({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { say, language } = useSay();
  const [names, setNames] = useState<readonly string[]>([]);
  const [name, setName] = useState(OF_FILES);
  const [estimator, setEstimator] = useState<string>(estimatorNames[0]);
  const [opened, setOpened] = useState<OpenedWalk | undefined>(undefined);
  useEffect(() => {
    void fetchWalkNames().then((result) => {
      const found = result.ok ? result.value.map((one) => one.name) : [];
      setNames(found);
      setName((now) => now || (found.find((one) => one.includes('tetam')) ?? found[0] ?? OF_FILES));
    });
  }, []);
  useEffect(() => {
    if (name === OF_FILES) return;
    setOpened(undefined);
    void fetchWalk(name).then((result) => setOpened(result.ok ? playable(result.value) : undefined));
  }, [name]);
  const take = (files: FileList | null): void => {
    if (files === null || files.length === 0) return;
    const hall = opened?.ok ? opened.value : undefined;
    void readFiles(files).then((read) => {
      setName(OF_FILES);
      setOpened(openWalk(read, hall));
    });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    <main className="replay" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <header className="replay-head">
        <h1>{say('replay.title')}</h1>
        <button
          type="button"
          className="button"
          lang={language === 'zh' ? 'en' : 'zh-Hans'}
          aria-label={say('settings.language-label')}
          onClick={() => onLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'EN' : '中'}
        </button>
      </header>
      <div className="replay-choice">
        {names.length > 0 && (
          <Choice label={say('replay.walk')} value={name} options={[OF_FILES, ...names]} onChange={setName} />
        )}
        <Choice
          label={say('replay.estimator')}
          value={estimator}
          options={estimatorNames}
          onChange={setEstimator}
        />
        <label className="button replay-files">
          {say('replay.files')}
          <input type="file" multiple onChange={(event) => take(event.target.files)} />
        </label>
      </div>
      {opened?.ok && <Player key={opened.value.walk.name} playable={opened.value} estimator={estimator} />}
      {opened?.ok === false && (
        <Notice tone="error">{say('replay.bad-files', { problem: opened.problem })}</Notice>
      )}
      {opened === undefined && (
        <Notice tone="info">{say(name === OF_FILES ? 'replay.no-walks' : 'net.loading')}</Notice>
      )}
    </main>
  );
}

function readFiles(files: FileList) {
  return Promise.all(
    [...files].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option === OF_FILES ? '–' : option}
          </option>
        ))}
      </select>
    </label>
  );
}
