import { type Chain, type ChainInput, decodeReading, startChain } from '@daoyin/beacon-ingest';
import type { VenuePoint } from '@daoyin/geometry';
import type { PositionLine, TruthPoint } from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';

/** The way that somebody walked between two places; undefined where there is none. */
export type WayTo = (from: VenuePoint, to: VenuePoint) => readonly VenuePoint[] | undefined;

const EVERY_MS = 1000;

/**
 * A survey walk as it happens: what is heard, and where the surveyor says to stand. Between two places they are taken to have walked the
 * way between them at one pace, so that each second has a truth.
 */
export class LiveWalk {
  readonly inputs: ChainInput[] = [];
  /** Lines as they came, to be kept in a file. */
  readonly lines: unknown[] = [];
  readonly truth: TruthPoint[] = [];
  readonly positions: PositionLine[] = [];
  private readonly stands: TruthPoint[] = [];
  private readonly chain: Chain;
  private readonly heardBeacons = new Set<string>();
  badLines = 0;

  constructor(
    readonly name: string,
    register: BeaconRegister,
    venue: Venue,
    private readonly wayTo: WayTo,
  ) {
    this.chain = startChain({ register, venue, estimator: 'best', seed: 1, everyMs: EVERY_MS });
  }

  /** Takes in lines in the order of their times. */
  hear(lines: readonly unknown[]): void {
    for (const line of lines) {
      const decoded = decodeReading(line as Readonly<Record<string, unknown>>);
      if (!decoded.ok) {
        this.badLines++;
        continue;
      }
      this.lines.push(line);
      this.inputs.push(decoded.input);
      for (const event of this.chain.push(decoded.input)) {
        if (event.kind === 'position') this.positions.push(event.position);
        else if (event.kind === 'reading') this.heardBeacons.add(event.reading.beaconId);
      }
    }
  }

  /** The surveyor stands here now; gives the way since the last place. */
  stand(at: VenuePoint, atMs: number): readonly VenuePoint[] {
    const here = { ...at, atMs };
    const last = this.stands.at(-1);
    this.stands.push(here);
    if (!last || atMs <= last.atMs) {
      this.truth.push(here);
      return [at];
    }
    const way = last.level === at.level ? (this.wayTo(last, at) ?? [last, at]) : [last, at];
    this.truth.push(...alongWay(way, last.atMs, atMs));
    return way;
  }

  get last(): TruthPoint | undefined {
    return this.stands.at(-1);
  }

  get state() {
    const [first, last] = [this.stands[0], this.stands.at(-1)];
    return {
      name: this.name,
      readings: this.inputs.length,
      beacons: this.heardBeacons.size,
      stands: this.stands.length,
      seconds: first && last ? (last.atMs - first.atMs) / 1000 : 0,
      position: this.positions.at(-1),
    };
  }
}

/** A place each second of a way that was walked at one pace, without its start. On a change of level it jumps in the middle. */
function alongWay(way: readonly VenuePoint[], fromMs: number, toMs: number): readonly TruthPoint[] {
  const legs = way.slice(1).map((to, i) => {
    const from = way[i]!;
    return { from, to, metres: Math.hypot(to.x - from.x, to.y - from.y) };
  });
  const whole = legs.reduce((sum, { metres }) => sum + metres, 0);
  const points: TruthPoint[] = [];
  for (let atMs = fromMs + EVERY_MS; atMs < toMs; atMs += EVERY_MS)
    points.push({ ...placeAt(legs, (whole * (atMs - fromMs)) / (toMs - fromMs)), atMs });
  return [...points, { ...way.at(-1)!, atMs: toMs }];
}

interface Leg {
  readonly from: VenuePoint;
  readonly to: VenuePoint;
  readonly metres: number;
}

function placeAt(legs: readonly Leg[], metres: number): VenuePoint {
  let left = metres;
  for (const { from, to, metres: length } of legs) {
    if (left <= length && length > 0) {
      const t = left / length;
      const { level } = t < 0.5 ? from : to;
      return { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y), level };
    }
    left -= length;
  }
  return legs.at(-1)!.to;
}
