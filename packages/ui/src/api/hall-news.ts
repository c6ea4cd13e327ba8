/** Hears that the server publishes a version of the hall. */
type Listener = (venueVersion: string) => void;

const listeners = new Set<Listener>();

/** The page's event stream says which version is published: at its beginning, and whenever another one is. */
export function tellHallNews(venueVersion: string): void {
  for (const listener of listeners) listener(venueVersion);
}

export function onHallNews(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
