/** How a request of the phone page is answered where the network may be away. */
export type Strategy =
  /** The page itself, whatever its address asks for: the kept one; another version comes with another service worker. */
  | 'shell'
  /** Files whose names change with their content: kept for good. */
  | 'kept'
  /** The plan: the server's, the kept one where the server does not answer. */
  | 'fresh'
  /** Everything else: tickets and events are never older than the network. */
  | 'network';

/** What to do with a GET of this page. `path` is the part of the address behind the host, without its query. */
export function strategyOf(path: string, isNavigation: boolean): Strategy {
  if (path === '/phone/' || path === '/phone/index.html') return 'shell';
  if (isNavigation) return 'network';
  if (path.startsWith('/assets/') || path.startsWith('/phone/')) return 'kept';
  return path === '/api/venue' ? 'fresh' : 'network';
}
