import { useEffect, useRef } from 'react';
import { noKeystrokes, pressKey } from './keystrokes';

/**
 * Hears a scanner that types like a keyboard, wherever the focus is. What it typed into a field is taken back by `undo`, and its Enter
 * presses no button.
 */
export function useScanner(onScan: (text: string) => void, undo: (typed: number) => void): void {
  const latest = useRef({ onScan, undo });
  latest.current = { onScan, undo };
  useEffect(() => {
    let keystrokes = noKeystrokes;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      const next = pressKey(keystrokes, event.key, event.timeStamp);
      keystrokes = next.keystrokes;
      if (next.scanned === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.target instanceof HTMLInputElement) latest.current.undo(next.scanned.length);
      latest.current.onScan(next.scanned);
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, []);
}
