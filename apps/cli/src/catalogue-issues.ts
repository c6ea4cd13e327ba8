import type { Router } from '@daoyin/routing';
import { readServices, unservedWishes, validateServices } from '@daoyin/services';
import type { Issue, Venue } from '@daoyin/venue';

/** What is wrong with a catalogue (`services.json`) on its plan, and what of it no visitor gets to. */
export function catalogueIssues(text: string, venue: Venue, router: Router): readonly Issue[] {
  const read = readServices(text);
  if (!read.ok) return read.issues;
  const issues = [...read.issues, ...validateServices(read.services, venue)];
  return [...issues, ...unservedWishes(read.services, venue.windows, reachesFrom(venue, router))];
}

/** Whether a window can be got to from one of the entrances; each is asked once. */
function reachesFrom(venue: Venue, router: Router) {
  const starts = venue.amenities
    .filter(({ category }) => category === 'entry' || category === 'entrance')
    .map(({ point, level }) => ({ ...point, level }));
  const known = new Map<string, boolean>();
  return (window: string, profile: 'walk' | 'step-free'): boolean => {
    const key = `${profile} ${window}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const reached = starts.some((from) => router.find({ from, to: { window }, profile }).ok);
    known.set(key, reached);
    return reached;
  };
}
