import type { Advert } from '../types';
import type { HciPacket } from './framer';
import { type AdvertisingReport, createReportReader, LE_META_EVENT } from './reports';

export interface AdvertsOfPacket {
  readonly adverts: readonly Advert[];
  /** What was wrong with the packet; English, for logs. */
  readonly anomalies: readonly string[];
}

/** Takes HCI packets and gives the adverts in them; packets of other kinds give none. Never throws. */
export interface AdvertReader {
  read(packet: HciPacket, atMs: number): AdvertsOfPacket;
}

const NONE: AdvertsOfPacket = { adverts: [], anomalies: [] };

export function createAdvertReader(): AdvertReader {
  const reader = createReportReader();
  return {
    read({ kind, bytes }, atMs) {
      if (kind === 'discarded') {
        return { adverts: [], anomalies: [`${bytes.length} bytes that begin no HCI packet`] };
      }
      if (kind !== 'event' || bytes[1] !== LE_META_EVENT) return NONE;
      const end = 3 + (bytes[2] ?? 0);
      if (end > bytes.length) return { adverts: [], anomalies: ['HCI event breaks off'] };
      const { reports, anomalies } = reader.read(bytes.subarray(3, end));
      return { adverts: reports.map((report) => advertOfReport(report, atMs)), anomalies };
    },
  };
}

/** An advertising report as an advert heard at `atMs`. */
export function advertOfReport(report: AdvertisingReport, atMs: number): Advert {
  return {
    atMs,
    ...(report.addressType !== 'anonymous' && { address: report.address }),
    rssiDbm: report.rssiDbm,
    payload: { kind: 'ad-structures', bytes: report.data },
    ...(report.scanResponse && { scanResponse: true }),
  };
}
