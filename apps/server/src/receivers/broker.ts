import { createServer, type Server } from 'node:net';
import { Aedes } from 'aedes';

export interface Broker {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * The MQTT broker inside the server, for a hall on one machine. Where `port` is taken and nobody asked for it by name, any free
 * port serves; asked for and taken, it throws `EADDRINUSE`.
 */
export async function startBroker(wanted: {
  readonly port: number;
  readonly host: string;
  readonly asked: boolean;
}): Promise<Broker> {
  const aedes = await Aedes.createBroker();
  const server = createServer(aedes.handle);
  try {
    await listen(server, wanted.port, wanted.host);
  } catch (error) {
    if (wanted.asked || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listen(server, 0, wanted.host);
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : wanted.port;
  return {
    url: `mqtt://127.0.0.1:${port}`,
    close: async () => {
      await new Promise<void>((resolve) => aedes.close(() => resolve()));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
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
