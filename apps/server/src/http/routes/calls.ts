import { callMessages, callResult } from '@daoyin/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type AdapterContext, applyMessage } from '../../calls/adapter';
import { checkSignature } from '../../calls/signature';
import type { Machines } from '../../machines/machines';
import { problems } from '../answers';
import { sendProblem } from '../problems';

/**
 * The signed webhook of the hall's calling system. The signature is of the bytes, so they are kept as they came; nothing of the body
 * is read before it is known to be the machine's.
 */
export const callRoutes =
  (machines: Machines, adapter: AdapterContext): FastifyPluginAsyncZod =>
  async (app) => {
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    app.post(
      '/api/calls',
      {
        validatorCompiler: () => (value) => ({ value }),
        schema: {
          tags: ['calling'],
          summary: 'Webhook of the calling system: messages at least once, in any order, signed',
          description:
            'daoyin-machine names the machine; daoyin-signature is t=<epoch ms>,v1=<hex HMAC-SHA-256 of "<t>." and the body>.',
          headers: z.object({ 'daoyin-machine': z.string(), 'daoyin-signature': z.string() }),
          body: callMessages,
          response: { 200: z.object({ results: z.array(callResult) }), ...problems },
        },
      },
      async (request, reply) => {
        const machine = String(request.headers['daoyin-machine'] ?? '');
        const secret = await machines.signingSecret(machine);
        if (secret === undefined) return sendProblem(reply, 401, 'Unknown machine');
        const body = request.body as unknown as Buffer;
        const signature = request.headers['daoyin-signature'];
        const checked = checkSignature(secret, String(signature ?? ''), body, adapter.nowMs());
        if (!checked.ok) return sendProblem(reply, 401, 'Bad signature', checked.message);
        const decoded = decodeMessages(body);
        if (typeof decoded === 'string') return sendProblem(reply, 422, 'Not understood', decoded);
        const results = [];
        for (const message of decoded.messages) results.push(await applyMessage(adapter, machine, message));
        return reply.code(200).send({ results });
      },
    );
  };

function decodeMessages(body: Buffer): z.infer<typeof callMessages> | string {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return 'The body is no JSON.';
  }
  const decoded = callMessages.safeParse(json);
  if (decoded.success) return decoded.data;
  const { path, message } = decoded.error.issues[0]!;
  return `${path.join('.')}: ${message}`;
}
