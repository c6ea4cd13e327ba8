import { primaryLanguage } from '../labels';
import type { Labels } from '../types';
import type { OsmElement, Tags } from './osm-element';

/** `name` and `name:<language>` as LABELS; a name that is in no known language is `und`. */
export function labelsOf(tags: Tags): Labels | null {
  const localised = Object.entries(tags).flatMap(([key, text]) => {
    const language = /^name:([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/.exec(key)?.[1];
    return language ? [[language, text] as const] : [];
  });
  const labels = Object.fromEntries(localised);
  const name = tags.name ?? tags.ref;
  if (name && !Object.values(labels).includes(name)) labels.und = name;
  return Object.keys(labels).length > 0 ? labels : null;
}

/** The language of most translated names that are the local name. */
export function languageOf(elements: readonly OsmElement[]): string {
  const votes = new Map<string, number>();
  for (const { tags } of elements) {
    for (const [key, text] of Object.entries(tags)) {
      if (!key.startsWith('name:') || text !== tags.name) continue;
      const language = primaryLanguage(key.slice('name:'.length));
      votes.set(language, (votes.get(language) ?? 0) + 1);
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und';
}
