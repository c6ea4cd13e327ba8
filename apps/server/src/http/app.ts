import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance } from 'fastify';
import { type ApiContext, serveApi } from './api';
import { type EventHub, serveEvents } from './events';
import { answerWithProblems } from './problems';

const BODY_LIMIT_BYTES = 64 * 1024;

/** Scripts, styles and data from this server only; WebGL textures and the positioning worker come from blobs. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'", 'ws:', 'wss:'],
    workerSrc: ["'self'", 'blob:'],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** The whole HTTP side: pages, API and event stream. `pages` is the folder of built web apps. */
export async function createApp(
  context: ApiContext & { readonly pages: string; readonly nowMs: () => number },
): Promise<{ app: FastifyInstance; hub: EventHub }> {
  const app = Fastify({
    logger: { level: 'warn' },
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: 200 },
  });
  answerWithProblems(app);
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
  await app.register(websocket, { options: { maxPayload: BODY_LIMIT_BYTES } });
  if (existsSync(context.pages)) await servePages(app, context.pages);
  await serveApi(app, context);
  const hub = serveEvents(app, {
    desk: context.desk,
    venueVersion: context.bundle.version,
    nowMs: context.nowMs,
  });
  return { app, hub };
}

async function servePages(app: FastifyInstance, pages: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: pages,
    preCompressed: true,
    cacheControl: false,
    redirect: true,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(pages, 'assets'));
      reply.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
