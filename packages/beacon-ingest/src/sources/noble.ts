import { createRequire } from 'node:module';
import { adStructuresOf } from '../ad-structures';
import { advertOfReport } from '../hci/adverts';
import { createReportReader, LE_EXTENDED_ADVERTISING_REPORT } from '../hci/reports';
import type { Advert } from '../types';

export interface NobleOptions {
  /** Every advertising report once, in the order of the controller; nothing held back, nothing merged. */
  readonly onAdvert: (advert: Advert) => void;
  /** What was dropped or broken; English, for a log. The source goes on. */
  readonly onProblem: (message: string) => void;
  readonly nowMs: () => number;
  /** Scan with the extended commands of Bluetooth 5; the adapter must have them. */
  readonly extended?: boolean;
  /** How long the adapter may take to be ready. */
  readonly patienceMs?: number;
}

export interface NobleSource {
  stop(): void;
}

export type NobleStart =
  | { readonly ok: true; readonly source: NobleSource }
  /** One line for the user: why there is no Bluetooth here, and what helps. */
  | { readonly ok: false; readonly message: string };

/** What we use of noble's bindings (@abandonware/noble 1.9.2-26, lib/hci-socket/bindings.js and its peers). */
interface Bindings {
  init(): void;
  startScanning(serviceUuids: readonly string[], allowDuplicates: boolean): void;
  stopScanning(): void;
  on(event: string, listener: (...args: never[]) => void): void;
  readonly _hci?: Hci;
}

/** What we use of lib/hci-socket/hci.js. */
interface Hci {
  on(event: string, listener: (...args: never[]) => void): void;
  removeAllListeners(event: string): void;
  onSocketData(data: Buffer): void;
  processLeAdvertisingReport(count: number, data: Buffer): void;
  processLeExtendedAdvertisingReport(count: number, data: Buffer): void;
}

/**
 * Listens with noble's bindings, below its `discover`: that holds scannable adverts back until a scan response, merges what one
 * address sends into one advertisement, and keeps every address for ever. noble is an optional dependency and loaded here only.
 */
export async function startNobleSource(options: NobleOptions): Promise<NobleStart> {
  let stopped = false;
  try {
    const bindings = loadBindings(options.extended ?? false);
    if (bindings._hci) tapHci(bindings._hci, options);
    else tapDiscover(bindings, options);
    const state = await firstState(bindings, options.patienceMs ?? 10_000);
    if (state !== 'poweredOn') return { ok: false, message: whyNot(state) };
    const scan = () => {
      if (!stopped) bindings.startScanning([], true);
    };
    bindings.on('stateChange', (next: string) => {
      if (next === 'poweredOn') scan();
      else options.onProblem(whyNot(next));
    });
    // another program may end our scan; the pause keeps two such programs from chasing each other
    bindings.on('scanStop', () => setTimeout(scan, 1000).unref());
    scan();
    const stop = () => {
      stopped = true;
      bindings.stopScanning();
    };
    return { ok: true, source: { stop } };
  } catch (error) {
    return { ok: false, message: whyNot((error as Error).message) };
  }
}

function loadBindings(extended: boolean): Bindings {
  const require = createRequire(import.meta.url);
  const resolveBindings: (
    options: object,
  ) => Bindings = require('@abandonware/noble/lib/resolve-bindings.js');
  return resolveBindings({ extended });
}

/** The first state that noble tells after its start; `timeout` where it tells none. Throws what noble's start throws. */
function firstState(bindings: Bindings, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('timeout'), patienceMs);
    bindings.on('stateChange', (state: string) => {
      clearTimeout(timer);
      resolve(state);
    });
    try {
      bindings.init();
    } catch (error) {
      clearTimeout(timer);
      reject(error);
    }
  });
}

