import { useSay } from '@daoyin/ui';
import type { KeyboardEvent } from 'react';
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
      <div
        className="dock-tabs"
        role="tablist"
        aria-label={word('panels')}
        onKeyDown={(event) => step(event, shown)}
      >
        {panels.map((panel) => (
          <button
            type="button"
            role="tab"
            id={`tab-${panel.id}`}
            aria-controls="dock-panel"
            tabIndex={panel.id === shown ? 0 : -1}
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
      <section
        className="panel"
        id="dock-panel"
        role="tabpanel"
        aria-label={name[language]}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls is scrolled by keys too
        tabIndex={0}
      >
        <Content />
      </section>
    </aside>
  );
}

/** Arrows, Home and End go from tab to tab, as tabs do (ARIA Authoring Practices, tabs). */
function step(event: KeyboardEvent<HTMLElement>, shown: string): void {
  const at = panels.findIndex(({ id }) => id === shown);
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[
    event.key
  ];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const { id } = panels.at(to % panels.length)!;
  useStudio.setState({ panel: id });
  document.getElementById(`tab-${id}`)?.focus();
}
