/** `A` and 32 give `A032`. */
export function ticketNumber(series: string, ordinal: number): string {
  return `${series}${String(ordinal).padStart(3, '0')}`;
}

/** What a visitor typed as a ticket number: `a 32`, `A032` and `Ａ０３２` are one; undefined where it cannot be one. */
export function parseTicketNumber(typed: string): string | undefined {
  const parts = ticketNumberParts(typed);
  return parts && ticketNumber(parts.series, parts.ordinal);
}

/** Letter and running number of a ticket number, however it is typed. */
export function ticketNumberParts(
  typed: string,
): { readonly series: string; readonly ordinal: number } | undefined {
  const match = /^([A-Z]{1,2})-?0*(\d{1,5})$/.exec(typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase());
  return match ? { series: match[1]!, ordinal: Number(match[2]) } : undefined;
}
