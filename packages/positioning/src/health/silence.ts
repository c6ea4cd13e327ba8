import { LOST_AS_ONE, WEAKER_DB } from './report';

/** What all walks together say of whether a beacon was heard. Values are not changed. */
export interface Silence {
  readonly heard: number;
  /** Walks in which it was heard, and those in which it should have been at registered power, each by its chance, until the last in which it was. */
  readonly walksHeard: number;
  readonly walksPromised: number;
  /** The latter since then. */
  readonly walksSilent: number;
  readonly firstMs: number;
  /** When the last testimony came in which it was heard; absent before. */
  readonly lastHeardMs?: number;
  /** Adverts expected since then, were the beacon weaker by each of `WEAKER_DB`. */
  readonly expected: readonly number[];
}

export function noWalks(atMs: number): Silence {
  const walks = { walksHeard: 0, walksPromised: 0, walksSilent: 0 };
  return { heard: 0, ...walks, firstMs: atMs, expected: WEAKER_DB.map(() => 0) };
}

/** One walk more; `atMs` is when it was told. */
export function afterWalk(
  before: Silence,
  { heard, expected }: { readonly heard: number; readonly expected: readonly number[] },
  atMs: number,
): Silence {
  const walksSilent = 1 - Math.exp(-expected[0]! / LOST_AS_ONE);
  const none = heard === 0;
  return joined(before, {
    ...noWalks(atMs),
    ...{
      heard,
      walksHeard: none ? 0 : 1,
      walksPromised: none ? 0 : walksSilent,
      walksSilent: none ? walksSilent : 0,
    },
    ...(none ? { expected } : { lastHeardMs: atMs }),
  });
}

/** What was heard earlier, and then later; what two heard at once may come in either order. */
export function joined(earlier: Silence, later: Silence): Silence {
  const heardSince =
    later.lastHeardMs !== undefined && later.lastHeardMs >= (earlier.lastHeardMs ?? -Infinity);
  const lastHeardMs = Math.max(earlier.lastHeardMs ?? -Infinity, later.lastHeardMs ?? -Infinity);
  return {
    heard: earlier.heard + later.heard,
    walksHeard: earlier.walksHeard + later.walksHeard,
    walksPromised: earlier.walksPromised + later.walksPromised + (heardSince ? earlier.walksSilent : 0),
    walksSilent: later.walksSilent + (heardSince ? 0 : earlier.walksSilent),
    firstMs: Math.min(earlier.firstMs, later.firstMs),
    ...(Number.isFinite(lastHeardMs) && { lastHeardMs }),
    expected: later.expected.map((adverts, i) => adverts + (heardSince ? 0 : earlier.expected[i]!)),
  };
}
