import type { RecordedWalk } from '@daoyin/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { DemonstrationVisitor } from '../../demo/visitor';
import type { LiveHall } from '../../studio/live';
import { sendProblem } from '../problems';

export interface HallContext {
  /** What is published now. */
  readonly live: Pick<LiveHall, 'bundle' | 'encoded' | 'onChange'>;
  readonly demonstration: () => DemonstrationVisitor | undefined;
  readonly walks: {
    readonly names: () => string[];
    readonly read: (name: string) => RecordedWalk | undefined;
  };
}

/** The published hall, the demonstration and the recorded walks of the debug player. */
export const hallRoutes =
  ({ live, demonstration, walks }: HallContext): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/venue',
      { schema: { tags: ['hall'], summary: 'The published plan, its beacons and its catalogue' } },
      async (request, reply) => {
        const tag = `"${live.bundle().version}"`;
        reply.header('etag', tag).header('cache-control', 'no-cache');
        if (request.headers['if-none-match'] === tag) return reply.code(304).send();
        return (await live.encoded()).send(request, reply);
      },
    );

    app.get('/api/demo', { schema: { hide: true } }, (_request, reply) => {
      const visitor = demonstration();
      if (visitor === undefined)
        return sendProblem(reply, 404, 'No demonstration', 'Start the server with --demo.');
      return reply.send(visitor.describe());
    });

    app.get('/api/walks', { schema: { hide: true } }, () => walks.names().map((name) => ({ name })));
    app.get<{ Params: { '*': string } }>('/api/walks/*', { schema: { hide: true } }, (request, reply) => {
      const walk = walks.read(request.params['*']);
      return walk === undefined ? sendProblem(reply, 404, 'Unknown walk') : reply.send(walk);
    });
  };
