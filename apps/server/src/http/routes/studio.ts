import type { DraftView } from '@daoyin/protocol';
import {
  decodePatch,
  type Issue,
  withBeaconExtension,
  writeBeaconRegister,
  writeImdf,
  writeZip,
} from '@daoyin/venue';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Studio } from '../../studio/studio';
import type { Published } from '../../studio/versions';
import { encodeJson } from '../encoded';
import { sendProblem } from '../problems';
import { actorOf, only } from '../who';

/** A patch may hold a whole plan that was imported. */
const EDIT_LIMIT_BYTES = 32 * 1024 * 1024;

const stepBody = z.object({
  messageId: z.string().min(8).max(80),
  base: z.int().min(0),
  patch: z.unknown(),
});
const publishBody = z.object({
  revision: z.int().min(0),
  note: z.string().max(500).default(''),
  confirmed: z.array(z.string().max(2_000)).max(20_000).default([]),
  dueMs: z.number().optional(),
});
const id = z.object({ id: z.coerce.number().int().positive() });
const after = z.object({ after: z.coerce.number().int().min(0) });

/** The draft, its edits, the gate, versions and what is live. Looking is for viewers, editing for editors, the rest for publishers. */
export const studioRoutes =
  (studio: Studio): FastifyPluginAsyncZod =>
  async (app) => {
    const see = { preHandler: only({ role: 'viewer' }) };
    const edit = { preHandler: only({ role: 'editor' }), bodyLimit: EDIT_LIMIT_BYTES };
    const publish = { preHandler: only({ role: 'publisher' }), bodyLimit: 1024 * 1024 };
    const doc = <S extends object>(summary: string, more?: S) => ({
      schema: { tags: ['studio'], summary, ...more } as { tags: string[]; summary: string } & S,
    });

    app.get(
      '/api/studio/draft',
      { ...see, ...doc('The draft with its revision, and the live version') },
      async (request, reply) => {
        const [{ revision, document, updatedAtMs }, live] = await Promise.all([
          studio.draft.read(),
          studio.versions.live(),
        ]);
        const view: DraftView = {
          revision,
          updatedAtMs,
          document,
          live: { versionId: live.versionId, document: live.document },
        };
        reply.header('cache-control', 'no-store');
        return (await encodeJson(view, 3)).send(request, reply);
      },
    );
    app.get(
      '/api/studio/draft/steps',
      { ...see, ...doc('The edits after a revision', { querystring: after }) },
      (request) => studio.draft.stepsAfter(request.query.after),
    );
    app.post(
      '/api/studio/draft/steps',
      { ...edit, ...doc('Edit the draft on top of its newest revision', { body: stepBody }) },
      async (request, reply) => {
        const { messageId, base, patch } = request.body;
        const decoded = decodePatch(patch);
        if (!decoded.ok) return sendProblem(reply, 422, 'Not understood', decoded.message);
        const author = actorOf(request);
        const done = await studio.draft.append({ messageId, base, patch: decoded.patch, author });
        if (done.ok) return { revision: done.revision };
        if (done.kind === 'behind') return sendProblem(reply, 409, 'Behind', done.message);
        return sendProblem(reply, 422, 'Not understood', done.message);
      },
    );
    app.get('/api/studio/check', { ...see, ...doc('What the gate finds in the draft') }, () =>
      studio.check(),
    );
    app.post(
      '/api/studio/publish',
      { ...publish, ...doc('Publish the draft, now or later', { body: publishBody }) },
      async (request, reply) => {
        const done = await studio.publish({ ...request.body, author: actorOf(request) });
        if (done.ok) return reply.code(201).send(done);
        const [status, title] = GATE[done.kind];
        return sendIssues(reply, status, title, done.message, done.issues);
      },
    );
    app.get(
      '/api/studio/versions',
      { ...see, ...doc('All versions, the newest first, and when each is or was live') },
      async () => ({
        versions: await studio.versions.list(),
        publications: await studio.versions.listPublications(),
      }),
    );
    app.get(
      '/api/studio/versions/:id',
      { ...see, ...doc('The document of a version', { params: id }) },
      async (request, reply) => {
        const document = await studio.versions.read(request.params.id);
        if (!document) return sendProblem(reply, 404, 'Unknown version');
        return (await encodeJson(document, 3)).send(request, reply);
      },
    );
    app.post(
      '/api/studio/versions/:id/publish',
      { ...publish, ...doc('Make a version live again (roll back)', { params: id }) },
      async (request, reply) =>
        answer(reply, await studio.versions.publishAgain(request.params.id, actorOf(request))),
    );
    app.delete(
      '/api/studio/publications/:id',
      { ...publish, ...doc('Call a scheduled publication off', { params: id }) },
      async (request, reply) =>
        answer(reply, await studio.versions.callOff(request.params.id, actorOf(request))),
    );
    app.get(
      '/api/studio/export',
      { ...see, ...doc('The draft as a zipped IMDF archive, with beacons, catalogue and closures') },
      async (_request, reply) => {
        const { document, revision } = await studio.draft.read();
        const { venue, register, catalogue, closures } = document;
        const base = await studio.archive();
        const files = new Map(withBeaconExtension(writeImdf(venue, { base, atMs: 0 }), venue, register));
        if (catalogue) files.set('services.json', `${JSON.stringify(catalogue, undefined, 1)}\n`);
        if (closures.length > 0)
          files.set('closures.json', `${JSON.stringify({ closures }, undefined, 1)}\n`);
        files.set('beacons.json', writeBeaconRegister(register));
        return reply
          .type('application/zip')
          .header('content-disposition', `attachment; filename="plan-${revision}.zip"`)
          .send(Buffer.from(writeZip(files)));
      },
    );
  };

const GATE = {
  behind: [409, 'Behind'],
  'has-errors': [422, 'Errors'],
  unconfirmed: [409, 'Unconfirmed warnings'],
} as const;

const REFUSED = {
  'unknown-version': [404, 'Unknown version'],
  'unknown-publication': [404, 'Unknown publication'],
  'not-scheduled': [409, 'Not scheduled'],
} as const;

function answer(reply: FastifyReply, done: Published): FastifyReply {
  if (done.ok) return reply.send(done);
  const [status, title] = REFUSED[done.kind];
  return sendProblem(reply, status, title, done.message);
}

/** A problem document with the findings as an extension member (RFC 9457, 3.2). */
function sendIssues(
  reply: FastifyReply,
  status: number,
  title: string,
  detail: string,
  issues: readonly Issue[],
): FastifyReply {
  const type = `urn:problem-type:daoyin:${title.toLowerCase().replaceAll(' ', '-')}`;
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer((body) => JSON.stringify(body))
    .send({ type, title, status, detail, issues });
}
