import { normal, seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { indexBeacons } from '../beacon-index';
import { driveEngine } from '../engine';
import { pathLossModel } from '../radio-model';
import { fitsHistogram, histogramEngine } from './histogram-engine';
import { latticeOf } from './lattice';
import { HistogramMotion, MODES } from './motion';

const beacons = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => ({
  id: `B${i}`,
  at: { x: 7 * (i % 3), y: 7 * Math.floor(i / 3), level: '1F' },
  height: 3,
  measuredPowerDbm: -59,
  status: 'active' as const,
}));
const index = indexBeacons({ venue: 'test', beacons });
const model = pathLossModel(index);

/** Errors in metres once a second of somebody who stands, then walks 10 m at 1 m/s; a receiver weaker by `gainDb`. */
function locate(gainDb: number, seed = 1) {
  const random = seededRandom(seed);
  const estimator = driveEngine(index, () => histogramEngine(index, model));
  const errors: { error: number; accuracy95: number }[] = [];
  for (let atMs = 0; atMs <= 30_000; atMs += 100) {
    const [x, y] = [2 + Math.min(10, Math.max(0, atMs / 1000 - 15)), 5];
    beacons.forEach(({ id }, i) => {
      if ((atMs / 100 + i) % 4 !== 0) return;
      const rssiDbm = Math.round(model.expectedDbm(i, x, y, 0) + gainDb + 4 * normal(random));
      estimator.observe({ kind: 'reading', atMs, beaconId: id, rssiDbm });
    });
    const position = atMs % 1000 === 0 ? estimator.positionAt(atMs) : undefined;
    if (position) {
      const error = Math.hypot(position.x - x, position.y - y);
      errors.push({ error, accuracy95: position.accuracy95 });
      const [xx, xy, yy] = position.covariance;
      expect(xx * yy - xy * xy).toBeGreaterThan(0);
    }
  }
  return { errors, estimator };
}

describe('the histogram', () => {
  it.each([0, -15, 12])('finds who stands and walks, whatever the receiver’s gain: %d dB', (gainDb) => {
    const { errors } = locate(gainDb);
    const sorted = errors.map(({ error }) => error).sort((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThan(1.5);
    expect(sorted.at(-3)).toBeLessThan(3.5);
    expect(errors.filter(({ error, accuracy95 }) => error <= accuracy95).length).toBeGreaterThan(25);
  });

  it('says by how much each beacon heard is off at the estimate, the receiver’s gain taken out', () => {
    const { residuals } = locate(-15).estimator.debug!();
    expect(residuals).toHaveLength(beacons.length);
    for (const { residualDb } of residuals) expect(Math.abs(residualDb)).toBeLessThan(9);
  });

  it('gives the same for the same input', () => {
    expect(locate(-5).errors).toEqual(locate(-5).errors);
  });

  it('says nothing before anybody is heard, and nothing long after', () => {
    const quiet = driveEngine(index, () => histogramEngine(index, model));
    expect(quiet.positionAt(5000)).toBeUndefined();
    expect(locate(0).estimator.positionAt(60_000)).toBeUndefined();
  });

  it('is not for a hall of a thousand square metres and many more', () => {
    const far = { ...beacons[0]!, id: 'far', at: { x: 90, y: 50, level: '1F' } };
    expect(fitsHistogram(index)).toBe(true);
    expect(fitsHistogram(indexBeacons({ venue: 'test', beacons: [...beacons, far] }))).toBe(false);
  });
});

describe('its motion', () => {
  it('loses nobody, and carries who walks east to the east', () => {
    const lattice = latticeOf(index, 0)!;
    const cells = lattice.columns * lattice.rows;
    const weights = new Float64Array(MODES * cells);
    const start = 12 * lattice.columns + 10;
    weights[cells + start] = 1; // mode 1 walks east
    const motion = new HistogramMotion(lattice);
    for (let i = 0; i < 4; i++) motion.advance(weights, 0.5);
    let [total, column] = [0, 0];
    weights.forEach((weight, at) => {
      total += weight;
      column += weight * ((at % cells) % lattice.columns);
    });
    expect(total).toBeCloseTo(1, 6);
    expect((column - 10) * lattice.cell).toBeGreaterThan(0.8);
  });
});
