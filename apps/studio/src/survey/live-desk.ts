import type { VenuePoint } from '@daoyin/geometry';
import {
  type AccuracyMap,
  nextWalk,
  type ProposedWalk,
  type SurveyCoverage,
  squareAt,
} from '@daoyin/positioning';
import { compareWalk, type ScoredPosition } from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { LiveWalk, type WayTo } from './live-walk';
import type { LiveState, SurveyReport } from './messages';

/** Metres to the next stop: far enough to be worth a tap, near enough that one pace between the ends is the truth. */
const LEG = { least: 15, most: 50 };
const SETTLED_MS = 15_000;
const LEAST_SECONDS = 5;

export interface LiveContext {
  readonly venue: Venue;
  readonly register: BeaconRegister;
  readonly map: AccuracyMap;
  readonly coverage: SurveyCoverage;
  readonly wayTo: WayTo;
  readonly tell: (report: SurveyReport) => void;
}

/** One survey walk in progress: each place that the surveyor names is learnt from at once, and the next one is proposed. */
export class LiveDesk {
  readonly walk: LiveWalk;
  private readonly ways: (readonly VenuePoint[])[] = [];
  private readonly stands: VenuePoint[] = [];
  private next: ProposedWalk | undefined;
  private measured: LiveState['measured'];

  constructor(
    name: string,
    from: VenuePoint,
    private readonly context: LiveContext,
  ) {
    this.walk = new LiveWalk(name, context.register, context.venue, context.wayTo);
    this.propose(from);
    this.tellState();
  }

  hear(lines: readonly unknown[]): void {
    this.walk.hear(lines);
    this.tellState();
  }

  stand(at: VenuePoint, atMs: number): void {
    const way = this.walk.stand(at, atMs);
    this.stands.push(at);
    if (way.length > 1) this.ways.push(way);
    this.context.coverage.walked(way);
    this.measured = this.measure();
    this.propose(at);
    this.tellState();
  }

  private propose(from: VenuePoint): void {
    const { coverage, wayTo } = this.context;
    const walk = nextWalk(coverage, {
      from,
      metres: LEG.most,
      wayTo,
      level: from.level,
      legs: 1,
      leastLeg: LEG.least,
    });
    this.next = walk.metres > 0 ? walk : undefined;
  }

  /** By the positions since the filter has settled. */
  private measure(): LiveState['measured'] {
    const { truth, positions } = this.walk;
    if (truth.length < 2 || positions.length === 0) return undefined;
    const settled = positions[0]!.atMs + SETTLED_MS;
    const scored = compareWalk(truth, positions).scored.filter(
      ({ atMs, steady }) => steady && atMs > settled,
    );
    if (scored.length < LEAST_SECONDS) return undefined;
    return { seconds: scored.length, reached: radius95(scored), predicted: this.predictedAt(scored) };
  }

  private predictedAt(scored: readonly ScoredPosition[]): number {
    const { venue, map } = this.context;
    const listening = this.walk.inputs.some(({ kind }) => kind === 'step') ? 'steps' : 'walking';
    const found = scored.flatMap(({ truth }) => {
      const accuracy = map.level(
        venue.levels.findIndex(({ shortName }) => shortName === truth.level),
        listening,
      );
      const square = squareAt(accuracy.cells, truth.x, truth.y);
      return square < 0 ? [] : [accuracy.error95[square]!];
    });
    return found.reduce((sum, error) => sum + error, 0) / Math.max(1, found.length);
  }

  private tellState(): void {
    const { walk, ways, stands, next, measured } = this;
    const { name, readings, beacons, seconds, position } = walk.state;
    const live = {
      name,
      readings,
      beacons,
      seconds,
      badLines: walk.badLines,
      stands: [...stands],
      ways: [...ways],
    };
    this.context.tell({ type: 'live', live: { ...live, next, position, measured } });
  }
}

/** The radius that holds 95 % of a round normal error, over the root of its mean square. */
export const RADIUS_95_OVER_RMS = 2.4477 / Math.SQRT2;

const radius95 = (scored: readonly ScoredPosition[]): number =>
  RADIUS_95_OVER_RMS * Math.sqrt(scored.reduce((sum, { error }) => sum + error * error, 0) / scored.length);
