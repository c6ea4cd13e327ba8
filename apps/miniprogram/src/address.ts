/** Where this mini program belongs: `hall.json`. */
export interface HallConfig {
  /** The host of the hall's pages; WeChat opens only what is registered for the mini program. */
  readonly host: string;
  readonly uuids: readonly string[];
}

export type Opened =
  | { readonly ok: true; readonly page: string; readonly relay: string }
  /** The code is of another hall, or no code of a hall at all. */
  | { readonly ok: false };

/**
 * What to show for a code that was scanned (`q` of the mini program's launch, a hall's address, percent-encoded) or for none: the phone
 * page with the session that page and mini program share. What stands behind `#` stays behind it, where no server sees it.
 */
export function addressesFor(q: string | undefined, session: string, { host }: HallConfig): Opened {
  const text = q === undefined ? `https://${host}/phone/` : decoded(q);
  const [, found, path, query, hash] =
    /^https?:\/\/([^/?#]+)(\/[^?#]*)?(?:\?([^#]*))?(#.*)?$/.exec(text) ?? [];
  if (found !== host || !(path ?? '/').startsWith('/phone/')) return { ok: false };
  const asked = query === undefined || query === '' ? '' : `${query}&`;
  return {
    ok: true,
    page: `https://${host}/phone/?${asked}session=${session}&via=wechat${hash ?? ''}`,
    relay: `wss://${host}/api/relay?session=${session}`,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
