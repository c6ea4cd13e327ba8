/** What a scanner has typed so far. A scanner is a keyboard that types faster than any hand and ends with Enter. */
export interface Keystrokes {
  readonly text: string;
  readonly lastMs: number;
  /** When what is being typed now began. */
  readonly firstMs: number;
}

export const noKeystrokes: Keystrokes = { text: '', lastMs: Number.NEGATIVE_INFINITY, firstMs: 0 };

/** The longest time between two keys of a scanner, in milliseconds; slow serial-to-USB converters need about 30. */
const LONGEST_GAP_MS = 80;
/** A code is not shorter; a hand may press Enter soon after a key. */
const SHORTEST = 3;
const LONGEST = 2_000;
/** Milliseconds a key on average: hands that type fastest need 60. */
const FASTEST_HAND_MS = 45;

/** Folds a key into what was typed; `scanned` is the whole code when Enter ends one. */
export function pressKey(
  before: Keystrokes,
  key: string,
  atMs: number,
): { readonly keystrokes: Keystrokes; readonly scanned?: string } {
  const goesOn = atMs - before.lastMs <= LONGEST_GAP_MS;
  if (key === 'Enter') {
    const { text, firstMs } = before;
    const pace = (atMs - firstMs) / Math.max(1, text.length);
    const isCode = goesOn && text.length >= SHORTEST && pace <= FASTEST_HAND_MS;
    return { keystrokes: noKeystrokes, ...(isCode && { scanned: text }) };
  }
  if (key.length !== 1) return { keystrokes: key === 'Shift' ? { ...before, lastMs: atMs } : noKeystrokes };
  const text = goesOn ? before.text : '';
  return {
    keystrokes: {
      text: (text + key).slice(0, LONGEST),
      lastMs: atMs,
      firstMs: text === '' ? atMs : before.firstMs,
    },
  };
}
