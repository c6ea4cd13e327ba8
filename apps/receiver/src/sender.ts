import {
  type AdvertLine,
  type ReceiverBatch,
  type ReceiverHealth,
  receiverHealthTopic,
  receiverTopic,
} from '@daoyin/protocol';
import mqtt from 'mqtt';
import { createOutbox } from './outbox';

export interface SenderSettings {
  readonly url: string;
  readonly venue: string;
  readonly receiver: string;
  readonly session?: string;
  /** The receiver's secret, from whoever enrolled it; not needed on the server's own machine. */
  readonly token?: string;
  /** Told when the connection comes and goes, one line. */
  readonly say: (line: string) => void;
  readonly everyMs?: number;
  /** Adverts kept while the server is away: the newest ten minutes of a busy hall. */
  readonly capacity?: number;
}

export interface Sender {
  add(line: AdvertLine): void;
  /** Sends what waits, for at most `patienceMs`, and hangs up. */
  close(patienceMs: number): Promise<void>;
  counters(): { readonly sent: number; readonly waiting: number; readonly lost: number };
}

const LARGEST_BATCH = 2000;
const HEALTH_EVERY_MS = 30_000;

/** Publishes adverts in batches, each until the broker has acknowledged it; nothing is lost while the server is away for a while. */
export function createSender(settings: SenderSettings): Sender {
  const { url, venue, receiver, session, token, say, everyMs = 500, capacity = 60_000 } = settings;
  const outbox = createOutbox<AdvertLine>(capacity);
  const healthTopic = receiverHealthTopic(venue, receiver);
  const health = (online: boolean): string =>
    JSON.stringify({
      atMs: Date.now(),
      online,
      sent,
      waiting: outbox.waiting,
      lost: outbox.lost,
    } satisfies ReceiverHealth);
  let sent = 0;
  const client = mqtt.connect(url, {
    reconnectPeriod: 2000,
    connectTimeout: 5000,
    clean: true,
    ...(token !== undefined && { username: receiver, password: token }),
    will: { topic: healthTopic, payload: Buffer.from(health(false)), qos: 1, retain: false },
  });
  const topic = receiverTopic(venue, receiver);
  let busy: Promise<void> | undefined;

  let closing = false;
  let told: 'connected' | 'away' | undefined;
  const tell = (state: 'connected' | 'away', line: string) => {
    if (told !== state && !closing) say(line);
    told = state;
  };
  const tellHealth = () => {
    if (client.connected) client.publish(healthTopic, health(true), { qos: 0 });
  };
  client.on('connect', () => {
    tell('connected', `connected to ${url}, topic ${topic}`);
    tellHealth();
  });
  client.on('close', () => tell('away', `no connection to ${url}; adverts are kept and sent later`));
  client.on('error', (error) => say(`${url}: ${error.message}`));

  async function send(): Promise<void> {
    while (client.connected && outbox.waiting > 0) {
      const adverts = [...outbox.next(LARGEST_BATCH)];
      const batch: ReceiverBatch = { receiver, ...(session !== undefined && { session }), adverts };
      try {
        await client.publishAsync(topic, JSON.stringify(batch), { qos: 1 });
      } catch {
        return; // they stay in the outbox
      }
      outbox.sent(adverts.length);
      sent += adverts.length;
    }
  }
  const flush = (): Promise<void> => {
    busy ??= send().finally(() => {
      busy = undefined;
    });
    return busy;
  };
  const timer = setInterval(flush, everyMs);
  const healthTimer = setInterval(tellHealth, HEALTH_EVERY_MS);

  return {
    add: (line) => outbox.add(line),
    async close(patienceMs) {
      clearInterval(timer);
      clearInterval(healthTimer);
      await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
      closing = true;
      await client.endAsync(true);
    },
    counters: () => ({ sent, waiting: outbox.waiting, lost: outbox.lost }),
  };
}
