/** What can tell a phone where it is, the best first. */
const SOURCES = ['bluetooth', 'wechat', 'receiver', 'steps', 'signs', 'map'] as const;
export type SourceName = (typeof SOURCES)[number];

/** How a source stands; each but the first three is explained, with what would help. */
export type SourceState =
  /** It tells something now. */
  | 'hearing'
  | 'asking'
  /** A tap turns it on. */
  | 'off'
  /** It is on, and nothing has come for a while. */
  | 'silent'
  | 'denied'
  | 'unsupported'
  /** The page came without TLS. */
  | 'insecure'
  | 'failed'
  /** Nothing of this kind was lent to this visitor. */
  | 'none';

export type SourceStates = Readonly<Record<SourceName, SourceState>>;

/** The best source that tells something now; a sign or a tap always can. */
export function bestSource(states: SourceStates): SourceName | undefined {
  return SOURCES.find((name) => states[name] === 'hearing');
}

/** Whether beacons are heard, or were. */
export function hearsBeacons(states: SourceStates): boolean {
  return (['bluetooth', 'wechat', 'receiver'] as const).some((name) => /hearing|silent/.test(states[name]));
}

/** Which sources are listed: what this phone will never have is not a question of the visitor's. */
export function listedSources(states: SourceStates): readonly SourceName[] {
  return SOURCES.filter((name) => states[name] !== 'none');
}

/** How sure a position is, and so what may be shown: a dot, an area, or no more than the goal's sign. */
export type Certainty = 'dot' | 'area' | 'sign';

/** A ring wider than this many metres is an area, and wider than that says nothing that the signs do not. */
const AREA_FROM = 9;
const SIGN_FROM = 25;

export function certaintyOf(
  position: { readonly accuracy95: number } | undefined,
  stale: boolean,
): Certainty | undefined {
  if (position === undefined) return undefined;
  if (stale || position.accuracy95 > SIGN_FROM) return 'sign';
  return position.accuracy95 > AREA_FROM ? 'area' : 'dot';
}
