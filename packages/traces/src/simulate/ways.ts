import { createRouter } from '@daoyin/routing';
import type { Venue } from '@daoyin/venue';
import type { FindWay } from './errands';

/** Ways of a walking visitor by the router; of the connectors, only those of the kind asked for are open. */
export function routedWays(venue: Venue): FindWay {
  const router = createRouter(venue);
  return (from, to, kind) => {
    const closed = venue.connectors.filter((connector) => connector.kind !== kind).map(({ id }) => id);
    const route = router.find({ from, to, profile: 'walk', closed });
    return route.ok ? route.legs : undefined;
  };
}
