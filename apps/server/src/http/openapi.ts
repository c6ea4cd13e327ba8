import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';

const description = `The interface of the server of a hall. Problems are documents of RFC 9457.

**Events.** \`GET /api/events?ticket=A032&session=…\` is a WebSocket. It says \`hello\`, then \`ticket\` with the state of the ticket now and
at every change, \`readings\` of the session, and \`venue\` when another version is published. With \`call=<id>\` it says \`guide-call\` when the call for a guide changes, with \`call=all\` (staff) of all. A page that was away gets the state as it is.

**Relay.** \`GET /api/relay?session=…\` is a WebSocket on which a visitor's mini program hands the page of the same session what it hears:
\`{"heard":[{"atMs","uuid","major","minor","rssiDbm"}]}\`. Nothing is kept.

**Machines** send \`Authorization: Bearer <id>:<secret>\`; an admin enrols them. **Staff** sign in and send \`x-csrf-token\` with every change.

**Again and again.** Taking a number and acting on one take an \`Idempotency-Key\`: who asks again with the same key gets the same answer.`;

/** Routes are checked and documented by their zod types: \`/api/openapi.json\`, and a page at \`/api/docs\`. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Daoyin', version: '1', description },
      components: {
        securitySchemes: {
          machine: { type: 'http', scheme: 'bearer', description: '<id>:<secret>' },
          session: { type: 'apiKey', in: 'cookie', name: '__Host-daoyin' },
        },
      },
    },
    transform: createJsonSchemaTransform({ skipList: ['/*', '/'] }),
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    uiConfig: { tryItOutEnabled: false },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
