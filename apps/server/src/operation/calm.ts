/** What is said again and again is said once a minute, with how often it was meant. */
const QUIET_MS = 60_000;
/** How many different texts are told apart; a machine that makes up new ones is said less of, not more. */
const MOST_TEXTS = 100;

/** Keeps whoever sends rubbish all day from filling the log. */
export function calmly(say: (message: string) => void, nowMs: () => number): (message: string) => void {
  const said = new Map<string, { sinceMs: number; unsaid: number }>();
  let unheard = 0;
  return (message) => {
    const atMs = nowMs();
    const before = said.get(message);
    if (before !== undefined && Math.abs(atMs - before.sinceMs) < QUIET_MS) {
      before.unsaid++;
      return;
    }
    if (before === undefined && said.size >= MOST_TEXTS) {
      for (const [text, { sinceMs }] of said) if (Math.abs(atMs - sinceMs) >= QUIET_MS) said.delete(text);
      if (said.size >= MOST_TEXTS) {
        unheard++;
        return;
      }
    }
    const others = unheard > 0 ? ` (and ${unheard} others were left out)` : '';
    const again = before !== undefined && before.unsaid > 0 ? ` (${before.unsaid} times more before)` : '';
    unheard = 0;
    said.set(message, { sinceMs: atMs, unsaid: 0 });
    say(message + again + others);
  };
}
