import {
  AccuracyMap,
  addBest,
  ceilingPlaces,
  evenAim,
  LossMap,
  type Prospect,
  prospectOf,
  rankByCost,
  removeLeast,
  type SearchStep,
  sparseAreas,
} from '@daoyin/positioning';
import type { Beacon, BeaconRegister, Venue } from '@daoyin/venue';
import type { AccuracyReport, MapFigures, MapPicture, Search, Shown } from './messages';

const MAP_METRES = 1;
const SEARCH_METRES = 2;
/** Beacons added to a level before the desk looks whether something else is wanted. */
const HUNG_AT_ONCE = 4;

type Changes = readonly (readonly [id: string, beacon: Beacon | undefined])[];

/**
 * Predicts for one document, in pieces of some milliseconds (`next`), so that a drag never waits for what was asked before. The order of
 * importance: beacons that moved, the map that is shown, losses in full, sparse areas, a search.
 */
export class AccuracyDesk {
  private readonly prospect: Prospect;
  private readonly map: AccuracyMap;
  private readonly beacons = new Map<string, Beacon>();
  private readonly waiting = new Map<string, Beacon | undefined>();
  private readonly first: number;
  private isBuilt = false;
  private moved: string[] = [];
  private sentMs: number | undefined;
  private shown: Shown | undefined;
  private stale = true;
  private losses: { readonly of: Shown; readonly map: LossMap; whole: boolean } | undefined;
  private refreshing: ReturnType<LossMap['refresh']> | undefined;
  private sparseKnown = false;
  private search: { readonly kind: Search['kind']; readonly steps: Iterator<AccuracyReport> } | undefined;

  constructor(
    private readonly venue: Venue,
    private readonly register: BeaconRegister,
    private readonly tell: (report: AccuracyReport) => void,
  ) {
    this.prospect = prospectOf(venue, register.calibration, MAP_METRES);
    this.map = new AccuracyMap(this.prospect);
    for (const beacon of register.beacons) {
      this.beacons.set(beacon.id, beacon);
      this.waiting.set(beacon.id, beacon);
    }
    this.first = this.waiting.size;
  }

  change(changes: Changes, sentMs: number): void {
    for (const [id, beacon] of changes) {
      this.waiting.set(id, beacon);
      if (beacon) this.beacons.set(id, beacon);
      else this.beacons.delete(id);
    }
    this.sentMs = sentMs;
  }

  show(shown: Shown | undefined): void {
    this.shown = shown;
    this.sentMs = undefined;
    this.stale = true;
  }

  begin(search: Search): void {
    this.search = { kind: search.kind, steps: this.searched(search) };
  }

  cancel(): void {
    if (this.search) this.tell({ type: 'searched', whole: false });
    this.search = undefined;
  }

  /** Does the most important piece of what is to be done; false where nothing is. What a drag can wait for is left while it is not `atRest`. */
  next(atRest = true): boolean {
    if (this.waiting.size > 0) return this.hang();
    if (this.shown && this.map.settle(this.shown.level, HUNG_AT_ONCE)) return this.tellBuilding(this.shown);
    if (this.stale && this.shown) return this.paint(this.shown);
    if (!atRest) return false;
    if (this.venue.levels.some((_, level) => this.map.settle(level, HUNG_AT_ONCE))) return true;
    if (this.losses && !this.losses.whole && this.shown?.measure === 'loss') return this.refresh();
    if (!this.sparseKnown) return this.findSparse();
    return this.seek();
  }

  private hang(): true {
    for (const [id, beacon] of this.waiting) {
      this.map.place(id, beacon);
      this.moved.push(id);
    }
    this.waiting.clear();
    this.stale = true;
    this.sparseKnown = false;
    this.refreshing = undefined;
    if (this.losses) this.losses.whole = false;
    return true;
  }

  /** How far the first map has come. */
  private tellBuilding({ level }: Shown): true {
    if (this.isBuilt) return true;
    const behind = this.map.behind(level);
    this.tell({ type: 'building', done: Math.max(0, this.first - behind), of: this.first });
    this.isBuilt = behind === 0;
    return true;
  }

  private paint(shown: Shown): true {
    this.stale = false;
    if (shown.measure === 'loss') {
      this.paintLoss(shown);
    } else {
      const level = this.map.level(shown.level, shown.listening);
      const values = { error: level.error95, audible: level.audible, level: level.levelRight }[shown.measure];
      this.send(shown, values);
    }
    this.moved = [];
    return true;
  }

