/** What the mini program uses of WeChat's `wx`; what older versions lack is optional. */
export interface Wx {
  startBeaconDiscovery?(options: {
    readonly uuids: readonly string[];
    readonly ignoreBluetoothAvailable?: boolean;
    readonly success?: () => void;
    readonly fail?: (error: WxError) => void;
  }): void;
  stopBeaconDiscovery?(options?: object): void;
  /** One listener only: another takes the place of the first. */
  onBeaconUpdate?(listener: (result: { readonly beacons?: unknown }) => void): void;
  offBeaconUpdate?(): void;
  onBeaconServiceChange?(
    listener: (state: { readonly available: boolean; readonly discovering: boolean }) => void,
  ): void;
  offBeaconServiceChange?(): void;
  getSystemSetting?(): { readonly bluetoothEnabled?: boolean; readonly locationEnabled?: boolean };
  getAppAuthorizeSetting?(): {
    readonly locationAuthorized?: Authorized;
    readonly bluetoothAuthorized?: Authorized;
  };
  openAppAuthorizeSetting?(options?: object): void;
  connectSocket(options: { readonly url: string }): WxSocket;
  getRandomValues?(options: {
    readonly length: number;
    readonly success: (result: { readonly randomValues: ArrayBuffer }) => void;
    readonly fail?: () => void;
  }): void;
}

type Authorized = 'authorized' | 'denied' | 'not determined' | boolean;

export interface WxError {
  readonly errCode?: number;
  readonly errMsg?: string;
}

export interface WxSocket {
  onOpen(listener: () => void): void;
  onClose(listener: (event: { readonly code?: number }) => void): void;
  onError(listener: () => void): void;
  send(options: { readonly data: string; readonly fail?: () => void }): void;
  close(options?: object): void;
}

/** The clock and its timers, so that a test can hold them. */
export interface Clock {
  nowMs(): number;
  /** Calls back again and again; gives a way to stop. */
  every(ms: number, callback: () => void): () => void;
  /** Calls back once; gives a way to cancel. */
  later(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: Date.now,
  every: (ms, callback) => {
    const timer = setInterval(callback, ms);
    return () => clearInterval(timer);
  },
  later: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
