/** What a scanned code asks for. */
export type ScannedCode =
  /** Typed as it stands: a ticket's or a window's number. */
  | { readonly kind: 'entry'; readonly text: string }
  | { readonly kind: 'feature'; readonly id: string }
  | { readonly kind: 'theme'; readonly id: string }
  | { readonly kind: 'other-hall'; readonly host: string }
  /** A ticket of another day: numbers begin anew each morning. */
  | { readonly kind: 'old'; readonly day: string }
  | { readonly kind: 'strange' };

export interface CodeContext {
  /** Addresses of this hall's pages, such as where the kiosk was opened and what phones open. */
  readonly origins: readonly string[];
  /** Today in the hall, `2026-11-25`. */
  readonly today: string;
}

/**
 * Reads a code of a ticket, a sign, a leaflet or a phone. A bare number is taken as typed; an address counts where it is one of this
 * hall's, by its host.
 */
export function readCode(text: string, { origins, today }: CodeContext): ScannedCode {
  const plain = text.normalize('NFKC').trim();
  if (!/^https?:\/\//i.test(plain))
    return /^[\p{L}\p{N} -]{1,20}$/u.test(plain) ? { kind: 'entry', text: plain } : { kind: 'strange' };
  if (!URL.canParse(plain)) return { kind: 'strange' };
  const url = new URL(plain);
  const ours = origins.some((origin) => URL.canParse(origin) && new URL(origin).host === url.host);
  const { searchParams: query } = url;
  const asks = ['ticket', 'window', 'feature', 'theme'].find((name) => query.has(name));
  if (asks === undefined) return { kind: 'strange' };
  if (!ours) return { kind: 'other-hall', host: url.host };
  const day = query.get('day');
  if (day !== null && day !== today) return { kind: 'old', day };
  const value = query.get(asks)!;
  if (asks === 'feature' || asks === 'theme') return { kind: asks, id: value };
  return { kind: 'entry', text: value };
}
