import type { BeaconHealthView, BeaconVerdictView } from '@daoyin/protocol';
import { request } from '@daoyin/ui';
import type { Beacon } from '@daoyin/venue';
import { create } from 'zustand';
import { invalidatePlan } from '../canvas/plan';

/**
 * What can be said of a beacon, the worst first: `moved`, `dead` and `weak` are what walks tell (self-healing), `copied` that another
 * device says the same, the others what the receivers heard.
 */
export const HEALTH_KINDS = [
  'moved',
  'dead',
  'silent',
  'copied',
  'weak',
  'weak-battery',
  'never',
  'heard',
] as const;
export type HealthKind = (typeof HEALTH_KINDS)[number];

export interface HealthState {
  readonly byId: ReadonlyMap<string, BeaconHealthView>;
  readonly verdicts: ReadonlyMap<string, BeaconVerdictView>;
  readonly atMs: number;
}

export const useHealth = create<HealthState>()(() => ({ byId: new Map(), verdicts: new Map(), atMs: 0 }));

const ASK_MS = 15_000;
const SILENT_MS = 10 * 60_000;
const LOW_BATTERY_MV = 2500;

/** Asks the server now and then how the beacons are, and what walks tell of them. */
export function startHealth(): () => void {
  const ask = async () => {
    const [heard, judged] = await Promise.all([
      request<readonly BeaconHealthView[]>('/api/beacons/health'),
      request<readonly BeaconVerdictView[]>('/api/beacons/verdicts'),
    ]);
    if (heard.ok) useHealth.setState({ byId: new Map(heard.value.map((view) => [view.beaconId, view])) });
    if (judged.ok)
      useHealth.setState({ verdicts: new Map(judged.value.map((view) => [view.beaconId, view])) });
    useHealth.setState({ atMs: Date.now() });
    invalidatePlan();
  };
  void ask();
  const timer = setInterval(() => void ask(), ASK_MS);
  return () => clearInterval(timer);
}

/** All that holds of a beacon, the worst first; nothing of one that was taken down. */
export function healthOf(beacon: Beacon, { byId, verdicts, atMs }: HealthState): readonly HealthKind[] {
  if (beacon.status === 'retired') return [];
  const view = byId.get(beacon.id);
  const isSilent = view !== undefined && atMs - view.lastHeardMs > SILENT_MS;
  const holds: Readonly<Record<HealthKind, boolean>> = {
    moved: suspicionOf(beacon, verdicts)?.state === 'moved',
    dead: suspicionOf(beacon, verdicts)?.state === 'dead',
    weak: suspicionOf(beacon, verdicts)?.state === 'weak',
    copied: view?.copied ?? false,
    silent: isSilent,
    'weak-battery': (view?.batteryMv ?? LOW_BATTERY_MV) < LOW_BATTERY_MV,
    never: view === undefined,
    heard: view !== undefined && !isSilent,
  };
  return HEALTH_KINDS.filter((kind) => holds[kind]);
}

/** Metres within which a beacon counts as hung where walks say that it is. */
const ACCEPTED_M = 0.5;

/** What walks tell against a beacon; nothing any more once its new place was taken over in the draft. */
export function suspicionOf(
  { id, at }: Beacon,
  verdicts: HealthState['verdicts'],
): BeaconVerdictView | undefined {
  const verdict = verdicts.get(id);
  const { place } = verdict ?? {};
  const isAccepted =
    place && at && at.level === place.level && Math.hypot(at.x - place.x, at.y - place.y) < ACCEPTED_M;
  return isAccepted ? undefined : verdict;
}
