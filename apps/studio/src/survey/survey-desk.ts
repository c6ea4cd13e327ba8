import { type ChainInput, decodeReadingLine, startChain, surveyWalk } from '@daoyin/beacon-ingest';
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
import {
  compareWalk,
  decodeTruthLine,
  inTimeOrder,
  type PositionLine,
  type ScoredPosition,
  type TruthPoint,
} from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import type { MeasuredPlace, SurveyReport, SurveyRequest, WalkFiles } from './messages';

interface Walk {
  readonly name: string;
  readonly inputs: readonly ChainInput[];
  readonly truth: readonly TruthPoint[];
  readonly badLines: number;
}

const METRES = 2;
const PLACE_M = 6;
const LEAST_SECONDS = 5;
const SETTLED_MS = 15_000;
/** The radius that holds 95 % of a round normal error, over the root of its mean square. */
const RADIUS_95_OVER_RMS = 2.4477 / Math.SQRT2;

/** One survey: its walks, what they have covered, where to walk next, and whether what they teach is better. */
export class SurveyDesk {
  private readonly map: AccuracyMap;
  private readonly coverage: SurveyCoverage;
  private readonly unsurveyed: number;
  private router: Router | undefined;
  private walks: Walk[] = [];

  constructor(
    private readonly venue: Venue,
    private readonly register: BeaconRegister,
    private readonly tell: (report: SurveyReport) => void,
  ) {
    // What was learnt before is not counted twice: the prediction is that of path loss.
    this.map = new AccuracyMap(prospectOf(venue, register.calibration, METRES), register.beacons);
    this.coverage = new Coverage(this.map, evenAim(this.map.prospect, 'steps'));
    this.unsurveyed = this.coverage.meanError();
    this.tellCoverage();
  }

  do(request: Exclude<SurveyRequest, { type: 'open' }>): void {
    if (request.type === 'walks') this.load(request.files);
    else if (request.type === 'next') this.propose(request);
    else if (this.walks.length < (request.type === 'learn' ? 2 : 1)) this.tell({ type: 'no-walks' });
    else if (request.type === 'measure') this.measure();
    else this.learn();
  }

  private load(files: readonly WalkFiles[]): void {
    const walks = files.map(readWalk).filter(({ truth }) => truth.length > 1);
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
    this.router ??= createRouter(this.venue, { prepare: ['walk'] });
    const router = this.router;
    const wayTo = (a: VenuePoint, b: VenuePoint) => {
      const route = router.find({ from: a, to: b, profile: 'walk', staff: true });
      return route.ok ? route.path : undefined;
    };
    const walk = nextWalk(this.coverage, { from, metres, wayTo, ...(level !== undefined && { level }) });
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

function readWalk({ name, readings, truth }: WalkFiles): Walk {
  let badLines = 0;
  const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');
  const inputs = lines(readings).flatMap((line) => {
    const decoded = decodeReadingLine(line);
    if (decoded.ok) return [decoded.input];
    badLines++;
    return [];
  });
  const places = lines(truth).flatMap((line) => {
    const decoded = decodeTruthLine(line);
    if (decoded.ok) return [decoded.value];
    badLines++;
    return [];
  });
  return { name, inputs, truth: inTimeOrder(places), badLines };
}