  /** While something moves, what counted before; the rest when there is time. */
  private paintLoss(shown: Shown): void {
    const known = this.losses;
    if (known?.of.level === shown.level && known.of.listening === shown.listening) {
      const { loss, culprits } = known.map.follow(this.moved);
      this.send(shown, loss, culprits);
    } else {
      const map = new LossMap(this.map, shown.level, shown.listening);
      this.refreshing = undefined;
      this.losses = { of: shown, map, whole: false };
    }
  }

  private refresh(): true {
    const losses = this.losses!;
    this.refreshing ??= losses.map.refresh();
    const step = this.refreshing.next();
    if (!step.done) return true;
    losses.whole = true;
    this.refreshing = undefined;
    if (this.shown) this.send(this.shown, step.value.loss, step.value.culprits);
    return true;
  }

  private findSparse(): true {
    this.sparseKnown = true;
    const areas = sparseAreas(this.map).map(({ level, x, y, area, audible }) => ({
      level: this.venue.levels[level]!.shortName,
      x,
      y,
      area,
      audible,
    }));
    this.tell({ type: 'sparse', areas });
    return true;
  }

  private seek(): boolean {
    if (!this.search) return false;
    const step = this.search.steps.next();
    if (!step.done) this.tell(step.value);
    else {
      this.search = undefined;
      this.tell({ type: 'searched', whole: true });
    }
    return true;
  }

  /** A search on squares of its own, in the document as it was when it began. */
  private *searched({ kind, howMany, listening }: Search): Generator<AccuracyReport, void> {
    const prospect = prospectOf(this.venue, this.register.calibration, SEARCH_METRES);
    const map = new AccuracyMap(prospect);
    const hanging = [...this.beacons.values()];
    for (const beacon of hanging) map.place(beacon.id, beacon);
    const of = hanging.length * this.venue.levels.length;
    for (const level of this.venue.levels.keys())
      while (map.settle(level, HUNG_AT_ONCE))
        yield { type: 'searching', done: (level + 1) * hanging.length - map.behind(level), of };
    const aim = evenAim(prospect, listening);
    if (kind === 'rank') {
      const ranked = yield* reported(rankByCost(map, aim));
      for (const { id, cost } of ranked.slice(0, howMany))
        yield { type: 'chosen', chosen: { id, value: cost, change: cost } };
    } else if (kind === 'remove') {
      yield* reported(removeLeast(map, howMany, aim));
    } else {
      const candidates = ceilingPlaces(prospect, hanging);
      const places = new Map(candidates.map((beacon) => [beacon.id, beacon]));
      yield* reported(addBest(map, candidates, howMany, aim), places);
    }
  }

  private send({ level, ...rest }: Shown, values: Float32Array, culprits?: MapPicture['culprits']): void {
    const { minX, minY, metres, columns, rows, places } = this.prospect.cells[level]!;
    const grid = { minX, minY, metres, columns, rows, places };
    const picture = { shown: { level, ...rest }, ...grid, values, ...(culprits && { culprits }) };
    const figures = figuresOf(values, rest.measure === 'audible' || rest.measure === 'level');
    this.tell({ type: 'map', picture, figures, sentMs: this.sentMs });
    this.sentMs = undefined;
  }
}

function* reported<T>(
  steps: Generator<SearchStep, T>,
  places: ReadonlyMap<string, Beacon> = new Map(),
): Generator<AccuracyReport, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value.kind === 'looked') {
      yield { type: 'searching', done: step.value.done, of: step.value.of };
      continue;
    }
    const { id, value, change } = step.value;
    const beacon = places.get(id);
    yield { type: 'chosen', chosen: { id, value, change, ...(beacon && { beacon }) } };
  }
}

/** Median, the value that the worst twentieth begins at, and the worst. */
function figuresOf(values: Float32Array, moreIsBetter: boolean): MapFigures {
  const sorted = values.toSorted();
  const at = (share: number): number =>
    sorted[Math.round((moreIsBetter ? 1 - share : share) * (sorted.length - 1))] ?? 0;
  return { median: at(0.5), worst5: at(0.95), worst: at(1) };
}
