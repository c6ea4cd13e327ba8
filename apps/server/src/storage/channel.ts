import { Client } from 'pg';

interface ChannelSettings {
  readonly url: string;
  readonly channel: string;
  readonly heard: (payload: string) => void;
  readonly missed: () => void;
  readonly warn: (message: string) => void;
}

const RETRY_MS = 1_000;

/**
 * LISTEN on a connection of its own, opened again for as long as nobody closes it. The first connection must succeed; after a
 * break `missed` is called once it listens again.
 */
export async function openChannel(settings: ChannelSettings): Promise<() => Promise<void>> {
  let closed = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    const fresh = new Client({ connectionString: settings.url, keepAlive: true });
    let broken = false;
    const broke = (reason: string) => {
      if (broken || closed) return;
      broken = true;
      settings.warn(`PostgreSQL: the event connection broke (${reason}); trying again`);
      void fresh.end().catch(() => undefined);
      again();
    };
    fresh.on('error', (error) => broke(error.message));
    fresh.on('end', () => broke('ended'));
    fresh.on('notification', ({ payload }) => settings.heard(payload ?? ''));
    await fresh.connect();
    await fresh.query(`LISTEN ${fresh.escapeIdentifier(settings.channel)}`);
    client = fresh;
  };
  const again = () => {
    timer = setTimeout(() => {
      connect().then(settings.missed, () => {
        if (!closed) again();
      });
    }, RETRY_MS);
  };

  await connect();
  return async () => {
    closed = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}
