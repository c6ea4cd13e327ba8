import { useSay } from '@daoyin/ui';
import { Glyph } from './parts/Glyph';
import { useStudio } from './store/studio';
import { tools } from './tools/registry';
import { useStudioWords } from './words';

/** The tools, one of them chosen. */
export function Palette() {
  const { language } = useSay();
  const word = useStudioWords();
  const chosen = useStudio((state) => state.tool);
  const readOnly = useStudio((state) => state.readOnly);
  return (
    <nav className="palette" aria-label={word('tools')}>
      {tools.map(({ id, name, glyph, key }) => (
        <button
          type="button"
          key={id}
          className="tool"
          aria-pressed={id === chosen}
          disabled={readOnly && id !== 'select'}
          title={`${name[language]} (${key.toUpperCase()})`}
          onClick={() => useStudio.setState({ tool: id })}
        >
          <Glyph name={glyph} />
          <span>{name[language]}</span>
        </button>
      ))}
    </nav>
  );
}
