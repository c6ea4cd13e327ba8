import { beaconHealthView, receiverHealth } from '@daoyin/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readBeaconHealth, readReceivers } from '../../receivers/health-store';
import type { Database } from '../../storage/database';
import { problems } from '../answers';
import { only } from '../who';

const receiverView = receiverHealth.omit({ atMs: true }).extend({ id: z.string(), seenAtMs: z.number() });

/** How the beacons and the receivers are, for the staff. */
export const beaconRoutes =
  (database: Database): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/beacons/health',
      {
        preHandler: only({ role: 'viewer' }),
        schema: {
          tags: ['beacons'],
          summary:
            'What was heard of each beacon: when, how strong, how often, battery, temperature, by whom',
          response: { 200: z.array(beaconHealthView), ...problems },
        },
      },
      () => readBeaconHealth(database),
    );
    app.get(
      '/api/receivers',
      {
        preHandler: only({ role: 'viewer' }),
        schema: {
          tags: ['beacons'],
          summary: 'The receivers: seen when, online, adverts sent, waiting and lost',
          response: { 200: z.array(receiverView), ...problems },
        },
      },
      () => readReceivers(database),
    );
  };
