import { type ReceiverBatch, receiverTopic } from '@daoyin/protocol';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { serverTopics } from './access';

/** The server's own connection to the broker. */
export interface ReceiverLink {
  publish(receiver: string, batch: ReceiverBatch): void;
  /** At least once. */
  say(topic: string, message: unknown): void;
  readonly isConnected: () => boolean;
  close(): Promise<void>;
}

export interface LinkSettings {
  readonly url: string;
  readonly credentials?: { readonly username: string; readonly password: string };
  readonly venue: string;
  /** Keeps the broker's memory of this server over a restart, so that no call is lost; undefined for the broker inside. */
  readonly clientId: string | undefined;
  /** A message is acknowledged to the broker once this is done with it; it is tried again while it throws. */
  readonly handle: (topic: string, text: string) => Promise<void> | void;
  readonly warn: (message: string) => void;
}

const RETRY_MS = 1_000;

/** Subscribes to all that a venue's machines publish; the client connects again by itself when the broker was away. */
export async function linkReceivers(settings: LinkSettings): Promise<ReceiverLink> {
  const { url, venue, warn } = settings;
  const client = await connect(settings);
  let closing = false;
  client.handleMessage = (packet, done) => {
    const text = packet.payload.toString();
    const attempt = async () => {
      for (;;) {
        try {
          return await settings.handle(packet.topic, text);
        } catch (error) {
          warn(`a message on ${packet.topic} waits: ${(error as Error).message}`);
          if (closing) throw error;
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        }
      }
    };
    attempt().then(
      () => done(),
      (error: Error) => done(error),
    );
  };
  client.on('error', (error) => warn(`MQTT broker ${shown(url)}: ${error.message}`));
  client.on('offline', () => {
    if (!closing) warn(`MQTT broker ${shown(url)} is away; trying again`);
  });
  const subscribed = client.subscribeAsync([...serverTopics(venue)], { qos: 1 });
  if (client.connected) await subscribed;
  else subscribed.catch((error: Error) => warn(`MQTT broker ${shown(url)}: ${error.message}`));
  return {
    publish: (receiver, batch) => {
      client.publish(receiverTopic(venue, receiver), JSON.stringify(batch), { qos: 0 });
    },
    say: (topic, message) => {
      client.publish(topic, JSON.stringify(message), { qos: 1 });
    },
    isConnected: () => client.connected,
    close: () => {
      closing = true;
      return client.endAsync(true);
    },
  };
}

/** The broker inside must be there; one outside may come later: numbers are given and called without it. */
async function connect({ url, credentials, clientId, warn }: LinkSettings): Promise<MqttClient> {
  const options: IClientOptions = { connectTimeout: 5_000, reconnectPeriod: 1_000 };
  if (clientId === undefined) return mqtt.connectAsync(url, { ...options, ...credentials }, false);
  const client = mqtt.connect(url, { ...options, clientId, clean: false });
  const first = new Promise<void>((resolve) => {
    client.once('connect', () => resolve());
    client.once('error', (error) => {
      warn(`MQTT broker ${shown(url)}: ${error.message}; trying again`);
      resolve();
    });
    client.once('close', () => resolve());
  });
  await first;
  return client;
}

/** Without the password. */
function shown(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
