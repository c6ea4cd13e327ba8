import type { BeaconHealthView } from '@daoyin/protocol';
import type { Beacon } from '@daoyin/venue';

type Heard = Pick<BeaconHealthView, 'beaconId' | 'receivers'>;
type Place = NonNullable<Beacon['at']>;

/** So loud beacons hang about a receiver, and say where it is. */
const NEAR_DBM = -80;
/**
 * Louder by this than free space lets it be, a beacon does not hang where it is registered: shadowing of 6 dB makes up 22 dB once in ten
 * thousand pairs. A copy is so found within some six metres of a receiver.
 */
const TOO_LOUD_DB = 22;
const FAR_METRES = 40;
const CLOSE_METRES = 25;
const AT_ONCE_MS = 60_000;
/** So many beacons must say where a receiver is. */
const LEAST_WITNESSES = 4;

/**
 * Beacons whose identity is heard from near by two receivers at once that are far from one another: one of the two senders is a
 * copy. Where a receiver is follows from the other beacons that it hears from near; nobody writes it down.
 */
export function heardInTwoPlaces(
  beacons: readonly Pick<Beacon, 'id' | 'at' | 'measuredPowerDbm'>[],
  heard: readonly Heard[],
): ReadonlySet<string> {
  const hangs = new Map(beacons.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
  const powers = new Map(beacons.map(({ id, measuredPowerDbm }) => [id, measuredPowerDbm]));
  const about = new Map<string, Place[]>();
  for (const { beaconId, receivers } of heard)
    for (const { receiver, rssiDbm } of receivers) {
      const place = hangs.get(beaconId);
      if (place === undefined || rssiDbm < NEAR_DBM) continue;
      about.set(receiver, [...(about.get(receiver) ?? []), place]);
    }
  /** Medians: the one that is asked about does not drag a receiver to itself. */
  const stands = new Map(
    [...about].flatMap(([receiver, places]) =>
      places.length < LEAST_WITNESSES ? [] : [[receiver, middleOf(places)] as const],
    ),
  );
  const isCopied = ({ beaconId, receivers }: Heard): boolean => {
    const places = receivers
      .filter(({ rssiDbm }) => rssiDbm >= NEAR_DBM)
      .flatMap(({ receiver, rssiDbm, lastHeardMs }) => {
        const place = stands.get(receiver);
        return place ? [{ place, rssiDbm, lastHeardMs }] : [];
      });
    const own = hangs.get(beaconId);
    const isTooLoud = (rssiDbm: number, metres: number) =>
      rssiDbm > powers.get(beaconId)! - 20 * Math.log10(metres) + TOO_LOUD_DB;
    return (
      own !== undefined &&
      places.some(
        (here) =>
          apart(here.place, own) <= CLOSE_METRES &&
          places.some(
            (there) =>
              apart(there.place, own) >= FAR_METRES &&
              isTooLoud(there.rssiDbm, apart(there.place, own)) &&
              Math.abs(there.lastHeardMs - here.lastHeardMs) <= AT_ONCE_MS,
          ),
      )
    );
  };
  return new Set(heard.filter(isCopied).map(({ beaconId }) => beaconId));
}

/** In metres; another storey counts as far: a slab takes 15 to 25 dB, as 40 m in the open do. */
const apart = (a: Place, b: Place): number =>
  a.level === b.level ? Math.hypot(a.x - b.x, a.y - b.y) : FAR_METRES + Math.hypot(a.x - b.x, a.y - b.y);

/** The middle of those on the storey that most are on: a few from elsewhere do not drag it away. */
function middleOf(places: readonly Place[]): Place {
  const onLevel = new Map<string, Place[]>();
  for (const place of places) onLevel.set(place.level, [...(onLevel.get(place.level) ?? []), place]);
  const [level, most] = [...onLevel].reduce((best, one) => (one[1].length > best[1].length ? one : best));
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
  return { level, x: middle(most.map(({ x }) => x)), y: middle(most.map(({ y }) => y)) };
}
