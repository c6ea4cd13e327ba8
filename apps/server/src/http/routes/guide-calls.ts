import { askGuide, guideAction, guideCallView } from '@daoyin/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GuideCalls } from '../../guides/guide-calls';
import { problems, sendRefusal } from '../answers';
import { takingLimit } from '../limits';
import { actorOf, only } from '../who';

const id = z.object({ id: z.string().min(1).max(60) });

/** A person is asked for at a kiosk, and somebody of the staff comes. */
export const guideCallRoutes =
  (calls: GuideCalls): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/guide-calls',
      {
        config: takingLimit,
        schema: {
          tags: ['guides'],
          summary: 'Ask for a guide to come to this kiosk; asked again, it is the same call',
          body: askGuide,
          response: { 200: guideCallView, ...problems },
        },
      },
      ({ body }) => calls.ask(body),
    );
    app.get(
      '/api/guide-calls',
      {
        preHandler: only({ role: 'viewer' }),
        schema: {
          tags: ['guides'],
          summary: 'Who waits where, the longest first, and the calls of the last hour',
          response: { 200: z.array(guideCallView), ...problems },
        },
      },
      async () => [...(await calls.list())],
    );
    app.get(
      '/api/guide-calls/:id',
      {
        schema: {
          tags: ['guides'],
          summary: 'Whether somebody comes',
          params: id,
          response: { 200: guideCallView, ...problems },
        },
      },
      async ({ params }, reply) => {
        const found = await calls.find(params.id);
        return found.ok ? reply.send(found.call) : sendRefusal(reply, found);
      },
    );
    app.delete(
      '/api/guide-calls/:id',
      {
        schema: {
          tags: ['guides'],
          summary: 'No longer needed, said at the kiosk',
          params: id,
          response: { 200: guideCallView, ...problems },
        },
      },
      async ({ params }, reply) => {
        const done = await calls.cancel(params.id);
        return done.ok ? reply.send(done.call) : sendRefusal(reply, done);
      },
    );
    app.post(
      '/api/guide-calls/:id/actions',
      {
        preHandler: only({ role: 'viewer' }),
        schema: {
          tags: ['guides'],
          summary: 'I come; or the visitor is helped',
          params: id,
          body: guideAction,
          response: { 200: guideCallView, ...problems },
        },
      },
      async (request, reply) => {
        const act = request.body.kind === 'come' ? calls.come : calls.finish;
        const done = await act(request.params.id, actorOf(request));
        return done.ok ? reply.send(done.call) : sendRefusal(reply, done);
      },
    );
  };
