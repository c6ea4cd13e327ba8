import type { Beacon } from '@daoyin/venue';
import type { AccuracyMap } from './accuracy-map';
import { type Aim, judge } from './aim';
import { type Outlook, outlookOf } from './outlook';

/** How far a search has come: places or beacons looked at for the first time, then the choices, best first. */
export type SearchStep =
  | { readonly kind: 'looked'; readonly done: number; readonly of: number }
  /** One chosen; `value` is what the aim comes to with it (metres), `change` by how much that is more (worse) or less. */
  | { readonly kind: 'chosen'; readonly id: string; readonly value: number; readonly change: number };

const LOOKS_BETWEEN_STEPS = 20;

/**
 * Chooses among candidates, one at a time, the beacon that lowers the aim most, and hangs it in the map. What a candidate gains is worked out
 * anew only when it comes first by what it gained before (lazy greedy, Minoux 1978). Take no further step to cancel.
 */
export function* addBest(
  map: AccuracyMap,
  candidates: readonly Beacon[],
  howMany: number,
  aim: Aim,
): Generator<SearchStep> {
  const places = new Map(candidates.map((beacon) => [beacon.id, beacon]));
  const outlooks = new Map<string, Outlook>();
  for (const beacon of candidates) {
    const outlook = outlookOf(beacon, map.prospect);
    if (outlook) outlooks.set(beacon.id, outlook);
  }
  yield* choose(map, outlooks, howMany, aim, 1, (id) => map.place(id, places.get(id)!));
}

/**
 * Chooses, one at a time, the beacon of the map whose absence raises the aim least, and takes it down. `keeps` says whether a beacon has to
 * stay as things are when its turn comes.
 */
export function* removeLeast(
  map: AccuracyMap,
  howMany: number,
  aim: Aim,
  keeps: (map: AccuracyMap, id: string) => boolean = () => false,
): Generator<SearchStep> {
  const outlooks = new Map(map.beacons.map((id) => [id, map.outlook(id)!]));
  const taken = (id: string): void => map.place(id, undefined);
  yield* choose(map, outlooks, howMany, aim, -1, taken, (id) => !keeps(map, id));
}

/** The beacons of a map, the one first whose death costs most: by how much the aim would rise, in metres. */
export function* rankByCost(map: AccuracyMap, aim: Aim): Generator<SearchStep, readonly Cost[]> {
  const ids = map.beacons;
  const costs: Cost[] = [];
  for (const [done, id] of ids.entries()) {
    costs.push({ id, cost: changeBy(map, map.outlook(id)!, aim, -1) });
    if (done % LOOKS_BETWEEN_STEPS === 0) yield { kind: 'looked', done, of: ids.length };
  }
  return costs.sort((a, b) => b.cost - a.cost);
}

export interface Cost {
  readonly id: string;
  readonly cost: number;
}

function* choose(
  map: AccuracyMap,
  outlooks: Map<string, Outlook>,
  howMany: number,
  aim: Aim,
  sign: 1 | -1,
  take: (id: string) => void,
  allowed: (id: string) => boolean = () => true,
): Generator<SearchStep> {
  const known: { readonly id: string; change: number; round: number }[] = [];
  for (const [id, outlook] of outlooks) {
    known.push({ id, change: changeBy(map, outlook, aim, sign), round: 0 });
    if (known.length % LOOKS_BETWEEN_STEPS === 0)
      yield { kind: 'looked', done: known.length, of: outlooks.size };
  }
  let value = judge(map, aim);
  for (let round = 0; round < howMany && known.length > 0; ) {
    const first = known.reduce((best, one, i) => (one.change < known[best]!.change ? i : best), 0);
    const { id } = known[first]!;
    if (known[first]!.round < round) {
      known[first] = { id, change: changeBy(map, outlooks.get(id)!, aim, sign), round };
      continue;
    }
    known.splice(first, 1);
    if (!allowed(id)) continue;
    take(id);
    const before = value;
    value = judge(map, aim);
    round++;
    yield { kind: 'chosen', id, value, change: value - before };
  }
}

/** By how much the aim changes if a beacon is hung (`sign` 1) or taken down. */
function changeBy(map: AccuracyMap, outlook: Outlook, { listening, weights }: Aim, sign: 1 | -1): number {
  let change = 0;
  for (const [level, squares] of weights.entries()) {
    map.eachChanged(outlook, level, listening, sign, (square, was, becomes) => {
      change += squares[square]! * (becomes - was);
    });
  }
  return change;
}
