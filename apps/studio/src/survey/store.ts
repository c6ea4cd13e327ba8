import type { VenuePoint } from '@daoyin/geometry';
import type { ProposedWalk } from '@daoyin/positioning';
import type { Action } from '@daoyin/venue';
import { create } from 'zustand';
import { currentPlan } from '../canvas/PlanCanvas';
import { invalidatePlan } from '../canvas/plan';
import { perform, useStudio } from '../store/studio';
import { type Ears, type EarsState, listen } from './listen';
import type {
  CoveragePicture,
  LiveState,
  LoadedWalk,
  MeasuredPlace,
  SurveyReport,
  SurveyRequest,
  WalkFiles,
} from './messages';

export interface SurveyState {
  readonly walks: readonly LoadedWalk[];
  readonly pictures: readonly CoveragePicture[];
  readonly errors: { readonly unsurveyed: number; readonly surveyed: number } | undefined;
  readonly next: ProposedWalk | undefined;
  readonly measured: readonly MeasuredPlace[] | undefined;
  readonly learnt: Extract<SurveyReport, { type: 'learnt' }> | undefined;
  readonly busy: { readonly done: number; readonly of: number } | undefined;
  readonly hasNoWalks: boolean;
  /** The walk in progress, and whether anything listens. */
  readonly live: LiveState | undefined;
  readonly ears: EarsState | undefined;
  /** Walks that were recorded here and are in no file yet. */
  readonly recorded: readonly WalkFiles[];
}

const NOTHING: SurveyState = {
  walks: [],
  pictures: [],
  errors: undefined,
  next: undefined,
  measured: undefined,
  learnt: undefined,
  busy: undefined,
  hasNoWalks: false,
  live: undefined,
  ears: undefined,
  recorded: [],
};

export const useSurvey = create<SurveyState>()(() => NOTHING);

let worker: Worker | undefined;
let deaf: (() => void) | undefined;

/** What a receiver is told (`--session`) so that this page has its readings. */
export const SESSION = `survey-${crypto.randomUUID().slice(0, 12)}`;

const ask = (request: SurveyRequest) => worker?.postMessage(request);

/** Begins a survey of the document as it is; gives what ends it. */
export function openSurvey(): () => void {
  const { venue, register } = useStudio.getState().history.present;
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<SurveyReport>) => {
    hear(data);
    invalidatePlan();
  });
  ask({ type: 'open', venue, register });
  return () => {
    stopListening();
    worker?.terminate();
    worker = undefined;
    useSurvey.setState(NOTHING, true);
    invalidatePlan();
  };
}

/** Begins a walk on the level that is shown; from a tap, since a browser asks for its Bluetooth then. */
export function beginWalk(ears: Ears, name: string): void {
  stopListening();
  ask({ type: 'begin', name, from: middleShown() });
  deaf = listen(ears, {
    session: SESSION,
    hear: (lines) => ask({ type: 'heard', lines }),
    tell: (state) => useSurvey.setState({ ears: state }),
  });
  useStudio.setState({ tool: 'stand' });
}

/** The surveyor stands here now. */
export function standAt(at: VenuePoint): void {
  ask({ type: 'stand', at, atMs: Date.now() });
}

export function finishWalk(): void {
  stopListening();
  ask({ type: 'finish' });
}

export function discardWalk(): void {
  stopListening();
  ask({ type: 'discard' });
}

function stopListening(): void {
  deaf?.();
  deaf = undefined;
  useSurvey.setState({ ears: undefined });
  if (useStudio.getState().tool === 'stand') useStudio.setState({ tool: 'select' });
}

function middleShown(): VenuePoint {
  return { ...(currentPlan()?.view().centre ?? { x: 0, y: 0 }), level: useStudio.getState().level };
}

/** Reads every folder among the files that has both lists; gives how many walks there were. */
export async function load(files: Iterable<File>): Promise<number> {
  const folders = new Map<string, { readings?: File; truth?: File }>();
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const known = folders.get(folder) ?? {};
    if (file.name === 'readings.jsonl') known.readings = file;
    if (file.name === 'truth.jsonl') known.truth = file;
    folders.set(folder, known);
  }
  const walks: WalkFiles[] = [];
  for (const [folder, { readings, truth }] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!readings || !truth) continue;
    const name = folder.slice(folder.lastIndexOf('/') + 1) || String(walks.length + 1);
    walks.push({ name, readings: await readings.text(), truth: await truth.text() });
  }
  useSurvey.setState({ hasNoWalks: walks.length === 0 });
  if (walks.length > 0) ask({ type: 'walks', files: walks });
  return walks.length;
}

/** From the end of the last proposal, else from the middle of what is shown. */
export function proposeNext(metres: number): void {
  const { level } = useStudio.getState();
  const last = useSurvey.getState().next?.path.at(-1);
  const from = last?.level === level ? last : middleShown();
  useSurvey.setState({ busy: { done: 0, of: 1 } });
  ask({ type: 'next', from, metres, level });
}

export function measure(): void {
  useSurvey.setState({ busy: { done: 0, of: 1 } });
  ask({ type: 'measure' });
}

export function learn(): void {
  useSurvey.setState({ busy: { done: 0, of: 1 }, learnt: undefined });
  ask({ type: 'learn' });
}

/** Takes over what was learnt, if the held-out walk says that it is better. */
export function takeLearnt(): boolean {
  const { learnt } = useSurvey.getState();
  if (!learnt?.verdict?.isBetter) return false;
  const fresh = new Map(learnt.register.beacons.map((beacon) => [beacon.id, beacon]));
  const action: Action = (document) => ({
    ...document,
    register: {
      ...document.register,
      calibration: learnt.register.calibration,
      beacons: document.register.beacons.map((beacon) => {
        const gainDb = fresh.get(beacon.id)?.gainDb;
        return gainDb === undefined ? beacon : { ...beacon, gainDb };
      }),
    },
  });
  return perform(action, 'calibrate');
}

function hear(report: SurveyReport): void {
  if (report.type === 'loaded') useSurvey.setState({ walks: report.walks });
  else if (report.type === 'coverage') {
    const { pictures, unsurveyed, surveyed } = report;
    useSurvey.setState({ pictures, errors: { unsurveyed, surveyed } });
  } else if (report.type === 'live') useSurvey.setState({ live: report.live });
  else if (report.type === 'recorded')
    useSurvey.setState(({ recorded }) => ({ recorded: [...recorded, report.files] }));
  else if (report.type === 'next') useSurvey.setState({ next: report.walk, busy: undefined });
  else if (report.type === 'locating') useSurvey.setState({ busy: report });
  else if (report.type === 'measured') useSurvey.setState({ measured: report.places, busy: undefined });
  else if (report.type === 'learnt') useSurvey.setState({ learnt: report, busy: undefined });
  else useSurvey.setState({ hasNoWalks: true, busy: undefined });
}
