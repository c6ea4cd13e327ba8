import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Readiness } from '../../operation/readiness';
import { problems } from '../answers';
import { sendProblem } from '../problems';

const readinessView = z.object({ ready: z.boolean(), broker: z.boolean(), venueVersion: z.string() });

/** For whoever starts and watches servers: whether this one runs (health), and whether it can answer (ready). */
export const readinessRoutes =
  (venueVersion: () => string, readiness: () => Promise<Readiness>): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/health',
      {
        schema: {
          tags: ['hall'],
          summary: 'Whether the server runs',
          response: { 200: z.object({ ok: z.boolean(), venueVersion: z.string() }), ...problems },
        },
      },
      (_request, reply) => {
        // asked for by a page that no server gave: what a kiosk shows until there is one (deploy/kiosk/waiting.html)
        reply.header('cross-origin-resource-policy', 'cross-origin');
        return { ok: true, venueVersion: venueVersion() };
      },
    );
    app.get(
      '/api/ready',
      {
        schema: {
          tags: ['hall'],
          summary: 'Whether the server can answer: its database does. Says whether receivers are heard',
          response: { 200: readinessView, ...problems },
        },
      },
      async (_request, reply) => {
        const { ready, broker } = await readiness();
        if (!ready) return sendProblem(reply.header('retry-after', '5'), 503, 'The database is away');
        return { ready, broker, venueVersion: venueVersion() };
      },
    );
  };
