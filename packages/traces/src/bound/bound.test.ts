import { decodeReading, startChain } from '@daoyin/beacon-ingest';
import { estimatorNames } from '@daoyin/positioning';
import { describe, expect, it } from 'vitest';
import { compareWalk } from '../score/compare';
import { testHall, testRegister } from '../simulate/hall.test-support';
import { simulateWalk } from '../simulate/simulate';
import { positioningBound } from './bound';
import { boundSpread } from './bound-spread';

const venue = testHall();
/** Every second beacon, so that the matrices stay small. */
const register = { venue: 'test', beacons: testRegister().beacons.filter((_, i) => i % 2 === 0) };
const walks = [1, 3].map((seed) => simulateWalk({ venue, register, seed, minutes: 0.6 }));

type Options = Partial<Parameters<typeof positioningBound>[0]>;

function rmsOf(options: Options = {}): number {
  const points = walks.flatMap(({ truth }) =>
    positioningBound({ truth, register, venue, steps: false, ...options }).slice(2),
  );
  return boundSpread(points)!.rms;
}

describe('the bound', () => {
  it('has one covariance for each second after the first, symmetric and positive definite', () => {
    const points = positioningBound({ truth: walks[0]!.truth, register, venue, steps: true });
    expect(points.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 36 }, (_, i) => 1000 * (i + 1)));
    for (const {
      covariance: [xx, xy, yy],
    } of points) {
      expect(xx).toBeGreaterThan(0);
      expect(xx * yy - xy * xy).toBeGreaterThan(0);
    }
  });

  it('falls with every beacon more, second by second', () => {
    const silent = new Set(register.beacons.filter((_, i) => i % 3 > 0).map(({ id }) => id));
    const all = positioningBound({ truth: walks[0]!.truth, register, venue, steps: false });
    const third = positioningBound({ truth: walks[0]!.truth, register, venue, steps: false, silent });
    for (const [
      i,
      {
        covariance: [xx, , yy],
      },
    ] of all.entries()) {
      const [fewerXx, , fewerYy] = third[i]!.covariance;
      expect(xx + yy).toBeLessThan(fewerXx + fewerYy);
    }
    expect(rmsOf({ silent })).toBeGreaterThan(1.3 * rmsOf());
  });

  it('is never raised by steps, second by second, and gains much from them', () => {
    for (const { truth } of walks) {
      const [radio, steps] = [false, true].map((with_) =>
        positioningBound({ truth, register, venue, steps: with_ }),
      );
      for (const [
        i,
        {
          covariance: [xx, , yy],
        },
      ] of steps!.entries()) {
        const [radioXx, , radioYy] = radio![i]!.covariance;
        expect(xx + yy).toBeLessThan((radioXx + radioYy) * (1 + 1e-9));
      }
    }
    expect(rmsOf({ steps: true })).toBeLessThan(0.85 * rmsOf());
  });

  it('rises with rarer adverts and a deaf phone', () => {
    const reference = rmsOf();
    for (const variant of [{ intervalMs: 1000 }, { phoneGainDb: -15 }]) {
      expect(rmsOf({ variant }), JSON.stringify(variant)).toBeGreaterThan(reference);
    }
  });

  it('does not fall while the walker stands as if shadowing were new each second', () => {
    const truth = Array.from({ length: 61 }, (_, i) => ({ atMs: 1000 * i, x: 31, y: 17, level: '1F' }));
    const points = positioningBound({ truth, register, venue, steps: true });
    const rms = (i: number) => boundSpread([points[i]!])!.rms;
    expect(rms(59)).toBeLessThan(rms(1));
    expect(rms(59)).toBeGreaterThan(0.6 * rms(1)); // white noise would give 1/√60
  });

  it('is below what every estimator reaches, with and without steps', () => {
    for (const steps of [true, false]) {
      const bound = rmsOf({ steps });
      for (const estimator of estimatorNames) {
        const errors = walks.flatMap(({ lines, truth }) => {
          const chain = startChain({ register, venue, estimator, seed: 1, everyMs: 1000 });
          const events = lines
            .filter((line) => steps || !('step' in line))
            .flatMap((line) => {
              const decoded = decodeReading({ ...line });
              return decoded.ok ? chain.push(decoded.input) : [];
            });
          const positions = events.flatMap((event) => (event.kind === 'position' ? [event.position] : []));
          return compareWalk(truth, positions).scored.map(({ error }) => error);
        });
        const rms = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
        expect(rms, estimator).toBeGreaterThan(bound);
      }
    }
  });
});
