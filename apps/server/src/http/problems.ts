import type { Problem } from '@daoyin/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Answers with a problem document (RFC 9457). */
export function sendProblem(
  reply: FastifyReply,
  status: number,
  title: string,
  detail?: string,
): FastifyReply {
  const problem: Problem = { type: 'about:blank', title, status, ...(detail !== undefined && { detail }) };
  return reply.code(status).type('application/problem+json').send(problem);
}

/** Words whatever goes wrong as a problem document; the inside of a fault stays in the log. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    return sendProblem(
      reply,
      status,
      status >= 500 ? 'The server failed' : 'Bad request',
      status >= 500 ? undefined : error.message,
    );
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, 404, 'Not found', `There is nothing at ${request.url.slice(0, 200)}.`),
  );
}
