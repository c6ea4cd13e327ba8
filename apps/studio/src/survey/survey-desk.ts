import { startChain, surveyWalk } from '@daoyin/beacon-ingest';
import type { VenuePoint } from '@daoyin/geometry';
import {
  AccuracyMap,
  SurveyCoverage as Coverage,
  calibrate,
  evenAim,
  judgeCalibration,
  nextWalk,
  prospectOf,
  type SurveyCoverage,
  squareAt,
} from '@daoyin/positioning';
import { createRouter, type Router } from '@daoyin/routing';
import { compareWalk, type PositionLine, type ScoredPosition } from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { LiveDesk, RADIUS_95_OVER_RMS } from './live-desk';
import type { WayTo } from './live-walk';
import type { MeasuredPlace, SurveyReport, SurveyRequest, WalkFiles } from './messages';
import { filesOf, readWalk, type Walk } from './walk-files';

const METRES = 2;
const PLACE_M = 6;
const LEAST_SECONDS = 5;
const SETTLED_MS = 15_000;

/** One survey: its walks, what they have covered, where to walk next, and whether what they teach is better. */
export class SurveyDesk {
  private readonly map: AccuracyMap;
  private coverage: SurveyCoverage;
  private readonly unsurveyed: number;
  private router: Router | undefined;
  private walks: Walk[] = [];
  private live: LiveDesk | undefined;

  constructor(
    private readonly venue: Venue,
    private readonly register: BeaconRegister,
    private readonly tell: (report: SurveyReport) => void,
  ) {
    // What was learnt before is not counted twice: the prediction is that of path loss.
    this.map = new AccuracyMap(prospectOf(venue, register.calibration, METRES), register.beacons);
    this.coverage = this.covered();
    this.unsurveyed = this.coverage.meanError();
    this.tellCoverage();
  }

  do(request: Exclude<SurveyRequest, { type: 'open' }>): void {
    if (request.type === 'walks') this.load(request.files);
    else if (request.type === 'begin') this.begin(request.name, request.from);
    else if (request.type === 'heard') this.live?.hear(request.lines);
    else if (request.type === 'stand') this.stand(request.at, request.atMs);
    else if (request.type === 'finish') this.finish();
    else if (request.type === 'discard') this.discard();
    else if (request.type === 'next') this.propose(request);
    else if (this.walks.length < (request.type === 'learn' ? 2 : 1)) this.tell({ type: 'no-walks' });
    else if (request.type === 'measure') this.measure();
    else this.learn();
  }

  private load(files: readonly WalkFiles[]): void {
    this.take(files.map(readWalk).filter(({ truth }) => truth.length > 1));
  }

  private begin(name: string, from: VenuePoint): void {
    const { venue, register, map, coverage, tell } = this;
    this.live = new LiveDesk(name, from, { venue, register, map, coverage, wayTo: this.wayTo, tell });
  }

  private stand(at: VenuePoint, atMs: number): void {
    this.live?.stand(at, atMs);
    this.tellCoverage();
  }

  /** The walk in progress is one of the survey's from now on, if it led anywhere. */
  private finish(): void {
    const { live } = this;
    this.live = undefined;
    this.tell({ type: 'live', live: undefined });
    if (!live || live.walk.truth.length < 2 || live.walk.inputs.length === 0) {
      this.forget();
      return;
    }
    const { name, inputs, truth, badLines } = live.walk;
    this.tell({ type: 'recorded', files: filesOf(live.walk) });
    this.take([{ name, inputs, truth, badLines }]);
  }

  private discard(): void {
    this.live = undefined;
    this.tell({ type: 'live', live: undefined });
    this.forget();
  }

  /** What a walk that is given up would have taught is unknown again. */
  private forget(): void {
    this.coverage = this.covered();
    this.tellCoverage();
  }

  private covered(): SurveyCoverage {
    const coverage = new Coverage(this.map, evenAim(this.map.prospect, 'steps'));
    for (const { truth } of this.walks) coverage.walked(truth);
    return coverage;
  }

  private readonly wayTo: WayTo = (from, to) => {
    this.router ??= createRouter(this.venue, { prepare: ['walk'] });
    const route = this.router.find({ from, to, profile: 'walk', staff: true });
    return route.ok ? route.path : undefined;
  };

  private take(walks: readonly Walk[]): void {
    this.walks = [...this.walks.filter(({ name }) => !walks.some((walk) => walk.name === name)), ...walks];
    for (const { truth } of walks) this.coverage.walked(truth);
    const loaded = this.walks.map(({ name, truth, badLines }) => ({
      name,
      seconds: (truth.at(-1)!.atMs - truth[0]!.atMs) / 1000,
      badLines,
    }));
    this.tell({ type: 'loaded', walks: loaded });
    this.tellCoverage();
  }

