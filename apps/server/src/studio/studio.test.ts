import { randomUUID } from 'node:crypto';
import type { CheckView, DraftView, ServerEvent, StudioDocument, StudioEvent } from '@daoyin/protocol';
import { patchBetween, placeBeacon, readVenue, setBeacons } from '@daoyin/venue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { idOf, tinyArchive, tinyRegister } from '../../../../packages/venue/src/tiny-archive.test-support';
import { databasesUnderTest } from '../testing/databases';
import { startTestServer, type TestServer } from '../testing/hall';

const PASSWORD = 'a long enough password';
const read = readVenue(tinyArchive());
if (!read.ok) throw new Error('the tiny archive is broken');
const bundle = { version: 'v1', venue: read.venue, register: tinyRegister(), services: null };

interface Person {
  readonly cookie: string;
  readonly 'x-csrf-token': string;
}

describe.each(databasesUnderTest())('the studio on $name', (under) => {
  let server: TestServer;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    const place = await under.fresh();
    const env = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
    server = await startTestServer({ env, bundle });
    await ask('POST', '/api/staff/first-admin', {
      token: server.invitation!,
      name: 'root',
      password: PASSWORD,
    });
    people.set('root', await enter('root'));
    for (const role of ['viewer', 'editor', 'publisher']) {
      await ask('POST', '/api/staff/accounts', { name: role, role, password: PASSWORD }, 'root');
      people.set(role, await enter(role));
    }
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await under.end();
  });

  const ask = (method: string, path: string, body?: unknown, who?: string) =>
    fetch(server.at + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(who && people.get(who)),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
  const enter = async (name: string): Promise<Person> => {
    const entered = await ask('POST', '/api/staff/session', { name, password: PASSWORD });
    const { csrfToken } = (await entered.json()) as { csrfToken: string };
    return { cookie: entered.headers.get('set-cookie')!.split(';')[0]!, 'x-csrf-token': csrfToken };
  };
  const draft = async () =>
    (await (await ask('GET', '/api/studio/draft', undefined, 'viewer')).json()) as DraftView;
  const edit = async (
    change: (document: StudioDocument) => StudioDocument,
    who = 'editor',
    messageId: string = randomUUID(),
  ) => {
    const { revision: base, document } = await draft();
    return ask(
      'POST',
      '/api/studio/draft/steps',
      { messageId, base, patch: patchBetween(document, change(document)) },
      who,
    );
  };
  const check = async () =>
    (await (await ask('GET', '/api/studio/check', undefined, 'viewer')).json()) as CheckView;
  const publish = async (more: object = {}, who = 'publisher') =>
    ask('POST', '/api/studio/publish', { revision: (await draft()).revision, note: 'test', ...more }, who);
  const liveBeacons = async () => {
    const hall = (await (await ask('GET', '/api/venue')).json()) as typeof bundle;
    return hall.register.beacons.map(({ id, note }) => (note ? `${id} ${note}` : id));
  };

  it('a stranger is sent to sign in, a viewer may look and gets a problem document for an edit', async () => {
    expect((await ask('GET', '/api/studio/draft')).status).toBe(401);
    expect((await draft()).document.venue.windows).toHaveLength(3);
    const refused = await edit(placeBeacon('B9', { x: 1, y: 1, level: '1F' }), 'viewer');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([403, 'application/problem+json']);
    expect((await publish({}, 'editor')).status).toBe(403);
  });

  it('an edit goes on top of the newest only; sent twice it is taken once; nonsense is refused with its reason', async () => {
    const before = await draft();
    const id = randomUUID();
    const first = await edit(setBeacons(['B1'], { note: 'column' }), 'editor', id);
    expect(await first.json()).toEqual({ revision: before.revision + 1 });
    const again = await edit(setBeacons(['B1'], { note: 'other' }), 'editor', id);
    expect(await again.json()).toEqual({ revision: before.revision + 1 });
    const patch = [{ collection: 'beacons', key: 'B1', set: { note: 'late' }, unset: [] }];
    const late = await ask(
      'POST',
      '/api/studio/draft/steps',
      { messageId: randomUUID(), base: before.revision, patch },
      'editor',
    );
    expect(late.status).toBe(409);
    const steps = await (
      await ask('GET', `/api/studio/draft/steps?after=${before.revision}`, undefined, 'viewer')
    ).json();
    expect(steps).toEqual([
      expect.objectContaining({
        author: 'editor',
        patch: [expect.objectContaining({ set: { note: 'column' } })],
      }),
    ]);
    const { revision } = await draft();
    const bad = [{ collection: 'beacons', key: 'B1', set: { height: 'high' }, unset: [] }];
    const nonsense = await ask(
      'POST',
      '/api/studio/draft/steps',
      { messageId: randomUUID(), base: revision, patch: bad },
      'editor',
    );
    expect([nonsense.status, ((await nonsense.json()) as { detail: string }).detail]).toEqual([
      422,
      expect.stringContaining('B1'),
    ]);
    expect((await draft()).document.register.beacons[0]).toMatchObject({ note: 'column', height: 3 });
  });

  it('many who edit at once lose nothing: whoever was late takes what came before and sends again', async () => {
    const place = async (n: number) => {
      for (;;) {
        const done = await edit(placeBeacon(`C${n}`, { x: n, y: 2, level: '1F' }));
        if (done.status !== 409) return done.status;
      }
    };
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => place(n + 1)));
    expect(answers).toEqual([200, 200, 200, 200, 200, 200]);
    const ids = (await draft()).document.register.beacons.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('C')).toSorted()).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6']);
  });

  it('a draft with errors is not published by anybody; warnings must be confirmed; pages hear of it at once', async () => {
    await edit((document) => ({
      ...document,
      closures: [{ id: idOf('closure x'), featureIds: ['nothing'], reason: {} }],
    }));
    const blocked = await publish();
    expect(blocked.status).toBe(422);
    expect(await blocked.json()).toMatchObject({
      issues: [expect.objectContaining({ kind: 'dangling-reference', severity: 'error' })],
    });
    await edit((document) => ({ ...document, closures: [] }));
    await edit(setBeacons(['C1'], { measuredPowerDbm: 30 }));
    const asked = await publish();
    const { issues } = (await asked.json()) as CheckView;
    expect(asked.status).toBe(409);
    expect(issues.map(({ kind }) => kind)).toContain('beacon-power');
    const page = new WebSocket(`${server.at.replace('http', 'ws')}/api/events`);
    const told = new Promise<ServerEvent>((resolve) => {
      page.on('message', (data) => {
        const event = JSON.parse(String(data)) as ServerEvent;
        if (event.type === 'venue') resolve(event);
      });
    });
    await new Promise((resolve) => page.once('open', resolve));
    const done = await publish({ confirmed: issues.map(({ key }) => key) });
    expect(done.status).toBe(201);
    const event = await told;
    page.close();
    const hall = (await (await ask('GET', '/api/venue')).json()) as typeof bundle;
    expect(event).toEqual({ type: 'venue', venueVersion: hall.version });
    expect(await liveBeacons()).toContain('B1 column');
  });

  it('a schedule comes due, can be called off, and a rollback makes the old version live again; all of it is audited', async () => {
    const { issues } = await check();
    const confirmed = issues.map(({ key }) => key);
    const before = await liveBeacons();
    await edit(placeBeacon('D1', { x: 3, y: 3, level: '2F' }));
    const later = Date.now() + 3_600_000;
    expect((await publish({ confirmed, dueMs: later })).status).toBe(201);
    const list = async () =>
      (await (await ask('GET', '/api/studio/versions', undefined, 'viewer')).json()) as {
        publications: { id: number; versionId: number; state: string }[];
      };
    const [scheduled] = (await list()).publications;
    expect(scheduled!.state).toBe('scheduled');
    expect(await liveBeacons()).toEqual(before);
    expect(
      (await ask('DELETE', `/api/studio/publications/${scheduled!.id}`, undefined, 'publisher')).status,
    ).toBe(200);
    await check(); // so that the gate has looked when the next is scheduled, and it is still to come
    expect((await publish({ confirmed, dueMs: Date.now() + 3_000 })).status).toBe(201);
    await expect.poll(liveBeacons, { timeout: 20_000 }).toContain('D1');
    const first = (await list()).publications.at(-1)!;
    expect(
      (await ask('POST', `/api/studio/versions/${first.versionId}/publish`, undefined, 'editor')).status,
    ).toBe(403);
    expect(
      (await ask('POST', `/api/studio/versions/${first.versionId}/publish`, undefined, 'publisher')).status,
    ).toBe(200);
    await expect.poll(liveBeacons, { timeout: 20_000 }).toEqual(['B1', 'B2', 'B3', 'B4']);
    expect((await draft()).document.register.beacons.map(({ id }) => id)).toContain('D1');
    const audit = (await (await ask('GET', '/api/staff/audit', undefined, 'root')).json()) as {
      action: string;
    }[];
    const actions = audit.map(({ action }) => action).filter((action) => action.startsWith('plan.'));
    expect(actions).toEqual([
      'plan.rollback',
      'plan.schedule',
      'plan.call-off',
      'plan.schedule',
      'plan.publish',
    ]);
  });

  it('editors see each other, and that the draft moved on', async () => {
    const open = async (who: string) => {
      const { cookie } = people.get(who)!;
      const socket = new WebSocket(`${server.at.replace('http', 'ws')}/api/studio/events`, {
        headers: { cookie },
      });
      const heard: StudioEvent[] = [];
      socket.on('message', (data) => heard.push(JSON.parse(String(data)) as StudioEvent));
      await expect.poll(() => heard.some(({ type }) => type === 'hello'), { timeout: 20_000 }).toBe(true);
      return { socket, heard };
    };
    const [one, other] = [await open('editor'), await open('publisher')];
    one.socket.send(JSON.stringify({ level: '2F', at: { x: 1, y: 2 }, selection: ['beacons/B1'] }));
    await expect
      .poll(() => other.heard, { timeout: 20_000 })
      .toContainEqual({
        type: 'peer',
        peer: expect.objectContaining({ name: 'editor', level: '2F', selection: ['beacons/B1'] }),
      });
    await edit(setBeacons(['B2'], { note: 'seen' }));
    const { revision } = await draft();
    await expect.poll(() => other.heard, { timeout: 20_000 }).toContainEqual({ type: 'draft', revision });
    one.socket.close();
    await expect
      .poll(() => other.heard.some(({ type }) => type === 'peer-left'), { timeout: 20_000 })
      .toBe(true);
    other.socket.close();
  });
});

