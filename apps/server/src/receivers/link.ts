import { type ReceiverBatch, receiverTopic } from '@daoyin/protocol';
import mqtt, { type MqttClient } from 'mqtt';

/** The server's own connection to the broker. */
export interface ReceiverLink {
  publish(receiver: string, batch: ReceiverBatch): void;
  close(): Promise<void>;
}

/** Subscribes to the batches of every receiver of a venue; the client reconnects by itself when the broker goes away. */
export async function linkReceivers(
  url: string,
  venue: string,
  handle: (text: string) => void,
  warn: (message: string) => void,
): Promise<ReceiverLink> {
  const client = await connect(url, warn);
  client.on('message', (_topic, payload) => handle(payload.toString('utf8')));
  await client.subscribeAsync(receiverTopic(venue, '+'), { qos: 0 });
  return {
    publish: (receiver, batch) => {
      client.publish(receiverTopic(venue, receiver), JSON.stringify(batch), { qos: 0 });
    },
    close: () => client.endAsync(true),
  };
}

async function connect(url: string, warn: (message: string) => void): Promise<MqttClient> {
  const client = await mqtt.connectAsync(url, { connectTimeout: 5_000, reconnectPeriod: 1_000 }, false);
  client.on('error', (error) => warn(`MQTT broker ${url}: ${error.message}`));
  client.on('offline', () => warn(`MQTT broker ${url} is away; trying again`));
  return client;
}