  private propose({ from, metres, level }: Extract<SurveyRequest, { type: 'next' }>): void {
    const wishes = { from, metres, wayTo: this.wayTo, ...(level !== undefined && { level }) };
    const walk = nextWalk(this.coverage, wishes);
    this.tell({ type: 'next', walk });
  }

  /** Where the estimator stood in the survey walks with the register as it is, beside what was predicted. */
  private measure(): void {
    const scored = this.walks.flatMap((walk, done) => {
      this.tell({ type: 'locating', done, of: this.walks.length });
      return this.locate(walk, this.register);
    });
    this.tell({ type: 'measured', places: this.placesOf(scored) });
  }

  /** Learns without the last walk and is judged by it; what is offered is learnt from all. */
  private learn(): void {
    const heldOut = this.walks.at(-1)!;
    const others = this.walks.slice(0, -1);
    const surveyOf = ({ inputs, truth }: Walk) => surveyWalk(this.register, inputs, truth);
    this.tell({ type: 'locating', done: 0, of: 4 });
    const trial = calibrate(this.register, others.map(surveyOf), this.venue).register;
    this.tell({ type: 'locating', done: 1, of: 4 });
    const errorsWith = (register: BeaconRegister): ReadonlyMap<number, number> =>
      new Map(this.locate(heldOut, register).map(({ atMs, error }) => [atMs, error]));
    const before = errorsWith(this.register);
    this.tell({ type: 'locating', done: 2, of: 4 });
    const after = errorsWith(trial);
    this.tell({ type: 'locating', done: 3, of: 4 });
    const seconds = [...before.keys()].filter((atMs) => after.has(atMs));
    const verdict = judgeCalibration(
      seconds.map((atMs) => before.get(atMs)!),
      seconds.map((atMs) => after.get(atMs)!),
    );
    const { register } = calibrate(this.register, this.walks.map(surveyOf), this.venue);
    this.tell({ type: 'learnt', heldOut: heldOut.name, verdict, register });
  }

  private locate({ inputs, truth }: Walk, register: BeaconRegister): readonly ScoredPosition[] {
    const chain = startChain({ register, venue: this.venue, estimator: 'best', seed: 1, everyMs: 1000 });
    const events = [...inputs.flatMap((input) => chain.push(input)), ...chain.end()];
    const positions = events.flatMap((event): PositionLine[] =>
      event.kind === 'position' ? [event.position] : [],
    );
    const start = truth[0]!.atMs;
    return compareWalk(truth, positions).scored.filter(
      ({ atMs, steady }) => steady && atMs - start > SETTLED_MS,
    );
  }

  private placesOf(scored: readonly ScoredPosition[]): readonly MeasuredPlace[] {
    const levels = this.venue.levels.map((_, level) => this.map.level(level, 'steps'));
    const places = new Map<string, { at: VenuePoint; predicted: number; squares: number; seconds: number }>();
    for (const { truth, error } of scored) {
      const number = this.venue.levels.findIndex(({ shortName }) => shortName === truth.level);
      const accuracy = levels[number];
      const square = accuracy ? squareAt(accuracy.cells, truth.x, truth.y) : -1;
      if (!accuracy || square < 0) continue;
      const [column, row] = [Math.floor(truth.x / PLACE_M), Math.floor(truth.y / PLACE_M)];
      const at = { x: (column + 0.5) * PLACE_M, y: (row + 0.5) * PLACE_M, level: truth.level };
      const key = `${truth.level}/${column}/${row}`;
      const known = places.get(key) ?? { at, predicted: 0, squares: 0, seconds: 0 };
      known.predicted += accuracy.error95[square]!;
      known.squares += error * error;
      known.seconds++;
      places.set(key, known);
    }
    return [...places.values()]
      .filter(({ seconds }) => seconds >= LEAST_SECONDS)
      .map(({ at, predicted, squares, seconds }) => ({
        ...at,
        seconds,
        predicted: predicted / seconds,
        reached: RADIUS_95_OVER_RMS * Math.sqrt(squares / seconds),
      }));
  }

  private tellCoverage(): void {
    const pictures = this.coverage.cells.map((cells, level) => {
      const { minX, minY, metres, columns, rows, places } = cells;
      return { level, minX, minY, metres, columns, rows, places, unknown: this.coverage.unknown[level]! };
    });
    const { unsurveyed } = this;
    this.tell({ type: 'coverage', pictures, unsurveyed, surveyed: this.coverage.meanError() });
  }
}
