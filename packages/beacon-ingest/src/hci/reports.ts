import { addressAt, int8At, uint16LittleAt } from '../bytes';

/** One advertising report of a Bluetooth controller. */
export interface AdvertisingReport {
  readonly address: string;
  readonly addressType: 'public' | 'random' | 'anonymous';
  /** 127 = not available. */
  readonly rssiDbm: number;
  /** AD structures. */
  readonly data: Uint8Array;
  readonly scanResponse: boolean;
  /** From an extended report only; absent where the controller does not know it (127). */
  readonly txPowerDbm?: number;
}

export interface ReportsOfEvent {
  readonly reports: readonly AdvertisingReport[];
  readonly anomalies: readonly string[];
}

export const LE_META_EVENT = 0x3e;
const LE_ADVERTISING_REPORT = 0x02;
export const LE_EXTENDED_ADVERTISING_REPORT = 0x0d;

const SCAN_RESPONSE = 0x04;
const EXTENDED_HEADER = 24;
const LEGACY_HEADER = 9;
/** Longest advertising data over all fragments (Core 5.4, Vol 4, Part E, 7.8.54). */
const MAX_ADVERTISING_DATA = 1650;
const MAX_UNFINISHED = 64;

/**
 * Reads LE Advertising Report events (Core 5.4, Vol 4, Part E, 7.7.65.2 and .13). It remembers the fragments of extended
 * adverts until the last has come, at most 64 senders at a time.
 */
export interface ReportReader {
  /** `event` begins with the subevent code: the parameters of an LE Meta event. Never throws. */
  read(event: Uint8Array): ReportsOfEvent;
}

export function createReportReader(): ReportReader {
  const unfinished = new Map<string, Uint8Array>();
  return {
    read(event) {
      const reports: AdvertisingReport[] = [];
      const anomalies: string[] = [];
      if (event[0] === LE_ADVERTISING_REPORT) readLegacy(event, reports, anomalies);
      else if (event[0] === LE_EXTENDED_ADVERTISING_REPORT)
        readExtended(event, reports, anomalies, unfinished);
      return { reports, anomalies };
    },
  };
}

/** Event type, address type, address 6, length, data, RSSI: each report whole before the next. */
function readLegacy(event: Uint8Array, reports: AdvertisingReport[], anomalies: string[]): void {
  const count = event[1] ?? 0;
  for (let i = 0, at = 2; i < count; i++) {
    const length = event[at + 8];
    const end = at + LEGACY_HEADER + (length ?? 0) + 1;
    if (length === undefined || end > event.length) {
      anomalies.push(cut(i, count, event.length));
      return;
    }
    reports.push({
      address: addressAt(event, at + 2),
      addressType: addressType(event[at + 1] as number),
      rssiDbm: int8At(event, end - 1),
      data: event.subarray(at + LEGACY_HEADER, end - 1),
      scanResponse: event[at] === SCAN_RESPONSE,
    });
    at = end;
  }
}

function readExtended(
  event: Uint8Array,
  reports: AdvertisingReport[],
  anomalies: string[],
  unfinished: Map<string, Uint8Array>,
): void {
  const count = event[1] ?? 0;
  for (let i = 0, at = 2; i < count; i++) {
    const length = event[at + EXTENDED_HEADER - 1];
    const end = at + EXTENDED_HEADER + (length ?? 0);
    if (length === undefined || end > event.length) {
      anomalies.push(cut(i, count, event.length));
      return;
    }
    const report = extendedReport(event, at, end);
    const whole = joined(report, uint16LittleAt(event, at), event[at + 11] as number, unfinished, anomalies);
    if (whole) reports.push(whole);
    at = end;
  }
}

/** Event type 2, address type, address 6, PHYs 2, SID, tx power, RSSI, interval 2, direct address 7, length, data. */
function extendedReport(event: Uint8Array, at: number, end: number): AdvertisingReport {
  const txPowerDbm = int8At(event, at + 12);
  return {
    address: addressAt(event, at + 3),
    addressType: addressType(event[at + 2] as number),
    rssiDbm: int8At(event, at + 13),
    data: event.subarray(at + EXTENDED_HEADER, end),
    scanResponse: (uint16LittleAt(event, at) & 0x0008) !== 0,
    ...(txPowerDbm !== 127 && { txPowerDbm }),
  };
}

/** Puts fragments together: data status in bits 5 and 6 is 0 complete, 1 more to come, 2 truncated for good. */
function joined(
  report: AdvertisingReport,
  eventType: number,
  setId: number,
  unfinished: Map<string, Uint8Array>,
  anomalies: string[],
): AdvertisingReport | undefined {
  const status = (eventType >> 5) & 0b11;
  const key = `${report.address}/${setId}/${report.scanResponse}`;
  const before = unfinished.get(key);
  if (!before && status === 0) return report;
  const data = before ? concatenated(before, report.data) : report.data.slice();
  unfinished.delete(key);
  if (status === 1 && data.length <= MAX_ADVERTISING_DATA) {
    if (unfinished.size >= MAX_UNFINISHED) {
      unfinished.delete(unfinished.keys().next().value as string);
      anomalies.push('extended advert left unfinished');
    }
    unfinished.set(key, data);
    return undefined;
  }
  if (status !== 0)
    anomalies.push(`extended advert of ${report.address} truncated after ${data.length} bytes`);
  return { ...report, data };
}

function concatenated(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function addressType(code: number): AdvertisingReport['addressType'] {
  if (code === 0xff) return 'anonymous';
  return code === 0x01 || code === 0x03 ? 'random' : 'public';
}

function cut(index: number, count: number, length: number): string {
  return `advertising report ${index + 1} of ${count} runs past the end of its event of ${length} bytes`;
}
