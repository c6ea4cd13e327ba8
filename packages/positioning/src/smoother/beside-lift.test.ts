import { expect, test } from 'vitest';
import { indexBeacons } from '../beacon-index';
import { driveEngine } from '../engine';
import { pathLossModel } from '../radio-model';
import type { Observation } from '../types';
import type { Landings } from './landings';
import { smootherEngine } from './smoother-engine';

const PLACES = [0, 6, 12, 18, 24, 30, 36].flatMap((x) => [0, 6, 12, 18, 24].map((y) => ({ x, y })));
const index = indexBeacons({
  venue: 'test',
  beacons: [...PLACES.map((at) => ({ ...at, level: '1F' })), { x: 0, y: 300, level: '2F' }].map((at, i) => ({
    id: `b${i}`,
    at,
    height: 3,
    measuredPowerDbm: -59,
    status: 'active' as const,
  })),
});
const model = pathLossModel(index);
const STOPS_MS = 10_000;
const STOPS_AT = { x: 10, y: 12 };
/** Where the steel of the lift's car lets the walker seem to be. */
const SEEMS_AT = { x: 26, y: 12 };
const BESIDE_A_LIFT: Landings = (x, y) => ({ x, y, sd: 1, away: Math.hypot(x - STOPS_AT.x, y - STOPS_AT.y) });
const NO_CONNECTOR: Landings = () => undefined;

test('who stands in a lift is left there, whatever its steel makes of the beacons, and elsewhere is looked for', () => {
  expect(metresOff(BESIDE_A_LIFT)).toBeLessThan(4);
  expect(metresOff(NO_CONNECTOR)).toBeGreaterThan(5);
});

/** How far from where the walker stopped the track is after 14 s of standing there. */
function metresOff(landings: Landings): number {
  const estimator = driveEngine(index, () => smootherEngine(index, model, () => undefined, landings));
  for (const observation of observations(STOPS_MS + 14_000)) estimator.observe(observation);
  const { x, y } = estimator.positionAt(STOPS_MS + 14_000)!;
  return Math.hypot(x - STOPS_AT.x, y - STOPS_AT.y);
}

/** A walk of 6 m along y = 12 with steps, then none; what is heard of the beacons five times a second. */
function observations(untilMs: number): readonly Observation[] {
  const observed: Observation[] = [];
  for (let atMs = 100; atMs <= untilMs; atMs += 100) {
    const walks = atMs <= STOPS_MS;
    const at = walks ? { x: STOPS_AT.x - 6 * (1 - atMs / STOPS_MS), y: STOPS_AT.y } : SEEMS_AT;
    if (walks && atMs % 1000 === 0) observed.push({ kind: 'step', atMs, length: 0.6, heading: 0 });
    if (atMs % 200 !== 0) continue;
    for (let beacon = 0; beacon < PLACES.length; beacon++) {
      const rssiDbm = Math.round(model.expectedDbm(beacon, at.x, at.y, 0));
      if (rssiDbm > -92) observed.push({ kind: 'reading', atMs, beaconId: `b${beacon}`, rssiDbm });
    }
  }
  return observed;
}
