import type { VenuePoint } from '@daoyin/geometry';

/**
 * What the page's address asks for: `?ticket=A032&day=2026-11-25`, `?window=32`, `?feature=ID`, `?theme=ID`, `?session=…&via=wechat`, and behind
 * `#`, which no server sees, `from=x,y,level` and `route=…`, a whole route (`sealRoute`),
 * and `holder=…`, of a number that was taken where the code was shown.
 */
export interface Wish {
  readonly entry: string | undefined;
  readonly feature: string | undefined;
  readonly theme: string | undefined;
  readonly session: string | undefined;
  /** `via=wechat`: the session is of the mini program that shows this page. */
  readonly via: 'wechat' | 'receiver';
  /** The hall's calendar day of the ticket: numbers begin anew each day. */
  readonly day: string | undefined;
  readonly start: VenuePoint | undefined;
  /** A route in a capsule, not yet opened. */
  readonly route: string | undefined;
  /** The token of the ticket's holder. */
  readonly holder: string | undefined;
}

export function readWish(address: { readonly search: string; readonly hash: string }): Wish {
  const query = new URLSearchParams(address.search);
  const hash = new URLSearchParams(address.hash.replace(/^#/, ''));
  return {
    entry: query.get('ticket') ?? query.get('window') ?? undefined,
    feature: query.get('feature') ?? undefined,
    theme: query.get('theme') ?? undefined,
    session: query.get('session') ?? undefined,
    via: query.get('via') === 'wechat' ? 'wechat' : 'receiver',
    day: query.get('day') ?? undefined,
    start: readPlace(hash.get('from')),
    route: hash.get('route') ?? undefined,
    holder: hash.get('holder') ?? undefined,
  };
}

/** `12.5,40,1F` as a place; undefined for anything else. */
export function readPlace(text: string | null): VenuePoint | undefined {
  const [x, y, level] = (text ?? '').split(',');
  const [east, north] = [Number(x), Number(y)];
  if (!x || !y || !level || !Number.isFinite(east) || !Number.isFinite(north)) return undefined;
  return { x: east, y: north, level };
}
