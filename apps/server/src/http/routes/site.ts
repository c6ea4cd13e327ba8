import { siteChange, siteView } from '@daoyin/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Site } from '../../site/site';
import { problems, sendRefusal } from '../answers';
import { signInLimit } from '../limits';
import { actorOf, only } from '../who';

/** Where phones reach the hall, and the PIN of the kiosks' settings. */
export const siteRoutes =
  (site: Site): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/site',
      {
        schema: {
          tags: ['hall'],
          summary: 'The address that phones open, and whether kiosks have a PIN',
          response: { 200: siteView, ...problems },
        },
      },
      () => site.view(),
    );
    app.patch(
      '/api/staff/site',
      {
        config: signInLimit,
        preHandler: only({ role: 'admin' }),
        schema: {
          tags: ['staff'],
          summary: 'Set the address that phones open, or the PIN of the kiosks',
          body: siteChange,
          response: { 204: z.null(), ...problems },
        },
      },
      async (request, reply) => {
        const done = await site.change(actorOf(request), request.body);
        return done.ok ? reply.code(204).send(null) : sendRefusal(reply, done);
      },
    );
    app.post(
      '/api/kiosk/unlock',
      {
        config: signInLimit,
        schema: {
          tags: ['hall'],
          summary: "Open a kiosk's settings with the PIN",
          body: z.object({ pin: z.string().min(1).max(20) }),
          response: { 204: z.null(), ...problems },
        },
      },
      async (request, reply) => {
        const done = await site.unlock(request.body.pin, request.ip);
        return done.ok ? reply.code(204).send(null) : sendRefusal(reply, done);
      },
    );
  };
