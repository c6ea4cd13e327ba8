import type { Beacon } from '@daoyin/venue';
import { create } from 'zustand';
import { invalidatePlan } from '../canvas/plan';
import { localDay } from '../health/day';
import { type HealthState, healthOf } from '../health/health';
import { runOperation } from '../operations/registry';
import { type StudioDocument, select, useStudio } from '../store/studio';
import { type Placed, walkingOrder } from './round';

export const ROUNDS = ['install', 'trouble', 'all', 'selected'] as const;
export type RoundKind = (typeof ROUNDS)[number];

export interface Round {
  readonly kind: RoundKind;
  /** Only the storey that is shown when the round begins. */
  readonly isHere: boolean;
  /** In walking order, by id. */
  readonly order: readonly string[];
  readonly at: number;
  readonly done: ReadonlySet<string>;
}

const NAME = 'daoyin-studio-round';
const EMPTY: Round = { kind: 'install', isHere: false, order: [], at: 0, done: new Set() };

/** The round that is walked; kept in the browser, since a tablet goes to sleep on the way. */
export const useRound = create<Round>()(() => read() ?? EMPTY);

/** Which beacons a round goes to. */
function inRound(
  kind: RoundKind,
  beacon: Beacon,
  selected: ReadonlySet<string>,
  health: HealthState,
): boolean {
  if (beacon.status === 'retired' || beacon.at === undefined) return false;
  if (kind === 'all') return true;
  if (kind === 'selected') return selected.has(beacon.id);
  if (kind === 'install') return beacon.installedOn === undefined;
  return healthOf(beacon, health).some((one) => one !== 'heard' && one !== 'never');
}

/** Begins a round from its first beacon. */
export function beginRound(
  kind: RoundKind,
  isHere: boolean,
  document: StudioDocument,
  health: HealthState,
): void {
  const { selection, level } = useStudio.getState();
  const selected = new Set(selection.map(({ key }) => key));
  const beacons = document.register.beacons.filter(
    (beacon) => inRound(kind, beacon, selected, health) && (!isHere || beacon.at?.level === level),
  );
  const order = walkingOrder(beacons as readonly Placed[], document.venue).map(({ id }) => id);
  put({ kind, isHere, order, at: 0, done: new Set() });
  show(order[0]);
}

/** Goes to another of the round, and shows it. */
export function goTo(at: number): void {
  const { order } = useRound.getState();
  const next = Math.min(order.length, Math.max(0, at));
  put({ ...useRound.getState(), at: next });
  show(order[next]);
}

/** One is done (under another id, where its device was replaced); goes to the next that is not. */
export function markDone(id: string, was: string = id): void {
  const round = useRound.getState();
  const order = round.order.map((one) => (one === was ? id : one));
  const done = new Set([...round.done, id]);
  const after = order.findIndex((one, i) => i > round.at && !done.has(one));
  const left = order.findIndex((one) => !done.has(one));
  put({ ...round, order, done, at: after >= 0 ? after : left >= 0 ? left : order.length });
  show(order[useRound.getState().at]);
}

function show(id: string | undefined): void {
  if (id !== undefined) {
    select([{ collection: 'beacons', key: id }]);
    runOperation('show-selected');
  }
  invalidatePlan();
}

function put(round: Round): void {
  useRound.setState(round);
  try {
    localStorage.setItem(NAME, JSON.stringify({ ...round, done: [...round.done], day: localDay() }));
  } catch {
    // a full or forbidden storage: the page itself still has it
  }
}

/** The round of today. */
function read(): Round | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? 'null');
    return kept?.day === localDay() ? { ...kept, done: new Set(kept.done) } : undefined;
  } catch {
    return undefined;
  }
}
