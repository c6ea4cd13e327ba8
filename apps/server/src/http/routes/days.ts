import { dayTicket } from '@daoyin/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../../storage/database';
import { readDay } from '../../tickets/rows';
import { problems } from '../answers';
import { only } from '../who';

/** What staff replay a past day by. */
export const dayRoutes =
  (database: Database): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/days/:day/tickets',
      {
        preHandler: only({ role: 'viewer' }),
        schema: {
          tags: ['tickets'],
          summary: 'All numbers of a day and what became of them',
          params: z.object({ day: z.iso.date() }),
          response: { 200: z.array(dayTicket), ...problems },
        },
      },
      async ({ params }) => readDay(database, params.day),
    );
  };
