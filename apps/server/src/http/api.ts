import { type RecordedWalk, takeTicket, type VenueBundle } from '@daoyin/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DemonstrationVisitor } from '../demo/visitor';
import type { DeskResult, TicketDesk } from '../tickets/desk';
import { encodeJson } from './encoded';
import { sendProblem } from './problems';

export interface ApiContext {
  readonly bundle: VenueBundle;
  readonly desk: TicketDesk;
  readonly demonstration: () => DemonstrationVisitor | undefined;
  readonly walks: {
    readonly names: () => string[];
    readonly read: (name: string) => RecordedWalk | undefined;
  };
}

const statusOf = {
  'unknown-service': 422,
  'unknown-ticket': 404,
  'unknown-window': 422,
  'not-possible': 409,
  closed: 409,
  'not-yours': 403,
} as const;
const titleOf = {
  'unknown-service': 'Unknown service',
  'unknown-ticket': 'Unknown ticket',
  'unknown-window': 'Unknown window',
  'not-possible': 'Not possible',
  closed: 'Closed',
  'not-yours': 'Not your ticket',
} as const;

function answer(reply: FastifyReply, result: DeskResult, status: number): FastifyReply {
  if (result.ok) return reply.code(status).send(result.ticket);
  return sendProblem(reply, statusOf[result.kind], titleOf[result.kind], result.message);
}

/** The HTTP API below /api. */
export async function serveApi(
  app: FastifyInstance,
  { bundle, desk, demonstration, walks }: ApiContext,
): Promise<void> {
  const venue = await encodeJson(bundle);
  app.get('/api/venue', (request, reply) => {
    const tag = `"${bundle.version}"`;
    reply.header('etag', tag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return venue.send(request, reply);
  });

  app.get<{ Params: { number: string } }>('/api/tickets/:number', async (request, reply) =>
    answer(reply, await desk.find(request.params.number), 200),
  );

  app.post('/api/tickets', async (request, reply) => {
    const wanted = takeTicket.safeParse(request.body);
    if (!wanted.success) return sendProblem(reply, 422, 'No service named', 'Send {"serviceId": "…"}.');
    return answer(reply, await desk.take(wanted.data), 201);
  });

  app.get('/api/demo', (_request, reply) => {
    const visitor = demonstration();
    if (visitor === undefined)
      return sendProblem(reply, 404, 'No demonstration', 'Start the server with --demo.');
    return reply.send(visitor.describe());
  });

  app.get('/api/walks', () => walks.names().map((name) => ({ name })));
  app.get<{ Params: { '*': string } }>('/api/walks/*', (request, reply) => {
    const walk = walks.read(request.params['*']);
    return walk === undefined ? sendProblem(reply, 404, 'Unknown walk') : reply.send(walk);
  });

  app.get('/api/health', () => ({ ok: true, venueVersion: bundle.version }));
}
