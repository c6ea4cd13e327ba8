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

/** Keeps what the address brought from a kiosk, and takes it out of the address, which people send on. */
export function keepTokenOf({
  entry,
  holder,
}: {
  readonly entry?: string | undefined;
  readonly holder?: string | undefined;
}): void {
  if (entry === undefined || holder === undefined) return;
  keepToken(entry, holder, Date.now());
  const hash = new URLSearchParams(location.hash.slice(1));
  hash.delete('holder');
  history.replaceState(
    null,
    '',
    `${location.pathname}${location.search}${hash.size === 0 ? '' : `#${hash}`}`,
  );
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
