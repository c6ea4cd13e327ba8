import type { Clock, Wx, WxError, WxSocket } from '../src/wx';

/** A clock that a test moves. */
export function handClock() {
  let nowMs = 1_000_000;
  interface Timer {
    dueMs: number;
    readonly every: number | undefined;
    readonly callback: () => void;
  }
  const timers = new Set<Timer>();
  const add = (ms: number, every: number | undefined, callback: () => void) => {
    const timer = { dueMs: nowMs + ms, every, callback };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const clock: Clock = {
    nowMs: () => nowMs,
    every: (ms, callback) => add(ms, ms, callback),
    later: (ms, callback) => add(ms, undefined, callback),
  };
  const advanceTo = (toMs: number) => {
    for (;;) {
      const due = [...timers].filter(({ dueMs }) => dueMs <= toMs).sort((a, b) => a.dueMs - b.dueMs)[0];
      if (due === undefined) break;
      nowMs = Math.max(nowMs, due.dueMs);
      if (due.every === undefined) timers.delete(due);
      else due.dueMs += due.every;
      due.callback();
    }
    nowMs = toMs;
  };
  return { clock, advance: (ms: number) => advanceTo(nowMs + ms), advanceTo, running: () => timers.size };
}

interface Scan {
  readonly timestamp: number;
  readonly beaconList: readonly unknown[];
}

/** `wx` as it behaves: one listener, error codes, silence without a permission, a service that comes and goes. */
export function standInWx() {
  let update: ((result: { readonly beacons?: unknown }) => void) | undefined;
  let service: ((state: { readonly available: boolean; readonly discovering: boolean }) => void) | undefined;
  let discovering = false;
  const failures: WxError[] = [];
  const started: (readonly string[])[] = [];
  const phone = {
    bluetoothEnabled: true,
    locationEnabled: true,
    locationAuthorized: 'authorized' as 'authorized' | 'denied',
    bluetoothAuthorized: 'authorized' as 'authorized' | 'denied',
  };
  const sockets: ReturnType<typeof standInSocket>[] = [];
  const wx: Wx = {
    startBeaconDiscovery: ({ uuids, success, fail }) => {
      started.push(uuids);
      const failure = failures.shift();
      if (failure !== undefined) return fail?.(failure);
      if (discovering) return fail?.({ errCode: 11003, errMsg: 'already start' });
      discovering = true;
      success?.();
    },
    stopBeaconDiscovery: () => {
      discovering = false;
    },
    onBeaconUpdate: (listener) => {
      update = listener;
    },
    offBeaconUpdate: () => {
      update = undefined;
    },
    onBeaconServiceChange: (listener) => {
      service = listener;
    },
    offBeaconServiceChange: () => {
      service = undefined;
    },
    getSystemSetting: () => phone,
    getAppAuthorizeSetting: () => phone,
    connectSocket: ({ url }) => {
      const socket = standInSocket(url);
      sockets.push(socket);
      return socket.socket;
    },
  };
  return {
    wx,
    phone,
    started,
    sockets,
    /** The next starts fail so. */
    failWith: (...errors: WxError[]) => failures.push(...errors),
    tell: (beacons: unknown) => {
      if (discovering) update?.({ beacons });
    },
    serviceChange: (state: { readonly available: boolean; readonly discovering: boolean }) => {
      discovering = state.discovering;
      service?.(state);
    },
    get discovering() {
      return discovering;
    },
    /** Plays a recording at its own times. */
    replay: (scans: readonly Scan[], advanceTo: (ms: number) => void, startMs: number) => {
      for (const { timestamp, beaconList } of scans) {
        advanceTo(startMs + timestamp - scans[0]!.timestamp);
        if (discovering) update?.({ beacons: beaconList });
      }
    },
  };
}

function standInSocket(url: string) {
  let opened: () => void = () => undefined;
  let closed: (event: { readonly code?: number }) => void = () => undefined;
  let failed: () => void = () => undefined;
  const sent: string[] = [];
  const socket: WxSocket = {
    onOpen: (listener) => {
      opened = listener;
    },
    onClose: (listener) => {
      closed = listener;
    },
    onError: (listener) => {
      failed = listener;
    },
    send: ({ data }) => void sent.push(data),
    close: () => closed({ code: 1000 }),
  };
  return {
    url,
    socket,
    sent,
    open: () => opened(),
    close: (code?: number) => closed(code === undefined ? {} : { code }),
    fail: () => failed(),
  };
}
