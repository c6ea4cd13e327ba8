import { describe, expect, it } from 'vitest';
import { Information } from './information';
import { learnt } from './shared-states';
import { AMPLITUDE, BIAS, GAIN, PER_KNOT, SCALE, SHARED } from './window';

const SIZE = SHARED + 3 * PER_KNOT;

/** A window of three knots in which every state is known, and the knots' places tell of scale and gain. */
function fitted(): Information {
  const normal = new Information(SIZE);
  for (let s = 0; s < SIZE; s++) normal.addPrecision(s, 4);
  for (let k = 0; k < 3; k++) {
    const at = SHARED + PER_KNOT * k;
    normal.addFactor(Int32Array.of(SCALE, at), Float64Array.of(2, 1), 2, 0, 0.1);
    normal.addFactor(Int32Array.of(GAIN, at + 1), Float64Array.of(1, 1), 2, 0, 0.5);
  }
  return normal;
}

function sdOf(prior: Information, state: number): number {
  const unit = new Information(SIZE);
  unit.matrix.set(prior.matrix);
  for (let s = SHARED; s < SIZE; s++) if (unit.matrix[s * SIZE + s] === 0) unit.addPrecision(s, 1);
  unit.vector[state] = 1;
  const column = new Float64Array(SIZE);
  unit.solve(column, SIZE);
  return Math.sqrt(column[state]!);
}

describe('what is learnt on one level', () => {
  it('is known on the next as well as before, where a ride does not pull it', () => {
    const normal = fitted();
    const before = sdOf(normal, SCALE);
    const prior = new Information(SIZE);
    learnt(normal, SIZE, prior);
    expect(sdOf(prior, SCALE)).toBeCloseTo(before, 4);
  });

  it('is known less well where a ride may have pulled it', () => {
    const normal = fitted();
    const prior = new Information(SIZE);
    learnt(normal, SIZE, prior);
    for (const state of [GAIN, BIAS, AMPLITUDE])
      expect(sdOf(prior, state)).toBeGreaterThan(sdOf(normal, state));
    expect(sdOf(prior, GAIN)).toBeGreaterThan(3);
  });

  it('says nothing of the places', () => {
    const prior = new Information(SIZE);
    learnt(fitted(), SIZE, prior);
    for (let s = SHARED; s < SIZE; s++) expect(prior.matrix[s * SIZE + s]).toBe(0);
  });
});
