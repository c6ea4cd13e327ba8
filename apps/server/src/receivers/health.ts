import type { BeaconTelemetry } from '@daoyin/beacon-ingest';

/** What was heard of one beacon by one receiver. */
export interface HeardBy {
  lastHeardMs: number;
  rssiDbm: number;
  /** Mean time between its adverts there; gaps of 5 s and more left out. */
  intervalMs: number | undefined;
  heard: number;
}

export interface BeaconRecord {
  readonly beaconId: string;
  readonly by: Map<string, HeardBy>;
  telemetry: BeaconTelemetry | undefined;
}

/** The beacons' health in memory. It holds no more than the register's beacons times the receivers; nothing of visitors. */
export interface HealthBook {
  heard(beaconId: string, receiver: string, atMs: number, rssiDbm: number): void;
  /** Telemetry names no beacon: it is joined by the address that a beacon's other adverts came from. */
  telemetry(beaconId: string, telemetry: BeaconTelemetry): void;
  /** What changed since it was last asked. */
  takeChanged(): readonly BeaconRecord[];
  /** What could not be written is changed still. */
  putBack(records: readonly BeaconRecord[]): void;
  get(beaconId: string): BeaconRecord | undefined;
}

const LONGEST_GAP_MS = 5000;
const INTERVAL_WEIGHT = 0.05;
const LEVEL_WEIGHT = 0.1;
const MOST_RECEIVERS = 64;

export function openHealthBook(): HealthBook {
  const beacons = new Map<string, BeaconRecord>();
  const changed = new Set<BeaconRecord>();
  const recordOf = (beaconId: string): BeaconRecord => {
    const known = beacons.get(beaconId);
    if (known) return known;
    const fresh: BeaconRecord = { beaconId, by: new Map(), telemetry: undefined };
    beacons.set(beaconId, fresh);
    return fresh;
  };
  return {
    heard(beaconId, receiver, atMs, rssiDbm) {
      const record = recordOf(beaconId);
      changed.add(record);
      const entry = record.by.get(receiver);
      if (entry) update(entry, atMs, rssiDbm);
      else if (record.by.size < MOST_RECEIVERS)
        record.by.set(receiver, { lastHeardMs: atMs, rssiDbm, intervalMs: undefined, heard: 1 });
    },
    telemetry(beaconId, telemetry) {
      const record = recordOf(beaconId);
      record.telemetry = telemetry;
      changed.add(record);
    },
    takeChanged() {
      const records = [...changed];
      changed.clear();
      return records;
    },
    putBack(records) {
      for (const record of records) changed.add(record);
    },
    get: (beaconId) => beacons.get(beaconId),
  };
}

function update(entry: HeardBy, atMs: number, rssiDbm: number): void {
  const gap = atMs - entry.lastHeardMs;
  entry.heard++;
  entry.rssiDbm += LEVEL_WEIGHT * (rssiDbm - entry.rssiDbm);
  if (gap <= 0) return;
  if (gap < LONGEST_GAP_MS) {
    const mean = entry.intervalMs ?? gap;
    entry.intervalMs = mean + INTERVAL_WEIGHT * (gap - mean);
  }
  entry.lastHeardMs = atMs;
}
