import type { BeaconHealthView } from '@daoyin/protocol';
import { request } from '@daoyin/ui';
import type { Beacon } from '@daoyin/venue';
import { create } from 'zustand';
import { invalidatePlan } from '../canvas/plan';

/** How a beacon is, from what the receivers heard last. */
export type HealthKind = 'heard' | 'silent' | 'never' | 'weak-battery';

export const useHealth = create<{
  readonly byId: ReadonlyMap<string, BeaconHealthView>;
  readonly atMs: number;
}>()(() => ({
  byId: new Map(),
  atMs: 0,
}));

const ASK_MS = 15_000;
const SILENT_MS = 10 * 60_000;
const LOW_BATTERY_MV = 2500;

/** Asks the server now and then how the beacons are. */
export function startHealth(): () => void {
  const ask = async () => {
    const answer = await request<readonly BeaconHealthView[]>('/api/beacons/health');
    if (!answer.ok) return;
    useHealth.setState({
      byId: new Map(answer.value.map((view) => [view.beaconId, view])),
      atMs: Date.now(),
    });
    invalidatePlan();
  };
  void ask();
  const timer = setInterval(() => void ask(), ASK_MS);
  return () => clearInterval(timer);
}

export function healthOf(beacon: Beacon, view: BeaconHealthView | undefined, atMs: number): HealthKind {
  if (!view) return 'never';
  if (view.batteryMv !== null && view.batteryMv !== undefined && view.batteryMv < LOW_BATTERY_MV)
    return 'weak-battery';
  return beacon.status === 'active' && atMs - view.lastHeardMs > SILENT_MS ? 'silent' : 'heard';
}
