import { LevelSwitch, useSay } from '@daoyin/ui';
import { currentPlan } from './canvas/PlanCanvas';
import { Glyph } from './parts/Glyph';
import { settings } from './settings';
import { redo, showLevel, undo, useDocument, useStudio } from './store/studio';
import { useStudioWords } from './words';

/** What is edited, undo and redo, the storeys, and how it is shown. */
export function TopBar() {
  const { say, language } = useSay();
  const word = useStudioWords();
  const { venue } = useDocument();
  const { past, future } = useStudio((state) => state.history);
  const level = useStudio((state) => state.level);
  const solid = useStudio((state) => state.solid);
  const { theme } = settings.store();
  return (
    <header className="bar">
      <p className="bar-name">
        {say('app.name')} · {word('title')}
      </p>
      <div className="bar-group">
        <button
          type="button"
          className="bar-button"
          title={`${word('undo')} (Ctrl Z)`}
          disabled={past.length === 0}
          onClick={undo}
        >
          <Glyph name="undo" />
          <span>{word('undo')}</span>
        </button>
        <button
          type="button"
          className="bar-button"
          title={`${word('redo')} (Ctrl Shift Z)`}
          disabled={future.length === 0}
          onClick={redo}
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
          onClick={() => useStudio.setState({ solid: !solid })}
        >
          {word('view.3d')}
        </button>
        <button type="button" className="bar-button" onClick={() => currentPlan()?.frameLevel()}>
          {word('view.whole')}
        </button>
      </div>
      <div className="bar-group bar-end">
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
      </div>
    </header>
  );
}
