import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What takes longer than this is worth a line. */
const SLOW_MS = 1_000;

/** Told of every answer: the route's pattern (not its path, which may hold a number), the status, seconds. */
export type Answered = (route: string, method: string, status: number, seconds: number) => void;

/** Logs slow answers, and every answer at level `debug`. Nothing of who asked, and nothing of what for. */
export function logRequests(app: FastifyInstance, answered: Answered | undefined): void {
  app.addHook('onResponse', async (request, reply) => {
    const [route, ms] = [routeOf(request), reply.elapsedTime];
    const { statusCode: status } = reply;
    answered?.(route, request.method, status, ms / 1000);
    const fields = { route, method: request.method, status, ms: Math.round(ms) };
    if (ms > SLOW_MS && !isStream(request)) request.log.warn(fields, 'slow answer');
    else request.log.debug(fields, 'answer');
  });
}

/** `/api/tickets/:number`; `/*` for pages; `none` where there is no route. */
export const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? 'none';

const isStream = ({ headers }: FastifyRequest) => headers.upgrade !== undefined;
