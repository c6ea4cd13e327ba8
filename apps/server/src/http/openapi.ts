import { STATUS_CODES } from 'node:http';
import { problem } from '@daoyin/protocol';
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { EXAMPLES, PROBLEMS } from './openapi-examples';
import type { Allowed } from './who';

const description = `The interface of the server of a hall.

**Problems.** Whatever goes wrong is answered by a problem document of RFC 9457, \`application/problem+json\`: \`type\` names the kind, \`detail\` says what is wrong with this request.

**Events.** \`GET /api/events?ticket=A032&session=…\` is a WebSocket. It says \`hello\`, then \`ticket\` with the state of the ticket now and
at every change, \`readings\` of the session, and \`venue\` when another version is published. With \`call=<id>\` it says \`guide-call\` when the call for a guide changes, with \`call=all\` (staff) of all. A page that was away gets the state as it is.

**Relay.** \`GET /api/relay?session=…\` is a WebSocket on which a visitor's mini program hands the page of the same session what it hears:
\`{"heard":[{"atMs","uuid","major","minor","rssiDbm"}]}\`. Nothing is kept.

**Machines** send \`Authorization: Bearer <id>:<secret>\`; an admin enrols them. **Staff** sign in and send \`x-csrf-token\` with every change.

**Again and again.** Taking a number and acting on one take an \`Idempotency-Key\`: who asks again with the same key gets the same answer.`;

const TAGS = {
  hall: 'What is published, and how the server is',
  tickets: 'Numbers, queues and appointments, for visitors and kiosks',
  calling: "For the windows and the hall's calling system",
  guides: 'A person is asked for at a kiosk',
  staff: 'Accounts, machines, audit',
  beacons: 'How beacons and receivers are',
  studio: 'The draft of the hall, its versions and what is live',
};

/** Routes are checked and documented by their zod types: \`/api/openapi.json\`, and a page at \`/api/docs\` that loads nothing from elsewhere. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Daoyin', version: '1', description },
      tags: Object.entries(TAGS).map(([name, says]) => ({ name, description: says })),
      components: {
        securitySchemes: {
          machine: { type: 'http', scheme: 'bearer', description: '<id>:<secret>' },
          session: { type: 'apiKey', in: 'cookie', name: '__Host-daoyin' },
        },
      },
    },
    transform: withAccess(createJsonSchemaTransform({ skipList: ['/*', '/'] })),
    transformObject: (made) => ('openapiObject' in made ? completed(made.openapiObject) : made.swaggerObject),
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: { title: 'Daoyin API' },
    uiConfig: { layout: 'BaseLayout', supportedSubmitMethods: [], defaultModelsExpandDepth: -1 },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>;

/** Says of each route who may ask. */
function withAccess(transform: Transform): Transform {
  return (input) => {
    const made = transform(input);
    const allowed = [input.route.preHandler].flat().flatMap((hook) => allowedBy(hook) ?? [])[0];
    if (allowed === undefined || made.schema === undefined) return made;
    const machines = allowed.machines ?? [];
    const who = `For staff from \`${allowed.role}\` on${machines.length > 0 ? `, and machines of kind \`${machines.join('`, `')}\`` : ''}.`;
    const said = made.schema.description;
    return {
      ...made,
      schema: {
        ...made.schema,
        description: said === undefined ? who : `${who} ${said}`,
        security: [{ session: [] }, ...(machines.length > 0 ? [{ machine: [] }] : [])],
      },
    };
  };
}

const allowedBy = (hook: unknown): Allowed | undefined =>
  typeof hook === 'function' && 'allowed' in hook ? (hook.allowed as Allowed) : undefined;

interface Operation {
  requestBody?: { readonly content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}

type Content = Record<string, { schema?: unknown; example?: unknown }>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** With examples, problem documents as what they are, and statuses in words. */
function completed<D extends { readonly paths?: unknown }>(document: D): D {
  const paths = (document.paths ?? {}) as Record<string, Record<string, Operation | undefined>>;
  for (const [path, methods] of Object.entries(paths))
    for (const method of METHODS) {
      const operation = methods[method];
      if (operation) complete(operation, `${method.toUpperCase()} ${path}`);
    }
  return document;
}

function complete({ requestBody, responses }: Operation, name: string): void {
  const example = EXAMPLES[name];
  for (const content of Object.values(requestBody?.content ?? {}))
    if (example?.body !== undefined) content.example = example.body;
  for (const [status, response] of Object.entries(responses)) {
    response.description = STATUS_CODES[Number(status)] ?? response.description;
    for (const content of Object.values(response.content ?? {}))
      if (example?.answer !== undefined) content.example = example.answer;
  }
  for (const [status, problemLike] of Object.entries(PROBLEMS))
    responses[status] = {
      description: status === '4XX' ? 'What is wrong with the request' : 'What is wrong with the server',
      content: { 'application/problem+json': { schema: PROBLEM_SCHEMA, example: problemLike } },
    };
}

const PROBLEM_SCHEMA = z.toJSONSchema(problem);
