/** An address as it may stand in a log: whose it is, not the password. What names no host is not shown at all. */
export function withoutPassword(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.host === '') return 'an address without a host';
  url.password = '';
  return url.href;
}
