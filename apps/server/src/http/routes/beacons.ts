import {
  beaconEvidence,
  beaconHealthView,
  beaconVerdictView,
  evidenceOf,
  receiverHealth,
} from '@daoyin/protocol';
import type { Beacon } from '@daoyin/venue';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { EvidenceDesk } from '../../beacons/evidence-desk';
import { readBeaconHealth, readReceivers } from '../../receivers/health-store';
import type { Database } from '../../storage/database';
import { problems } from '../answers';
import { evidenceLimit } from '../limits';
import { only } from '../who';

const receiverView = receiverHealth.omit({ atMs: true }).extend({ id: z.string(), seenAtMs: z.number() });

/** How the beacons and the receivers are, for the staff; what visitors' devices say of beacons, and whom not to trust. */
export const beaconRoutes =
  (database: Database, evidence: EvidenceDesk, beacons: () => readonly Beacon[]): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/beacons/evidence',
      {
        config: evidenceLimit,
        schema: {
          tags: ['beacons'],
          summary:
            'What a walk says of one beacon: figures of the beacon, no place, time or name of who walked; anything else in it is refused',
          body: beaconEvidence,
          response: { 204: z.null(), ...problems },
        },
      },
      async ({ body }, reply) => {
        evidence.take(evidenceOf(body));
        return reply.code(204).send(null);
      },
    );
    app.get(
      '/api/beacons/verdicts',
      {
        schema: {
          tags: ['beacons'],
          summary:
            'Beacons that are dead, weak or moved, by what walks told: since when, how sure, and where a moved one seems to hang now',
          response: { 200: z.array(beaconVerdictView), ...problems },
        },
      },
      async (_request, reply) =>
        reply.header('cache-control', 'no-cache').send([...(await evidence.verdicts())]),
    );
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
      () => readBeaconHealth(database, beacons()),
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
