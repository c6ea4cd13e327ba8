import type { VenuePoint } from '@daoyin/geometry';
import { multiPolygonContains } from '@daoyin/geometry';
import type { Beacon, Venue } from '@daoyin/venue';

export type Placed = Beacon & { readonly at: VenuePoint };

/** Metres that going into another room costs beside the straight way: through its door and back. */
const ANOTHER_ROOM_M = 8;
const MOST_TURNS = 40;

/**
 * The beacons in an order that is short to walk: storey by storey from the lowest, on each the nearest next, then shortened by turning
 * stretches round (2-opt). Straight lines, with a cost for another room.
 */
export function walkingOrder(beacons: readonly Placed[], venue: Venue): readonly Placed[] {
  return venue.levels.flatMap(({ shortName }) => {
    const here = beacons.filter(({ at }) => at.level === shortName);
    const rooms = new Map(here.map((beacon) => [beacon.id, roomOf(beacon.at, venue)]));
    const far = (a: Placed, b: Placed) =>
      Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) +
      (rooms.get(a.id) === rooms.get(b.id) ? 0 : ANOTHER_ROOM_M);
    return shortened(nearestNext(here, far), far);
  });
}

/** The smallest room that a place is in; undefined outside of all. */
export function roomOf(at: VenuePoint, venue: Venue): string | undefined {
  const around = venue.units.filter(
    ({ level, area }) => level === at.level && multiPolygonContains(area, at),
  );
  return around.at(-1)?.id;
}

type Far = (a: Placed, b: Placed) => number;

/** From the south-westernmost on, always the nearest that is left. */
function nearestNext(beacons: readonly Placed[], far: Far): Placed[] {
  const left = new Set(beacons);
  const order: Placed[] = [];
  let at = beacons.reduce<Placed | undefined>(
    (a, b) => (a === undefined || b.at.x + b.at.y < a.at.x + a.at.y ? b : a),
    undefined,
  );
  while (at) {
    left.delete(at);
    order.push(at);
    const from: Placed = at;
    at = [...left].reduce<Placed | undefined>(
      (best, one) => (best === undefined || far(from, one) < far(from, best) ? one : best),
      undefined,
    );
  }
  return order;
}

function shortened(beacons: readonly Placed[], far: Far): readonly Placed[] {
  const order = [...beacons];
  for (let turn = 0, isBetter = true; isBetter && turn < MOST_TURNS; turn++) {
    isBetter = false;
    for (let i = 0; i < order.length - 2; i++) {
      for (let j = i + 1; j < order.length; j++) {
        const [a, b, c, d] = [order[i]!, order[i + 1]!, order[j]!, order[j + 1]];
        const gain = far(a, b) - far(a, c) + (d ? far(c, d) - far(b, d) : 0);
        if (gain <= 1e-9) continue;
        order.splice(i + 1, j - i, ...order.slice(i + 1, j + 1).reverse());
        isBetter = true;
      }
    }
  }
  return order;
}