it('what was published is there after a restart, and another server of the hall changes over too', async () => {
  const under = databasesUnderTest().find(({ name }) => name === 'PostgreSQL');
  if (!under) return;
  const place = await under.fresh();
  const env = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
  const [one, other] = [await startTestServer({ env, bundle }), await startTestServer({ env, bundle })];
  try {
    const headers = { 'content-type': 'application/json' };
    const body = { token: one.invitation!, name: 'root', password: PASSWORD };
    await fetch(`${one.at}/api/staff/first-admin`, { method: 'POST', headers, body: JSON.stringify(body) });
    const entered = await fetch(`${one.at}/api/staff/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const { csrfToken } = (await entered.json()) as { csrfToken: string };
    const staff = {
      ...headers,
      cookie: entered.headers.get('set-cookie')!.split(';')[0]!,
      'x-csrf-token': csrfToken,
    };
    const { revision, document } = (await (
      await fetch(`${one.at}/api/studio/draft`, { headers: staff })
    ).json()) as DraftView;
    const patch = patchBetween(document, {
      ...document,
      register: { ...document.register, venue: 'renamed' },
    });
    const step = { messageId: randomUUID(), base: revision, patch };
    await fetch(`${one.at}/api/studio/draft/steps`, {
      method: 'POST',
      headers: staff,
      body: JSON.stringify(step),
    });
    const seen = (await (
      await fetch(`${other.at}/api/studio/draft`, { headers: staff })
    ).json()) as DraftView;
    expect([seen.revision, seen.document.register.venue]).toEqual([revision + 1, 'renamed']);
    const { issues } = (await (
      await fetch(`${one.at}/api/studio/check`, { headers: staff })
    ).json()) as CheckView;
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const wish = { revision: revision + 1, confirmed: issues.map(({ key }) => key) };
    const done = await fetch(`${one.at}/api/studio/publish`, {
      method: 'POST',
      headers: staff,
      body: JSON.stringify(wish),
    });
    expect(done.status).toBe(201);
    const nameAt = async (at: string) =>
      ((await (await fetch(`${at}/api/venue`)).json()) as typeof bundle).register.venue;
    await expect.poll(() => nameAt(other.at), { timeout: 20_000 }).toBe('renamed');
    await other.close();
    const again = await startTestServer({ env, bundle });
    expect(await nameAt(again.at)).toBe('renamed');
    await again.close();
  } finally {
    await one.close();
    await under.end();
  }
}, 120_000);
