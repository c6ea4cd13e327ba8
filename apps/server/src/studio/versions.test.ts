import type { StudioDocument } from '@daoyin/protocol';
import { emptyVenue } from '@daoyin/venue';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../storage/database';
import { databasesUnderTest } from '../testing/databases';
import { publications, versions as versionRows } from './tables';
import { openVersions, type Versions } from './versions';

const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2026-11-30T01:00Z');
const named = (id: string): StudioDocument => ({
  venue: { ...emptyVenue, id },
  register: { venue: 'hall', beacons: [] },
  closures: [],
  catalogue: null,
});

describe.each(databasesUnderTest())('what is live while the clock is set, on $name', (under) => {
  let storage: OpenDatabase;
  let nowMs: number;
  let versions: Versions;
  const open = () =>
    openVersions(
      storage.database,
      named('folder'),
      () => nowMs,
      (message) => expect.fail(message),
    );
  const live = async () => (await versions.live()).document.venue.id;
  const publish = async (id: string, dueMs?: number) =>
    versions.publish({ document: named(id), author: 'a', note: '', warnings: [], dueMs });
  const states = async () => (await versions.listPublications()).map(({ state }) => state);

  beforeAll(async () => {
    storage = await openDatabase(await under.fresh());
  }, 120_000);
  afterAll(async () => {
    await storage.close();
    await under.end();
  });
  beforeEach(async () => {
    await storage.database.delete(publications);
    await storage.database.delete(versionRows);
    nowMs = START_MS;
    versions = await open();
  });

  it('what has gone live stays, also for a server that starts then, and cannot be called off', async () => {
    await publish('evening', START_MS + HOUR_MS);
    expect(await live()).toBe('folder');
    nowMs += HOUR_MS;
    expect(await live()).toBe('evening');
    for (const setTo of [nowMs - 2 * HOUR_MS, 0]) {
      nowMs = setTo;
      versions = await open();
      expect(await live()).toBe('evening');
      expect(await states()).toEqual(['live', 'past']);
      expect(await versions.nextDueMs()).toBeUndefined();
      const [newest] = await versions.listPublications();
      expect(await versions.callOff(newest!.id, 'a')).toMatchObject({ ok: false, kind: 'not-scheduled' });
    }
  });

  it('what is published by a clock that is behind is live, and stays when the time of the one before comes again', async () => {
    await publish('first');
    nowMs -= 2 * HOUR_MS;
    await publish('second');
    expect(await live()).toBe('second');
    nowMs += 3 * HOUR_MS;
    expect(await live()).toBe('second');
    expect(await states()).toEqual(['live', 'past', 'past']);
  });

  it('what came due while nobody looked is in its place: before what is published then', async () => {
    await publish('late', START_MS + 2 * HOUR_MS);
    await publish('early', START_MS + HOUR_MS);
    nowMs += 3 * HOUR_MS;
    await publish('now');
    expect(await live()).toBe('now');
    expect(await states()).toEqual(['live', 'past', 'past', 'past']);
    nowMs = START_MS;
    expect(await live()).toBe('now');
  });

  it('what is scheduled waits for its time on the clock as it is, and can be called off until then', async () => {
    await publish('evening', START_MS + HOUR_MS);
    nowMs -= HOUR_MS;
    expect(await live()).toBe('folder');
    expect(await versions.nextDueMs()).toBe(START_MS + HOUR_MS);
    const [newest] = await versions.listPublications();
    expect(await versions.callOff(newest!.id, 'a')).toMatchObject({ ok: true });
    nowMs += 3 * HOUR_MS;
    expect(await live()).toBe('folder');
    expect(await states()).toEqual(['called-off', 'live']);
  });
});
