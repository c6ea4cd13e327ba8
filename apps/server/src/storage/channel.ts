import { Client } from 'pg';
import { cutWhenSilent } from './silence';

interface ChannelSettings {
  readonly url: string;
  readonly channel: string;
  readonly heard: (payload: string) => void;
  readonly missed: () => void;
  readonly warn: (message: string) => void;
}

const RETRY_MS = 1_000;
/** How often the connection is asked whether it is still there, and how long it may be silent. */
const ASK_MS = 5_000;
const SILENCE_MS = 15_000;

/**
 * LISTEN on a connection of its own, opened again for as long as nobody closes it. The first connection must succeed; after a
 * break `missed` is called once it listens again.
 */
export async function openChannel(settings: ChannelSettings): Promise<() => Promise<void>> {
  let closed = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    const fresh = await listening(settings);
    if (closed) return fresh.end();
    client = fresh;
    const broke = (reason: string) => {
      if (client !== fresh || closed) return;
      client = undefined;
      settings.warn(`PostgreSQL: the event connection broke (${reason}); trying again`);
      again();
    };
    fresh.on('error', (error) => broke(error.message));
    fresh.on('end', () => broke('ended'));
  };
  const again = () => {
    timer = setTimeout(() => {
      connect().then(settings.missed, () => {
        if (!closed) again();
      });
    }, RETRY_MS);
  };

  await connect();
  const asking = setInterval(() => client?.query('SELECT 1').catch(() => undefined), ASK_MS);
  return async () => {
    closed = true;
    clearTimeout(timer);
    clearInterval(asking);
    await client?.end().catch(() => undefined);
  };
}

/** A new connection that hears the channel, or none at all. */
async function listening({ url, channel, heard }: ChannelSettings): Promise<Client> {
  const fresh = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
  fresh.on('error', () => undefined); // whoever waits for it is told
  fresh.on('notification', ({ payload }) => heard(payload ?? ''));
  try {
    await fresh.connect();
    cutWhenSilent(fresh, SILENCE_MS);
    await fresh.query(`LISTEN ${fresh.escapeIdentifier(channel)}`);
    return fresh;
  } catch (error) {
    await fresh.end().catch(() => undefined);
    throw error;
  }
}
