import type { VenuePoint } from '@daoyin/geometry';
import type { AdvertLine, TicketView, VenueBundle } from '@daoyin/protocol';
import { createRouter } from '@daoyin/routing';
import { createRadioWorld, simulateAdverts, simulateAlong } from '@daoyin/traces';
import type { Venue } from '@daoyin/venue';
import type { DeskResult, TicketDesk } from '../tickets/desk';
import type { Offer } from '../tickets/offers';
import type { DemonstrationContext } from './visitor';

const WALKING_SPEED = 1.2;
const WORLD_SEED = 20_170_811;

type DemonstrationWalk = Pick<DemonstrationContext, 'nextTicket' | 'pathTo' | 'advertsAlong' | 'finish'>;

/** The demonstration's visitors: each comes in at the first entrance, with a ticket for another part of the hall. */
export function demonstrationOf(
  bundle: VenueBundle,
  desk: TicketDesk,
  offers: ReadonlyMap<string, Offer>,
): DemonstrationWalk {
  const { venue, register } = bundle;
  const router = createRouter(venue);
  const world = createRadioWorld({ venue, register, seed: WORLD_SEED });
  const entrance = entranceOf(venue);
  const wishes = spread([...offers.values()], venue);
  let visitors = 0;
  return {
    async nextTicket() {
      const offer = wishes[visitors++ % wishes.length];
      if (offer === undefined) throw new Error('no service of the catalogue has a window on the plan');
      const { number } = granted(await desk.take({ serviceId: offer.serviceId }));
      return granted(await desk.act(number, { kind: 'call', window: offer.windows[0]! }));
    },
    pathTo(window) {
      const route = entrance && router.find({ from: entrance, to: { window }, profile: 'walk' });
      return route?.ok ? route.path : undefined;
    },
    advertsAlong(path, seed) {
      const { lines } = simulateAlong({ venue, register, world, path, seed, speed: WALKING_SPEED });
      return simulateAdverts(lines, register).filter(
        (line): line is AdvertLine & typeof line => 'advertHex' in line,
      );
    },
    async finish(ticket) {
      granted(await desk.act(ticket, { kind: 'finish' }));
    },
  };
}

function granted(result: DeskResult): TicketView {
  if (!result.ok) throw new Error(result.message);
  return result.ticket;
}

function entranceOf(venue: Venue): VenuePoint | undefined {
  const entry = venue.amenities.find(({ category }) => category === 'entry' || category === 'entrance');
  return entry && { ...entry.point, level: entry.level };
}

/** Offers whose first window is on the plan, one a storey in turn, the top storey first: the way there shows the most. */
function spread(offers: readonly Offer[], venue: Venue): Offer[] {
  const levelOf = new Map(venue.windows.map(({ number, at }) => [number, at.level]));
  const byLevel = venue.levels.map(({ shortName }) =>
    offers.filter(({ windows }) => levelOf.get(windows[0]!) === shortName),
  );
  const rounds = byLevel.reverse().filter((group) => group.length > 0);
  return Array.from({ length: 12 }, (_, i) => rounds[i % rounds.length]).flatMap(
    (group, i) => group?.[(i * 37) % group.length] ?? [],
  );
}
