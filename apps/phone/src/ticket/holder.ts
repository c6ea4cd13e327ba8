/** What this phone keeps of the numbers that it took itself: the token that lets its holder cancel, come back and rate. */
const KEY = 'daoyin-phone-tickets';
const KEPT_MS = 24 * 3_600_000;

interface Kept {
  readonly number: string;
  readonly token: string;
  readonly takenAtMs: number;
}

export function keepToken(number: string, token: string, nowMs: number): void {
  const others = kept(nowMs).filter((one) => one.number !== number);
  write([...others, { number, token, takenAtMs: nowMs }]);
}

/** The token of a number that this phone took today; undefined for all others. */
export function tokenOf(number: string, nowMs: number): string | undefined {
  return kept(nowMs).find((one) => one.number === number)?.token;
}

function kept(nowMs: number): readonly Kept[] {
  try {
    const all = JSON.parse(localStorage.getItem(KEY) ?? '[]') as readonly Kept[];
    return all.filter(({ takenAtMs }) => nowMs - takenAtMs < KEPT_MS);
  } catch {
    return [];
  }
}

/** A phone that keeps nothing (private mode) only loses the buttons. */
function write(all: readonly Kept[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    return;
  }
}
