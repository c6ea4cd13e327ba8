import type { SmoothedLevel } from './smoothing';
import type { BeaconTelemetry, DecodedFrame } from './types';

/** What traffic tells of one beacon. A plain iBeacon reports no battery: its health is what is heard of it. */
export interface BeaconHealth {
  readonly beaconId: string;
  readonly lastHeardMs: number;
  readonly readings: number;
  readonly level: SmoothedLevel;
  /** Mean time between readings while it was heard (gaps of 5 s and more left out); absent before the second. */
  readonly intervalMs?: number;
  /** The last Eddystone-TLM frame from its address, and when it came. */
  readonly telemetry?: Extract<DecodedFrame, { type: 'eddystone-tlm' }> & { readonly atMs: number };
}

/** Collects health per beacon. Addresses that rotate are forgotten, the least recently heard first. */
export interface HealthLog {
  heard(beaconId: string, atMs: number, level: SmoothedLevel, address?: string): void;
  telemetry(telemetry: BeaconTelemetry): void;
  /** By beacon id, all that were ever heard. */
  beacons(): readonly BeaconHealth[];
}

interface Entry {
  lastHeardMs: number;
  readings: number;
  level: SmoothedLevel;
  intervalMs?: number;
  address?: string;
}

const MAX_GAP_MS = 5000;
/** Weight of a new gap in the mean interval. */
const INTERVAL_WEIGHT = 0.05;

export function createHealthLog(maxAddresses = 4096): HealthLog {
  const entries = new Map<string, Entry>();
  const telemetries = new Map<string, BeaconTelemetry>();
  return {
    heard(beaconId, atMs, level, address) {
      const entry = entries.get(beaconId);
      if (entry) update(entry, atMs, level);
      else entries.set(beaconId, { lastHeardMs: atMs, readings: 1, level });
      if (address !== undefined) entries.get(beaconId)!.address = address;
    },
    telemetry(telemetry) {
      if (telemetry.address === undefined) return;
      telemetries.delete(telemetry.address);
      telemetries.set(telemetry.address, telemetry);
      if (telemetries.size > maxAddresses) telemetries.delete(telemetries.keys().next().value as string);
    },
    beacons: () =>
      [...entries].map(([beaconId, entry]) =>
        healthOf(beaconId, entry, telemetries.get(entry.address ?? '')),
      ),
  };
}

function update(entry: Entry, atMs: number, level: SmoothedLevel): void {
  const gap = atMs - entry.lastHeardMs;
  if (gap > 0 && gap < MAX_GAP_MS) {
    const mean = entry.intervalMs ?? gap;
    entry.intervalMs = mean + INTERVAL_WEIGHT * (gap - mean);
  }
  entry.lastHeardMs = atMs;
  entry.readings++;
  entry.level = level;
}

function healthOf(beaconId: string, entry: Entry, telemetry: BeaconTelemetry | undefined): BeaconHealth {
  const { lastHeardMs, readings, level, intervalMs } = entry;
  return {
    beaconId,
    lastHeardMs,
    readings,
    level,
    ...(intervalMs !== undefined && { intervalMs }),
    ...(telemetry && { telemetry: { ...telemetry.frame, atMs: telemetry.atMs } }),
  };
}
