import type { Advert } from '@daoyin/beacon-ingest';
import { createWechatReader } from '@daoyin/beacon-ingest/sources/wechat';
import type { Clock, Wx, WxError } from './wx';

/** Why no beacon can be heard, each with another remedy. */
export type Hindrance =
  | 'unsupported'
  | 'bluetooth-off'
  | 'location-off'
  | 'location-denied'
  | 'bluetooth-denied'
  | 'system';

export type ListenState =
  | { readonly kind: 'starting' | 'hearing' | 'silent' | 'stopped' }
  | { readonly kind: 'hindered'; readonly why: Hindrance };

export interface BeaconListener {
  /** Begins, or begins again: when the mini program is shown, and after the visitor has changed a setting. */
  start(): void;
  stop(): void;
}

export interface ListenerSettings {
  readonly wx: Wx;
  readonly clock: Clock;
  readonly uuids: readonly string[];
  readonly onHeard: (adverts: readonly Advert[]) => void;
  readonly onState: (state: ListenState) => void;
}

const LOOK_EVERY_MS = 1000;
/** WeChat says nothing at all where the phone denies it the location: silence is looked into after so long. */
const SILENT_MS = 5000;
const RETRY_MS = 1500;
const TRIES = 4;

/** The error codes of `startBeaconDiscovery` (WeChat's documentation of iBeacon). */
const [UNSUPPORTED, BLUETOOTH, LOCATION, ALREADY, NOT_STARTED, SYSTEM] = [
  11000, 11001, 11002, 11003, 11004, 11005,
];

/**
 * Discovers beacons through WeChat: asks for what hinders before it starts, starts again when the service comes back, takes 11003
 * (already started) for success, tries again after errors of the system, and tells silence, which is how a missing permission looks.
 */
export function createBeaconListener({
  wx,
  clock,
  uuids,
  onHeard,
  onState,
}: ListenerSettings): BeaconListener {
  const reader = createWechatReader(uuids.length === 1 ? { uuid: uuids[0]!.toLowerCase() } : {});
  let state: ListenState = { kind: 'stopped' };
  let heardMs = Number.NEGATIVE_INFINITY;
  let tries = 0;
  let stopLooking: (() => void) | undefined;
  let cancelRetry: (() => void) | undefined;

  const enter = (next: ListenState) => {
    if (isSame(state, next)) return;
    state = next;
    onState(next);
  };
  const running = () => state.kind !== 'stopped';

  const hear = ({ beacons }: { readonly beacons?: unknown }) => {
    if (!running()) return;
    const { adverts } = reader.update(beacons, clock.nowMs());
    if (adverts.length === 0) return;
    heardMs = clock.nowMs();
    enter({ kind: 'hearing' });
    onHeard(adverts);
  };
  const look = () => {
    if (state.kind !== 'starting' && state.kind !== 'hearing' && state.kind !== 'silent') return;
    if (clock.nowMs() - heardMs < SILENT_MS) return;
    const why = hindranceOf(wx);
    enter(why === undefined ? { kind: 'silent' } : { kind: 'hindered', why });
  };
  const discover = () => {
    const failed = (error: WxError) => {
      if (!running()) return;
      const code = codeOf(error);
      if (code === ALREADY) return;
      tries += 1;
      const again = code === undefined || code === NOT_STARTED || code === SYSTEM;
      if (again && tries < TRIES) cancelRetry = clock.later(RETRY_MS * tries, discover);
      else enter({ kind: 'hindered', why: whyOf(code) });
    };
    wx.startBeaconDiscovery?.({ uuids: uuids.map((uuid) => uuid.toUpperCase()), fail: failed });
  };
  const quit = () => {
    stopLooking?.();
    cancelRetry?.();
    stopLooking = cancelRetry = undefined;
    wx.offBeaconUpdate?.();
    wx.offBeaconServiceChange?.();
    wx.stopBeaconDiscovery?.();
  };

  return {
    start() {
      if (running()) quit();
      const why = hindranceOf(wx);
      if (why !== undefined) return enter({ kind: 'hindered', why });
      enter({ kind: 'starting' });
      heardMs = clock.nowMs();
      tries = 0;
      wx.onBeaconUpdate?.(hear);
      wx.onBeaconServiceChange?.(({ available, discovering }) => {
        if (!running()) return;
        if (!available) enter({ kind: 'hindered', why: 'bluetooth-off' });
        else if (!discovering) {
          enter({ kind: 'starting' });
          discover();
        }
      });
      stopLooking = clock.every(LOOK_EVERY_MS, look);
      discover();
    },
    stop() {
      if (!running()) return;
      quit();
      enter({ kind: 'stopped' });
    },
  };
}

/** What the phone's settings say against hearing beacons; undefined where they say nothing. */
export function hindranceOf(wx: Wx): Hindrance | undefined {
  if (wx.startBeaconDiscovery === undefined || wx.onBeaconUpdate === undefined) return 'unsupported';
  const system = wx.getSystemSetting?.() ?? {};
  if (system.bluetoothEnabled === false) return 'bluetooth-off';
  if (system.locationEnabled === false) return 'location-off';
  const allowed = wx.getAppAuthorizeSetting?.() ?? {};
  if (isDenied(allowed.locationAuthorized)) return 'location-denied';
  return isDenied(allowed.bluetoothAuthorized) ? 'bluetooth-denied' : undefined;
}

const isDenied = (value: unknown) => value === 'denied' || value === false;

/** The code, which some versions give in the message only. */
function codeOf({ errCode, errMsg }: WxError): number | undefined {
  if (typeof errCode === 'number' && errCode !== 0) return errCode;
  const found = /\b(1100\d)\b/.exec(errMsg ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

function whyOf(code: number | undefined): Hindrance {
  if (code === UNSUPPORTED) return 'unsupported';
  if (code === BLUETOOTH) return 'bluetooth-off';
  return code === LOCATION ? 'location-off' : 'system';
}

function isSame(a: ListenState, b: ListenState): boolean {
  return a.kind === b.kind && (a.kind !== 'hindered' || b.kind !== 'hindered' || a.why === b.why);
}
