import { gatewayFormatOf, readGatewayMessage } from '@daoyin/beacon-ingest';
import { type CallResult, callMessage, callsTopic, receiverHealth } from '@daoyin/protocol';
import { type AdapterContext, applyMessage } from '../calls/adapter';
import type { Machines } from '../machines/machines';
import type { Database } from '../storage/database';
import type { Received, ReceiverDoor } from './door';
import { writeBeaconHealth, writeReceiver } from './health-store';

export interface ReceiverDeskContext {
  readonly venue: string;
  readonly door: ReceiverDoor;
  readonly database: Database;
  readonly machines: Pick<Machines, 'signingSecret'>;
  readonly adapter: AdapterContext;
  readonly relay: (received: Received) => void;
  readonly say: (topic: string, message: unknown) => void;
  readonly nowMs: () => number;
  readonly warn: (message: string) => void;
}

/** What comes from the broker, sorted: readings, receivers' health, calls, gateways. */
export interface ReceiverDesk {
  handle(topic: string, text: string): Promise<void>;
  /** Writes the beacons' health that has changed. */
  flush(): Promise<void>;
}

export function openReceiverDesk(context: ReceiverDeskContext): ReceiverDesk {
  const { venue, door, database, nowMs, warn } = context;
  const ours = new RegExp(
    `^daoyin/${venue.replace(/[^\w-]/g, '\\$&')}/(receivers|calls)/([^/]+)(?:/(\\w+))?$`,
  );

  const takeHealth = async (receiver: string, text: string) => {
    const decoded = receiverHealth.safeParse(parsed(text));
    if (!decoded.success) return warn(`the health of receiver ${receiver} was left out: not understood`);
    await writeReceiver(database, receiver, { ...decoded.data, atMs: nowMs() });
  };
  const takeCall = async (machine: string, text: string) => {
    const results = `${callsTopic(venue, machine)}/results`;
    const decoded = callMessage.safeParse(parsed(text));
    const refused = (detail: string): CallResult => ({ id: '', outcome: 'refused', detail });
    if ((await context.machines.signingSecret(machine)) === undefined)
      return context.say(results, refused(`${machine} is no calling system of this hall.`));
    if (!decoded.success) return context.say(results, refused(decoded.error.issues[0]!.message));
    context.say(results, await applyMessage(context.adapter, machine, decoded.data));
  };

  return {
    async handle(topic, text) {
      const [, branch, machine, leaf] = ours.exec(topic) ?? [];
      if (branch === 'receivers' && leaf === 'readings') return context.relay(door.receive(text, machine!));
      if (branch === 'receivers' && leaf === 'health') return takeHealth(machine!, text);
      if (branch === 'calls' && leaf === undefined) return takeCall(machine!, text);
      const format = gatewayFormatOf(topic);
      if (format === undefined) return;
      const message = readGatewayMessage(format, topic, text, nowMs());
      if (message.ok) door.hear(message.adverts, message.gateway);
      else warn(`a gateway's message on ${topic} was left out: ${message.problem}`);
    },
    async flush() {
      const changed = door.health.takeChanged();
      try {
        await writeBeaconHealth(database, changed);
      } catch (error) {
        door.health.putBack(changed);
        throw error;
      }
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
