import { Dialog, useSay } from '@daoyin/ui';
import { useState } from 'react';
import { useStudioWords } from '../words';
import { commandsFor } from './commands';

/** Everything by its name: type, choose by the arrows, Enter. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { language } = useSay();
  const word = useStudioWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = commandsFor(typed, language);
  const chosen = Math.min(at, commands.length - 1);
  const run = (index: number) => {
    const command = commands[index];
    if (!command || command.disabled !== undefined) return;
    onClose();
    command.run();
  };
  return (
    <Dialog title={word('palette.title')} onClose={onClose}>
      <input
        autoFocus
        className="palette-input"
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-label={word('palette.title')}
        placeholder={word('palette.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, commands.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
          else if (event.key === 'Enter') run(chosen);
          else return;
          event.preventDefault();
        }}
      />
      <ul id="palette-list" className="rows palette-rows">
        {commands.map(({ id, text, keys, disabled }, index) => (
          <li key={id}>
            <button
              type="button"
              className="row"
              aria-pressed={index === chosen}
              ref={index === chosen ? showChosen : undefined}
              disabled={disabled !== undefined}
              onClick={() => run(index)}
            >
              <strong>{text}</strong>
              <em>{disabled ?? keys ?? ''}</em>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const showChosen = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' });
