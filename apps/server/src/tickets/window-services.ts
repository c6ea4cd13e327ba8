import type { Offer } from './offers';

/** What one window takes: its services and the letters of their queues. */
export interface WindowServices {
  readonly services: readonly string[];
  readonly letters: readonly string[];
}

/** Every window of the hall by its number, those without services too. */
export function windowServices(
  offers: ReadonlyMap<string, Offer>,
  series: readonly { readonly windows: readonly string[] }[],
): ReadonlyMap<string, WindowServices> {
  const found = new Map<string, { services: string[]; letters: Set<string> }>();
  const at = (window: string) => {
    const known = found.get(window) ?? { services: [], letters: new Set() };
    found.set(window, known);
    return known;
  };
  for (const { windows } of series) windows.forEach(at);
  for (const { serviceId, series: letter, windows } of offers.values())
    for (const window of windows) {
      at(window).services.push(serviceId);
      at(window).letters.add(letter);
    }
  return new Map(
    [...found].map(([window, { services, letters }]) => [window, { services, letters: [...letters] }]),
  );
}
