import { beaconEvidence } from '@daoyin/protocol';
import type { Beacon } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { createGuideEngine } from './engine';
import type { GuideReport } from './messages';

/** A passage of 150 m with a beacon every 6 m on either side, below the ceiling. */
const beacons = Array.from(
  { length: 52 },
  (_, i): Beacon => ({
    ...{ id: `B${i}`, height: 3, measuredPowerDbm: -59, status: 'active' },
    at: { x: 6 * (i >> 1), y: i % 2 ? 6 : 0, level: '1F' },
  }),
);
const register = { venue: 'passage', beacons };
const SECONDS = 150;

/** What a phone hears that is carried along the passage at 1 m/s; beacon B6 is dead. */
const lines = Array.from({ length: 3 * SECONDS }, (_, i) => i / 3).flatMap((x) =>
  beacons.flatMap(({ id, at }) => {
    const rssiDbm = Math.round(-59 - 25 * Math.log10(Math.hypot(at!.x - x, at!.y - 3, 1.8)));
    return id === 'B6' || rssiDbm < -92 ? [] : [{ atMs: Math.round(1000 * x), beacon: id, rssiDbm }];
  }),
);

function toldOn(witness: boolean) {
  const reports: GuideReport[] = [];
  const engine = createGuideEngine((report) => reports.push(report));
  engine({ type: 'open', venue: undefined, register, seed: 1, witness });
  engine({ type: 'lines', lines });
  for (let id = 0; id < 80; id++) engine({ type: 'evidence', id, draw: (0.37 * id) % 1 });
  return reports.flatMap((report) =>
    report.type === 'evidence' && report.evidence ? [report.evidence] : [],
  );
}

describe('what a walk on this device says of the beacons', () => {
  const told = toldOn(true);

  it('is evidence as the server takes it, each beacon once: nothing in it that a place could be', () => {
    for (const evidence of told) expect(beaconEvidence.safeParse(evidence).success).toBe(true);
    expect(new Set(told.map(({ beaconId }) => beaconId)).size).toBe(told.length);
    expect(told.length).toBeGreaterThan(15);
  });

  it('knows a silent beacon from those that are well', () => {
    const silent = told.filter(({ heard }) => heard === 0).map(({ beaconId }) => beaconId);
    expect(silent).toEqual(['B6']);
  });

  it('leaves out every beacon that is still about: where the walker is cannot be told', () => {
    const last = Math.max(...told.map(({ beaconId }) => beacons.find(({ id }) => id === beaconId)!.at!.x));
    expect(last).toBeLessThan(SECONDS - 60);
  });

  it('is nothing where nobody asked to listen', () => {
    expect(toldOn(false)).toEqual([]);
  });
});
