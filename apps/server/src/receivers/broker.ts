import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { Aedes, type Client } from 'aedes';
import type { Machines } from '../machines/machines';
import { type BrokerClient, mayPublish, maySubscribe } from './access';
import { GUARD_LIMITS, guardSocket } from './guard';

export interface Broker {
  /** Where receivers find it. */
  readonly url: string;
  /** The server's own access. */
  readonly credentials: { readonly username: string; readonly password: string };
  readonly close: () => Promise<void>;
}

interface BrokerSettings {
  readonly port: number;
  readonly host: string;
  readonly asked: boolean;
  readonly venue: string;
  readonly machines: Pick<Machines, 'check'>;
  readonly warn: (message: string) => void;
  /** Receivers, gateways and kiosks of one hall, and room. */
  readonly mostClients?: number;
}

const SERVER = 'daoyin-server';
const MOST_CLIENTS = 1_000;

/**
 * The MQTT broker inside the server, for a hall on one machine. Machines come in by their secret and publish on their own topics; on
 * the same machine a receiver needs none. Where `port` is taken and nobody asked for it by name, any free port serves; asked for and
 * taken, it throws `EADDRINUSE`.
 */
export async function startBroker(settings: BrokerSettings): Promise<Broker> {
  const { port: wanted, host, asked, mostClients = MOST_CLIENTS } = settings;
  const credentials = { username: SERVER, password: randomBytes(24).toString('base64url') };
  const aedes = await Aedes.createBroker(guards(settings, credentials.password));
  const server = createServer((socket) => {
    guardSocket(socket, GUARD_LIMITS, (reason) => {
      settings.warn(`a client of the broker at ${socket.remoteAddress} was cut off: ${reason}`);
    });
    aedes.handle(socket);
  });
  server.maxConnections = mostClients;
  server.on('drop', () => settings.warn(`the broker has ${mostClients} clients; one more was turned away`));
  try {
    await listen(server, wanted, host);
  } catch (error) {
    if (asked || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listen(server, 0, host);
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : wanted;
  return {
    url: `mqtt://${reachable(host)}:${port}`,
    credentials,
    close: async () => {
      await new Promise<void>((resolve) => aedes.close(() => resolve()));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function guards({ machines, venue }: BrokerSettings, serverPassword: string) {
  const known = new WeakMap<Client, BrokerClient>();
  const identify = async (
    client: Client,
    username: string | undefined,
    password: string,
  ): Promise<BrokerClient | undefined> => {
    if (username === undefined) return isLocal(client) ? { kind: 'local' } : undefined;
    if (username === SERVER) return password === serverPassword ? { kind: 'server' } : undefined;
    const machine = await machines.check(username, password);
    return machine && { kind: 'machine', machine };
  };
  return {
    authenticate: (
      client: Client,
      username: Readonly<string | undefined>,
      password: Readonly<Buffer | undefined>,
      done: (error: null, success: boolean | null) => void,
    ) => {
      identify(client, username, password?.toString('utf8') ?? '').then(
        (who) => {
          if (who) known.set(client, who);
          done(null, who !== undefined);
        },
        () => done(null, false),
      );
    },
    authorizePublish: (
      client: Client | null,
      { topic }: { topic: string },
      done: (error?: Error | null) => void,
    ) => {
      const who = client === null ? ({ kind: 'server' } as const) : known.get(client);
      const may = who !== undefined && mayPublish(who, venue, topic);
      done(may ? null : new Error(`not allowed to publish on ${topic}`));
    },
    authorizeSubscribe: <T extends { topic: string }>(
      client: Client | null,
      subscription: T,
      done: (error: Error | null, subscription?: T | null) => void,
    ) => {
      const who = client === null ? ({ kind: 'server' } as const) : known.get(client);
      done(null, who !== undefined && maySubscribe(who, venue, subscription.topic) ? subscription : null);
    },
  };
}

function isLocal({ conn }: Client): boolean {
  const address = (conn as Socket).remoteAddress ?? '';
  return /^(::ffff:)?127\.|^::1$/.test(address);
}

/** Where this machine finds what listens on `host`: an address of its own, or all of them. */
function reachable(host: string): string {
  if (['', '::', '0.0.0.0'].includes(host)) return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
