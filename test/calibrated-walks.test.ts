import { poolScores } from '@daoyin/traces';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CalibratedCase, compareCase, hallCases, officeCases, tetamCases } from './calibrated';
import { recorded } from './recorded';

const scoreOf = (cases: readonly CalibratedCase[], estimator?: string) =>
  poolScores(cases.map((one) => compareCase(one, estimator === undefined ? {} : { estimator })));

describe.skipIf(!recorded)('a radio map learnt from walks', { timeout: 600_000 }, () => {
  it('of four walks in a real hall locates the fifth: half within 1.45 m, 95 % within 3.4 m', () => {
    const cases = tetamCases();
    const { error, coverage95 } = scoreOf(cases);
    expect(error!.median).toBeLessThan(1.45);
    expect(error!.p95).toBeLessThan(3.4);
    expect(coverage95).toBeGreaterThan(0.92);
    const centroid = scoreOf(cases, 'centroid');
    expect(error!.median).toBeLessThan(centroid.error!.median);
    expect(error!.p95).toBeLessThan(centroid.error!.p95);
  });

  it('of one power in a real office serves at the other two, 8 to 16 dB away: half within 1.9 m', () => {
    const cases = officeCases([2]);
    const { error, coverage95 } = scoreOf(cases);
    expect(error!.median).toBeLessThan(1.9);
    expect(error!.p95).toBeLessThan(4.3);
    expect(coverage95).toBeGreaterThan(0.92);
    const centroid = scoreOf(cases, 'centroid');
    expect(error!.median).toBeLessThan(centroid.error!.median);
    expect(error!.p95).toBeLessThan(centroid.error!.p95);
  });

  describe('of 40 minutes in the reference hall', () => {
    let cases: readonly CalibratedCase[];
    beforeAll(() => {
      cases = hallCases();
    }, 600_000);

    it('gains with steps: half within 0.8 m', () => {
      const { error, coverage95, lost } = scoreOf(cases.slice(0, 3));
      expect(error!.median).toBeLessThan(0.8);
      expect(error!.p95).toBeLessThan(2.2);
      expect(coverage95).toBeGreaterThan(0.92);
      expect(lost.tracks).toBe(0);
    });

    it('without steps loses nobody who has passed a lift', () => {
      expect(poolScores([compareCase(cases[4]!, { steps: false })]).lost.tracks).toBe(0);
    });
  });
});
