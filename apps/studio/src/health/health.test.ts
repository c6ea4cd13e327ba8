import type { BeaconHealthView, BeaconVerdictView } from '@daoyin/protocol';
import type { Beacon } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { healthOf } from './health';
import { acceptPlaces } from './mend';

const NOON_MS = 1_700_000_000_000;
const beacon: Beacon = {
  id: 'B1',
  at: { x: 10, y: 5, level: '1F' },
  height: 3,
  measuredPowerDbm: -59,
  status: 'active',
};
const heard: BeaconHealthView = {
  beaconId: 'B1',
  lastHeardMs: NOON_MS - 1000,
  rssiDbm: -70,
  intervalMs: 400,
  copied: false,
  batteryMv: 3000,
  temperatureC: null,
  telemetryAtMs: null,
  receivers: [],
};
const moved: BeaconVerdictView = {
  beaconId: 'B1',
  state: 'moved',
  probability: 0.97,
  place: { x: 14, y: 8, level: '1F', sd: 0.8 },
};
const state = (view?: Partial<BeaconHealthView>, verdict?: BeaconVerdictView) => ({
  byId: new Map(view ? [['B1', { ...heard, ...view }]] : []),
  verdicts: new Map(verdict ? [['B1', verdict]] : []),
  atMs: NOON_MS,
});

describe('how a beacon is', () => {
  it('says the worst first, and all that holds', () => {
    expect(healthOf(beacon, state({}))).toEqual(['heard']);
    expect(healthOf(beacon, state())).toEqual(['never']);
    expect(healthOf(beacon, state({ batteryMv: 2300 }, moved))).toEqual(['moved', 'weak-battery', 'heard']);
    expect(healthOf(beacon, state({ lastHeardMs: NOON_MS - 3_600_000, copied: true }))).toEqual([
      'silent',
      'copied',
    ]);
  });

  it('says nothing of one that was taken down', () => {
    expect(healthOf({ ...beacon, status: 'retired' }, state({}, moved))).toEqual([]);
  });

  it('is no suspicion any more once the new place is in the draft, and is one again when that is undone', () => {
    const register = { venue: 'hall', beacons: [beacon] };
    const document = { venue: {} as never, register, closures: [], catalogue: null };
    const accepted = acceptPlaces(['B1'], new Map([['B1', moved]]))(document);
    expect(accepted.register.beacons[0]!.at).toEqual({ x: 14, y: 8, level: '1F' });
    expect(healthOf(accepted.register.beacons[0]!, state({}, moved))).toEqual(['heard']);
    expect(healthOf(beacon, state({}, moved))).toEqual(['moved', 'heard']);
  });
});