/** Takes the reports from noble's HCI parser and keeps them from its gap, which holds back, merges and remembers. */
function tapHci(hci: Hci, { onAdvert, onProblem, nowMs }: NobleOptions): void {
  const give = guarded(onAdvert);
  hci.removeAllListeners('leAdvertisingReport');
  hci.removeAllListeners('leExtendedAdvertisingReport');

  let reports = 0;
  hci.on(
    'leAdvertisingReport',
    (_status: number, type: number, address: string, _addressType: string, data: Buffer, rssiDbm: number) => {
      reports++;
      give({
        atMs: nowMs(),
        address,
        rssiDbm,
        payload: { kind: 'ad-structures', bytes: data },
        ...(type === SCAN_RESPONSE && { scanResponse: true }),
      });
    },
  );
  const readLegacy = hci.processLeAdvertisingReport;
  hci.processLeAdvertisingReport = (count, data) => {
    const before = reports;
    readLegacy.call(hci, count, data);
    if (reports - before < count)
      onProblem(`${count - reports + before} of ${count} advertising reports broken`);
  };

  // noble gives each extended report the bytes of all reports behind it, and takes fragments for whole adverts
  const extended = createReportReader();
  hci.processLeExtendedAdvertisingReport = (count, data) => {
    const event = Buffer.concat([Uint8Array.of(LE_EXTENDED_ADVERTISING_REPORT, count), data]);
    const { reports: found, anomalies } = extended.read(event);
    for (const report of found) give(advertOfReport(report, nowMs()));
    for (const anomaly of anomalies) onProblem(anomaly);
  };

  // noble's parser throws on a packet cut short, at the socket, where nobody could catch it
  const readPacket = hci.onSocketData;
  hci.onSocketData = (data) => {
    try {
      readPacket.call(hci, data);
    } catch (error) {
      onProblem(`HCI packet of ${data.length} bytes broken: ${(error as Error).message}`);
    }
  };
}

const SCAN_RESPONSE = 0x04;

/** What macOS and Windows give: one event an advert, taken apart into its data. */
function tapDiscover(bindings: Bindings, { onAdvert, nowMs }: NobleOptions): void {
  const give = guarded(onAdvert);
  interface Advertisement {
    readonly manufacturerData?: Buffer | null;
    readonly serviceData?: readonly { readonly uuid: string; readonly data: Buffer }[];
  }
  bindings.on(
    'discover',
    (
      _id: string,
      address: string,
      _type: string,
      _connectable: boolean,
      advertisement: Advertisement,
      rssiDbm: number,
    ) => {
      const { manufacturerData: own, serviceData = [] } = advertisement;
      const bytes = adStructuresOf({
        manufacturerData: own && own.length >= 2 ? [[own.readUInt16LE(0), own.subarray(2)]] : [],
        serviceData: serviceData
          .filter(({ uuid }) => uuid.length === 4)
          .map(({ uuid, data }) => [Number.parseInt(uuid, 16), data]),
      });
      give({
        atMs: nowMs(),
        ...(address !== '' && address !== 'unknown' && { address: address.toLowerCase() }),
        rssiDbm,
        payload: { kind: 'ad-structures', bytes },
      });
    },
  );
}

/** noble takes whatever a listener throws for a broken packet; a programmer's error must be seen. */
function guarded(onAdvert: (advert: Advert) => void): (advert: Advert) => void {
  return (advert) => {
    try {
      onAdvert(advert);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  };
}

/** One line for a state of the adapter, or for what noble threw. */
function whyNot(reason: string): string {
  if (reason === 'poweredOff') return 'the Bluetooth adapter is switched off (bluetoothctl power on)';
  if (reason === 'unsupported')
    return 'the Bluetooth adapter knows no Low Energy; choose one by NOBLE_HCI_DEVICE_ID';
  if (reason === 'timeout') return 'the Bluetooth adapter does not answer';
  if (reason === 'unauthorized' || /EPERM|EACCES/.test(reason)) {
    return 'no permission for Bluetooth: run as root, or give node cap_net_raw (setcap cap_net_raw+eip)';
  }
  if (/EAFNOSUPPORT|ENODEV|No such device|LIBUSB|Unsupported platform/.test(reason)) {
    return `no Bluetooth adapter on this machine (${firstLine(reason)})`;
  }
  if (/Cannot find module.*noble/.test(reason)) {
    return 'noble is not installed: npm install --include=optional';
  }
  if (/Cannot find module|was compiled against/.test(reason)) {
    return 'the Bluetooth socket is not built: npm rebuild @abandonware/bluetooth-hci-socket';
  }
  return `Bluetooth does not start: ${firstLine(reason)}`;
}

function firstLine(text: string): string {
  return text.split('\n')[0]!;
}
