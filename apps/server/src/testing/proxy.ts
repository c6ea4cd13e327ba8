import type { AddressInfo } from 'node:net';
import { createServer, connect as open, type Socket } from 'node:net';

/** A wire between a client and a server of one machine, to be cut, or to swallow what is sent as a broken network does. */
export interface Wire {
  readonly port: number;
  /** How many connections were asked for. */
  readonly connections: () => number;
  /** Nothing comes through and nobody is told. */
  swallow(): void;
  /** Ends every connection and takes no new one. */
  cut(): void;
  /** Carries again what is sent from now on. */
  mend(): void;
  /** What is sent arrives so much later. */
  delay(ms: number): void;
  /** New connections go to another port: a server that was started again. */
  lead(port: number): void;
  close(): Promise<void>;
}

export async function openProxy(to: { readonly port: number; readonly host?: string }): Promise<Wire> {
  const sockets = new Set<Socket>();
  let { port: targetPort } = to;
  let [state, lateMs, count]: ['whole' | 'swallows' | 'cut', number, number] = ['whole', 0, 0];
  const carry = (from: Socket, into: Socket) => {
    sockets.add(from);
    from.on('data', (bytes) => {
      if (state !== 'whole') return;
      if (lateMs === 0) into.write(bytes);
      else setTimeout(() => into.write(bytes), lateMs);
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      if (state !== 'swallows') into.destroy();
    });
  };
  const server = createServer((client) => {
    count++;
    if (state === 'cut') return client.destroy();
    const target = open(targetPort, to.host ?? '127.0.0.1');
    carry(client, target);
    carry(target, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    swallow: () => {
      state = 'swallows';
    },
    cut: () => {
      state = 'cut';
      end();
    },
    mend: () => {
      state = 'whole';
    },
    delay: (ms) => {
      lateMs = ms;
    },
    lead: (port) => {
      targetPort = port;
    },
    close: () =>
      new Promise((resolve) => {
        end();
        server.close(() => resolve());
      }),
  };
}
