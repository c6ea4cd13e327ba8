/**
 * Asks for the hall's plan once all scripts of the first screen have come, so that it neither takes the line from them nor waits until
 * they have drawn it; `fetchVenue` takes what comes.
 */
export function askForPlan(): void {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', href: '/api/venue', as: 'fetch', crossOrigin: 'anonymous' });
  document.head.append(link);
}
