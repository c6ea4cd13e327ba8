import { useSay } from '@daoyin/ui';
import { panels } from './panels/registry';
import { Glyph } from './parts/Glyph';
import { useStudio } from './store/studio';
import { useStudioWords } from './words';

/** The panels, one at a time. */
export function Dock() {
  const { language } = useSay();
  const word = useStudioWords();
  const chosen = useStudio((state) => state.panel);
  const { id: shown, Content, name } = panels.find(({ id }) => id === chosen) ?? panels[0]!;
  return (
    <aside className="dock" aria-label={word('panels')}>
      <div className="dock-tabs" role="tablist">
        {panels.map((panel) => (
          <button
            type="button"
            role="tab"
            key={panel.id}
            className="dock-tab"
            aria-selected={panel.id === shown}
            onClick={() => useStudio.setState({ panel: panel.id })}
          >
            <Glyph name={panel.glyph} />
            <span>{panel.name[language]}</span>
          </button>
        ))}
      </div>
      <section className="panel" aria-label={name[language]}>
        <Content />
      </section>
    </aside>
  );
}
