import { STATUS_CODES } from 'node:http';
import type { Problem } from '@daoyin/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { codeOf } from '../storage/transaction';
import { routeOf } from './request-log';

/** Answers with a problem document (RFC 9457). */
export function sendProblem(
  reply: FastifyReply,
  status: number,
  title: string,
  detail?: string,
): FastifyReply {
  const problem: Problem = {
    type: typeOf(status, title),
    title,
    status,
    ...(detail !== undefined && { detail }),
  };
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer((body) => JSON.stringify(body))
    .send(problem);
}

/** Words whatever goes wrong as a problem document; the inside of a fault stays in the log. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const { instancePath, message } = error.validation[0]!;
      const where = instancePath.slice(1).replaceAll('/', '.') || (error.validationContext ?? 'request');
      return sendProblem(reply, 422, 'Not understood', `${where}: ${message}`);
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return sendProblem(reply, status, phraseOf(status), error.message);
    if (UNSTORABLE.has(codeOf(error) ?? ''))
      return sendProblem(reply, 422, 'Not understood', 'A text holds a character that no database stores.');
    const err = error.cause ?? error; // the outer message holds the query's values: names, tokens
    request.log.error({ err, route: routeOf(request), method: request.method }, 'a request failed');
    const storage = storageProblem(error);
    if (storage === undefined) return sendProblem(reply, status, 'The server failed');
    return sendProblem(reply.header('retry-after', '5'), 503, storage.title, storage.detail);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, 404, phraseOf(404), `There is nothing at ${request.url.slice(0, 200)}.`),
  );
}

/** PostgreSQL's codes for a NUL or another character that is no text (appendix A). */
const UNSTORABLE = new Set(['22021', '22P05']);

/** The status in words: `Too many requests`. */
function phraseOf(status: number): string {
  const phrase = STATUS_CODES[status] ?? 'Bad request';
  return phrase[0] + phrase.slice(1).toLowerCase();
}

/** A URI for each kind of problem; `about:blank` where the status says all of it (RFC 9457, 4.2.1). */
const typeOf = (status: number, title: string): string =>
  title === phraseOf(status)
    ? 'about:blank'
    : `urn:problem-type:daoyin:${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;

/** PostgreSQL's errors (appendix A) and Node's that say the database is full or away. */
function storageProblem(error: Error): { readonly title: string; readonly detail: string } | undefined {
  const code = codeOf(error) ?? '';
  const text = messagesOf(error);
  if (code === '53100' || code === 'ENOSPC' || /no space left on device/i.test(text))
    return {
      title: 'The storage is full',
      detail: 'Nothing was changed. Make room on the disk of the server.',
    };
  const away =
    /^(08|57P|57014|55P03|53300)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'].includes(code);
  if (away || /connection (terminated|timeout)|timeout exceeded|no answer/i.test(text))
    return { title: 'The database is away', detail: 'Nothing was changed. Try again in a few seconds.' };
  return undefined;
}

function messagesOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${messagesOf(error.cause)}` : '';
}
