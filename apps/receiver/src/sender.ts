import { type AdvertLine, type ReceiverBatch, receiverTopic } from '@daoyin/protocol';
import mqtt from 'mqtt';
import { createOutbox } from './outbox';

export interface SenderSettings {
  readonly url: string;
  readonly venue: string;
  readonly receiver: string;
  readonly session?: string;
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

/** Publishes adverts in batches, each until the broker has acknowledged it; nothing is lost while the server is away for a while. */
export function createSender(settings: SenderSettings): Sender {
  const { url, venue, receiver, session, say, everyMs = 500, capacity = 60_000 } = settings;
  const outbox = createOutbox<AdvertLine>(capacity);
  const client = mqtt.connect(url, { reconnectPeriod: 2000, connectTimeout: 5000, clean: true });
  const topic = receiverTopic(venue, receiver);
  let sent = 0;
  let busy: Promise<void> | undefined;

  let closing = false;
  let told: 'connected' | 'away' | undefined;
  const tell = (state: 'connected' | 'away', line: string) => {
    if (told !== state && !closing) say(line);
    told = state;
  };
  client.on('connect', () => tell('connected', `connected to ${url}, topic ${topic}`));
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

  return {
    add: (line) => outbox.add(line),
    async close(patienceMs) {
      clearInterval(timer);
      await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
      closing = true;
      await client.endAsync(true);
    },
    counters: () => ({ sent, waiting: outbox.waiting, lost: outbox.lost }),
  };
}
