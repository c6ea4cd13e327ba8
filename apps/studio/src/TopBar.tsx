import { LevelSwitch, useSay } from '@daoyin/ui';
import { useCheck } from './check/check';
import { openDialog } from './dialogs/ask';
import { peerColour } from './layers/peers';
import { runOperation } from './operations/registry';
import { Glyph } from './parts/Glyph';
import { settings } from './settings';
import { showLevel, useDocument, useStudio } from './store/studio';
import { useSync } from './store/sync';
import { useStudioWords } from './words';

/** What is edited and whether it is safe, undo and redo, the storeys, who else is here, and publishing. */
export function TopBar() {
  const { say } = useSay();
  const word = useStudioWords();
  const { venue } = useDocument();
  const { past, future } = useStudio((state) => state.history);
  const level = useStudio((state) => state.level);
  const solid = useStudio((state) => state.solid);
  const readOnly = useStudio((state) => state.readOnly);
  return (
    <header className="bar">
      <p className="bar-name">
        {say('app.name')} · {word('title')}
      </p>
      <SyncNote />
      <div className="bar-group">
        <button
          type="button"
          className="bar-button"
          title={`${word('undo')} (Ctrl Z)`}
          disabled={readOnly || past.length === 0}
          onClick={() => runOperation('undo')}
        >
          <Glyph name="undo" />
          <span>{word('undo')}</span>
        </button>
        <button
          type="button"
          className="bar-button"
          title={`${word('redo')} (Ctrl Shift Z)`}
          disabled={readOnly || future.length === 0}
          onClick={() => runOperation('redo')}
        >
          <Glyph name="redo" />
          <span>{word('redo')}</span>
        </button>
      </div>
      <LevelSwitch levels={venue.levels} shown={level} onChange={showLevel} />
      <div className="bar-group">
        <button
          type="button"
          className="bar-button"
          aria-pressed={solid}
          onClick={() => runOperation('solid')}
        >
          {word('view.3d')}
        </button>
        <button type="button" className="bar-button" onClick={() => runOperation('whole')}>
          {word('view.whole')}
        </button>
      </div>
      <Peers />
      <div className="bar-group bar-end">
        <button type="button" className="bar-button" title="Ctrl K" onClick={() => openDialog('palette')}>
          {word('palette.open')}
        </button>
        <button type="button" className="bar-button" title="?" onClick={() => openDialog('help')}>
          {word('help.open')}
        </button>
        <Look />
        <PublishButton />
      </div>
    </header>
  );
}

function SyncNote() {
  const word = useStudioWords();
  const { status, notice } = useSync();
  const readOnly = useStudio((state) => state.readOnly);
  return (
    <p className={`sync sync-${status}`} role="status">
      {word(readOnly ? 'sync.read-only' : `sync.${status}`)} {notice}
    </p>
  );
}

function Peers() {
  const word = useStudioWords();
  const { peers } = useSync();
  if (peers.length === 0) return null;
  return (
    <ul className="peers" aria-label={word('peers')}>
      {peers.map(({ id, name, level }) => (
        <li key={id} style={{ background: peerColour(id) }} title={`${name} ${level ?? ''}`}>
          {name}
        </li>
      ))}
    </ul>
  );
}

function Look() {
  const { language } = useSay();
  const word = useStudioWords();
  const { theme } = settings.store();
  return (
    <>
      <button
        type="button"
        className="bar-button"
        lang={language === 'zh' ? 'en' : 'zh-Hans'}
        onClick={() => settings.store.setState({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {word('language')}
      </button>
      <button
        type="button"
        className="bar-button"
        aria-pressed={theme === 'dark'}
        onClick={() => settings.store.setState({ theme: theme === 'dark' ? 'light' : 'dark' })}
      >
        {word('theme')}
      </button>
    </>
  );
}

function PublishButton() {
  const word = useStudioWords();
  const { issues } = useCheck();
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  return (
    <button type="button" className="bar-button bar-publish" onClick={() => openDialog('publish')}>
      <Glyph name="publish" />
      <strong>{word('publish.open')}</strong>
      {errors > 0 ? <strong className="badge">{errors}</strong> : null}
    </button>
  );
}
