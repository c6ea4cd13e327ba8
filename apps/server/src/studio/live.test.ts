import { emptyVenue } from '@daoyin/venue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openLive } from './live';
import type { LiveVersion } from './versions';

const HOUR_MS = 3_600_000;
const named = (versionId: number): LiveVersion => ({
  versionId,
  kind: 'publish',
  document: {
    venue: { ...emptyVenue, id: `version-${versionId}` },
    register: { venue: 'hall', beacons: [] },
    closures: [],
    catalogue: null,
  },
});

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

it.each([
  ['goes as it should', 0],
  ['is set ahead half an hour before', HOUR_MS / 3],
  ['is set back half an hour before', -HOUR_MS / 3],
])('what is scheduled is live within ten seconds of its time where the clock %s', async (_what, stepMs) => {
  let nowMs = 0;
  const dueMs = 5 * HOUR_MS;
  const lookedMs: number[] = [];
  const live = await openLive({
    versions: {
      live: async () => {
        lookedMs.push(nowMs);
        return named(nowMs >= dueMs ? 2 : 1);
      },
      nextDueMs: async () => (nowMs >= dueMs ? undefined : dueMs),
    },
    news: { onNews: () => () => undefined, close: async () => undefined },
    given: { version: 'v0', venue: emptyVenue, register: { venue: 'hall', beacons: [] }, services: null },
    withHours: (bundle) => bundle,
    nowMs: () => nowMs,
    warn: () => undefined,
  });
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 1_000) {
      nowMs += 1_000;
      await vi.advanceTimersByTimeAsync(1_000);
    }
  };
  await vi.waitFor(() => expect(lookedMs).toHaveLength(2));
  await pass(4.5 * HOUR_MS);
  nowMs += stepMs;
  await pass(HOUR_MS / 2 - stepMs + 15_000);
  await vi.waitFor(() => expect(live.bundle().venue.id).toBe('version-2'));
  expect(lookedMs).toHaveLength(3); // it looks at the clock, not at the database
  expect(lookedMs[2]! - dueMs).toBeLessThanOrEqual(10_000);
  await live.close();
});
