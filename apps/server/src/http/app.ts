import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { EvidenceDesk } from '../beacons/evidence-desk';
import type { AdapterContext } from '../calls/adapter';
import type { GuideCalls } from '../guides/guide-calls';
import type { Log } from '../operation/log';
import type { Readiness } from '../operation/readiness';
import type { Site } from '../site/site';
import type { Studio } from '../studio/studio';
import type { Appointments } from '../tickets/appointments';
import type { TicketDesk } from '../tickets/desk';
import type { Forecasts } from '../tickets/forecasts';
import { type EventHub, serveEvents } from './events';
import { limitRates } from './limits';
import { describeApi } from './openapi';
import { answerWithProblems } from './problems';
import { serveRelay } from './relay';
import { type Answered, logRequests } from './request-log';
import { appointmentRoutes } from './routes/appointments';
import { beaconRoutes } from './routes/beacons';
import { callRoutes } from './routes/calls';
import { dayRoutes } from './routes/days';
import { forecastRoutes } from './routes/forecast';
import { guideCallRoutes } from './routes/guide-calls';
import { type HallContext, hallRoutes } from './routes/hall';
import { readinessRoutes } from './routes/readiness';
import { siteRoutes } from './routes/site';
import { type StaffContext, staffRoutes } from './routes/staff';
import { studioRoutes } from './routes/studio';
import { themeRoutes } from './routes/themes';
import { ticketRoutes } from './routes/tickets';
import { serveStudioEvents } from './studio-events';
import { recogniseWho } from './who';

const BODY_LIMIT_BYTES = 64 * 1024;
/** The phone page scans signs, counts steps and hears beacons; nobody else may, and nothing else. */
const PERMISSIONS =
  'accelerometer=(self), bluetooth=(self), camera=(self), gyroscope=(self), magnetometer=(self), fullscreen=(self), screen-wake-lock=(self), geolocation=(), microphone=(), payment=(), usb=(), serial=(), midi=(), display-capture=()';
const YEAR_SECONDS = 31_536_000;

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

export interface AppContext extends HallContext, StaffContext {
  readonly desk: TicketDesk;
  readonly guideCalls: GuideCalls;
  readonly studio: Studio;
  readonly site: Site;
  readonly forecasts: Forecasts;
  readonly adapter: AdapterContext;
  readonly evidence: EvidenceDesk;
  /** Undefined in a hall without a catalogue. */
  readonly appointments: Appointments | undefined;
  /** The folder of built web apps. */
  readonly pages: string;
  readonly trustProxy: boolean;
  readonly log: Log;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  readonly readiness: () => Promise<Readiness>;
  readonly answered: Answered | undefined;
  readonly nowMs: () => number;
}

/** After a power failure everything starts at once: a slow start is no fault. Fastify's own ten seconds ended the server. */
const START_PATIENCE_MS = 300_000;

/** The whole HTTP side: pages, API and event stream. */
export async function createApp(context: AppContext): Promise<{ app: FastifyInstance; hub: EventHub }> {
  const app = Fastify({
    trustProxy: context.trustProxy,
    loggerInstance: context.log,
    logController: new LogController({ disableRequestLogging: true }),
    ...(context.tls && { https: context.tls }),
    bodyLimit: BODY_LIMIT_BYTES,
    pluginTimeout: START_PATIENCE_MS,
    routerOptions: { maxParamLength: 200 },
  });
  answerWithProblems(app);
  logRequests(app, context.answered);
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: context.tls ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onSend', async ({ url }, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
    if (url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store'); // tokens and staff's data stay in no browser's and no proxy's store
  });
  await app.register(websocket, { options: { maxPayload: BODY_LIMIT_BYTES } });
  if (existsSync(context.pages)) await servePages(app, context.pages);
  await app.register(cookie);
  recogniseWho(app, context);
  await limitRates(app);
  await describeApi(app);
  await app.register(readinessRoutes(() => context.live.bundle().version, context.readiness));
  await app.register(hallRoutes(context));
  await app.register(themeRoutes(() => context.live.bundle().services?.themes ?? [], context.site));
  await app.register(ticketRoutes(context.desk));
  await app.register(forecastRoutes(context.forecasts));
  await app.register(dayRoutes(context.database));
  if (context.appointments) await app.register(appointmentRoutes(context.appointments));
  await app.register(callRoutes(context.machines, context.adapter));
  await app.register(guideCallRoutes(context.guideCalls));
  await app.register(siteRoutes(context.site));
  await app.register(staffRoutes(context));
  await app.register(
    beaconRoutes(context.database, context.evidence, () => context.live.bundle().register.beacons),
  );
  await app.register(studioRoutes(context.studio));
  const studioEvents = serveStudioEvents(app, context.studio, context.nowMs);
  app.addHook('onClose', async () => studioEvents.close());
  const hub = serveEvents(app, {
    tickets: context.desk.follow,
    guideCalls: context.guideCalls,
    venueVersion: () => context.live.bundle().version,
    nowMs: context.nowMs,
  });
  const relayBy = serveRelay(app, hub, context.live.bundle().register);
  context.live.onChange(({ register }) => relayBy(register));
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
  // Whoever types the server's name alone is a visitor.
  app.get('/', { schema: { hide: true } }, (_, reply) => reply.redirect('/phone/'));
}
