import { hostname } from 'node:os';
import type { VenueBundle } from '@daoyin/protocol';
import type { BeaconRegister } from '@daoyin/venue';
import type { AdapterContext } from '../calls/adapter';
import type { EventHub } from '../http/events';
import type { Machines } from '../machines/machines';
import type { ServerOptions } from '../options/options';
import type { Database } from '../storage/database';
import { startBroker } from './broker';
import { openReceiverDesk } from './desk';
import { type DoorCounters, openReceiverDoor } from './door';
import { linkReceivers, type ReceiverLink } from './link';

export interface ReceiversContext {
  readonly options: Pick<ServerOptions, 'mqttUrl' | 'mqttPort' | 'mqttPortAsked' | 'host'>;
  readonly bundle: VenueBundle;
  readonly hub: EventHub;
  readonly database: Database;
  readonly machines: Machines;
  readonly adapter: AdapterContext;
  /** Of HTTP: what tells servers on one machine apart. */
  readonly port: number;
  readonly nowMs: () => number;
  readonly warn: (message: string) => void;
}

export interface Receivers {
  readonly mqttUrl: string;
  readonly link: ReceiverLink;
  readonly counters: DoorCounters;
  /** Goes by another register from now on. */
  readonly use: (register: BeaconRegister) => void;
  /** Writes what was heard of the beacons. */
  readonly flushHealth: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const HEALTH_PACE_MS = 10_000;

/** The broker inside where none is named, the server's link to it, and what comes of what is published there. */
export async function openReceivers(context: ReceiversContext): Promise<Receivers> {
  const { options, bundle, hub, database, machines, adapter, nowMs, warn } = context;
  const { venue } = bundle.register;
  const { mqttPort: port, host, mqttPortAsked: asked } = options;
  const broker =
    options.mqttUrl === undefined
      ? await startBroker({ port, host, asked, venue, machines, warn })
      : undefined;
  const url = options.mqttUrl ?? broker!.url;
  const door = openReceiverDoor(bundle.register, { warn, nowMs });
  let link: ReceiverLink | undefined;
  const desk = openReceiverDesk({
    venue,
    door,
    database,
    machines,
    adapter,
    relay: ({ session, readings }) => {
      if (session !== undefined) hub.relay(session, readings);
    },
    say: (topic, message) => link?.say(topic, message),
    nowMs,
    warn,
  });
  const flushHealth = () => desk.flush().catch((error: Error) => warn(`beacon health: ${error.message}`));
  try {
    link = await linkReceivers({
      url,
      venue,
      clientId: broker ? undefined : `daoyin-${venue}-${hostname()}-${context.port}`,
      ...(broker && { credentials: broker.credentials }),
      handle: desk.handle,
      warn,
    });
  } catch (error) {
    await broker?.close();
    throw error;
  }
  const timer = setInterval(flushHealth, HEALTH_PACE_MS);
  const { close } = link;
  return {
    mqttUrl: url,
    link,
    counters: door.counters,
    use: door.use,
    flushHealth,
    close: async () => {
      clearInterval(timer);
      await close();
      await flushHealth();
      await broker?.close();
    },
  };
}
