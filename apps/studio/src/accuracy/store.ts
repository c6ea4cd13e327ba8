import type { Listening } from '@daoyin/positioning';
import type { Beacon } from '@daoyin/venue';
import { create } from 'zustand';
import { invalidatePlan } from '../canvas/plan';
import { type StudioDocument, shownDocument, useStudio } from '../store/studio';
import type {
  AccuracyReport,
  AccuracyRequest,
  Chosen,
  MapFigures,
  MapPicture,
  Measure,
  Search,
  Sparse,
} from './messages';

export interface AccuracyState {
  readonly measure: Measure;
  readonly listening: Listening;
  readonly picture: MapPicture | undefined;
  readonly figures: MapFigures | undefined;
  /** How far the first map has come, until it is there. */
  readonly building: { readonly done: number; readonly of: number } | undefined;
  /** Milliseconds from a change of the document to its map, the last time. */
  readonly tookMs: number | undefined;
  readonly sparse: readonly Sparse[] | undefined;
  readonly search:
    | {
        readonly search: Search;
        readonly isRunning: boolean;
        readonly done: number;
        readonly of: number;
        readonly chosen: readonly Chosen[];
      }
    | undefined;
}

export const useAccuracy = create<AccuracyState>()(() => ({
  measure: 'error',
  listening: 'steps',
  picture: undefined,
  figures: undefined,
  building: undefined,
  tookMs: undefined,
  sparse: undefined,
  search: undefined,
}));

/** How long the walls must rest before everything is worked out anew. */
const CALM_MS = 500;

let worker: Worker | undefined;
let users = 0;
/** The document that the worker knows. */
let told: StudioDocument | undefined;
let calm: ReturnType<typeof setTimeout> | undefined;
let stop: (() => void) | undefined;

const ask = (request: AccuracyRequest) => worker?.postMessage(request);

/** Keeps the map up to date while somebody looks at it; gives what ends that. */
export function followDocument(): () => void {
  users++;
  if (users === 1) open();
  return () => {
    users--;
    if (users === 0) close();
  };
}

export function setView(view: Partial<Pick<AccuracyState, 'measure' | 'listening'>>): void {
  useAccuracy.setState(view);
  showCurrent();
}

export function search(wanted: Omit<Search, 'listening'>): void {
  const full = { ...wanted, listening: useAccuracy.getState().listening };
  useAccuracy.setState({ search: { search: full, isRunning: true, done: 0, of: 1, chosen: [] } });
  ask({ type: 'search', search: full });
}

export const cancelSearch = (): void => ask({ type: 'cancel' });
export const forgetSearch = (): void => useAccuracy.setState({ search: undefined });

function open(): void {
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<AccuracyReport>) => hear(data));
  begin(shownDocument(useStudio.getState()));
  stop = useStudio.subscribe((state, before) => {
    const document = shownDocument(state);
    if (document !== told) follow(document);
    if (state.level !== before.level) showCurrent();
  });
}

function close(): void {
  stop?.();
  clearTimeout(calm);
  worker?.terminate();
  [worker, told, calm] = [undefined, undefined, undefined];
  useAccuracy.setState({ picture: undefined, figures: undefined, building: undefined, search: undefined });
  invalidatePlan();
}

function begin(document: StudioDocument): void {
  told = document;
  useAccuracy.setState({ building: { done: 0, of: document.register.beacons.length }, search: undefined });
  ask({ type: 'open', venue: document.venue, register: document.register });
  showCurrent();
}

/** Beacons are told at once, also in mid-drag; other walls make all anew, when they rest. */
function follow(document: StudioDocument): void {
  if (document.venue !== told!.venue) {
    clearTimeout(calm);
    calm = setTimeout(() => begin(shownDocument(useStudio.getState())), CALM_MS);
    return;
  }
  const changes = changedBeacons(told!.register.beacons, document.register.beacons);
  told = document;
  if (changes.length > 0)
    ask({ type: 'beacons', changes, sentMs: performance.timeOrigin + performance.now() });
}

function changedBeacons(before: readonly Beacon[], after: readonly Beacon[]) {
  if (before === after) return [];
  const old = new Map(before.map((beacon) => [beacon.id, beacon]));
  const changed: (readonly [string, Beacon | undefined])[] = [];
  for (const beacon of after) {
    if (old.get(beacon.id) !== beacon) changed.push([beacon.id, beacon]);
    old.delete(beacon.id);
  }
  return [...changed, ...[...old.keys()].map((id) => [id, undefined] as const)];
}

function showCurrent(): void {
  const { level, history } = useStudio.getState();
  const { measure, listening } = useAccuracy.getState();
  const number = history.present.venue.levels.findIndex(({ shortName }) => shortName === level);
  ask({ type: 'show', shown: number < 0 ? undefined : { level: number, measure, listening } });
}

function hear(report: AccuracyReport): void {
  if (report.type === 'building') useAccuracy.setState({ building: report });
  else if (report.type === 'map') hang(report);
  else if (report.type === 'sparse') useAccuracy.setState({ sparse: report.areas });
  else hearSearch(report);
}

function hang({ picture, figures, sentMs }: Extract<AccuracyReport, { type: 'map' }>): void {
  const took = sentMs === undefined ? {} : { tookMs: performance.timeOrigin + performance.now() - sentMs };
  useAccuracy.setState({ picture, figures, building: undefined, ...took });
  invalidatePlan();
}

function hearSearch(report: Extract<AccuracyReport, { type: 'searching' | 'chosen' | 'searched' }>): void {
  const { search: running } = useAccuracy.getState();
  if (!running) return;
  if (report.type === 'searching')
    useAccuracy.setState({ search: { ...running, done: report.done, of: report.of } });
  else if (report.type === 'chosen')
    useAccuracy.setState({ search: { ...running, chosen: [...running.chosen, report.chosen] } });
  else useAccuracy.setState({ search: { ...running, isRunning: false } });
  invalidatePlan();
}
