import { GATEWAY_TOPICS, gatewayFormatOf } from '@daoyin/beacon-ingest';
import { callsTopic, receiverHealthTopic, receiverTopic } from '@daoyin/protocol';
import type { Machine } from '../machines/machines';

/** Who is at the broker inside: the server itself, a machine by its secret, or a program on this machine without one. */
export type BrokerClient =
  | { readonly kind: 'server' }
  | { readonly kind: 'machine'; readonly machine: Machine }
  | { readonly kind: 'local' };

/** Whether a client may publish on a topic: each machine on its own ones only. */
export function mayPublish(client: BrokerClient, venue: string, topic: string): boolean {
  if (client.kind === 'server') return true;
  if (client.kind === 'local') return isReceiverTopic(venue, topic) || gatewayFormatOf(topic) !== undefined;
  const { id, kind } = client.machine;
  if (kind === 'calls') return topic === callsTopic(venue, id);
  return (
    topic === receiverTopic(venue, id) || topic === receiverHealthTopic(venue, id) || isGateway(kind, topic)
  );
}

/** Readings are nobody's but the server's; a calling system hears what became of its messages. */
export function maySubscribe(client: BrokerClient, venue: string, topic: string): boolean {
  if (client.kind === 'server') return true;
  return client.kind === 'machine' && topic === `${callsTopic(venue, client.machine.id)}/results`;
}

/** All that the server listens to. */
export const serverTopics = (venue: string): readonly string[] => [
  receiverTopic(venue, '+'),
  receiverHealthTopic(venue, '+'),
  callsTopic(venue, '+'),
  ...Object.values(GATEWAY_TOPICS),
];

const isGateway = (kind: Machine['kind'], topic: string) =>
  kind === 'receiver' && gatewayFormatOf(topic) !== undefined;

function isReceiverTopic(venue: string, topic: string): boolean {
  const receiver = topic.split('/')[3] ?? '';
  return topic === receiverTopic(venue, receiver) || topic === receiverHealthTopic(venue, receiver);
}
