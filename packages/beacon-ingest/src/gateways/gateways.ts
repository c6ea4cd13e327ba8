import type { Advert } from '../types';
import { readEspresense } from './espresense';
import { readMinew } from './minew';
import { readTheengs } from './theengs';

/** Whose messages they are: ESPresense; Theengs Gateway and OpenMQTTGateway, which say the same; Minew's JSON-LONG. */
export type GatewayFormat = 'espresense' | 'theengs' | 'minew';

export type GatewayMessage =
  | {
      readonly ok: true;
      readonly gateway: string;
      readonly adverts: readonly Advert[];
      /** Entries that name no signal: without an address or a level. */
      readonly skipped: number;
    }
  /** English, for logs. */
  | { readonly ok: false; readonly problem: string };

/** The topics that each format is published on, for a subscription (MQTT 5, 4.7). */
export const GATEWAY_TOPICS: Readonly<Record<GatewayFormat, string>> = {
  espresense: 'espresense/devices/+/+',
  theengs: 'home/+/BTtoMQTT/#',
  minew: '/gw/+/status',
};

/** Which format a topic is of; undefined for others. */
export function gatewayFormatOf(topic: string): GatewayFormat | undefined {
  if (/^espresense\/devices\/[^/]+\/[^/]+$/.test(topic)) return 'espresense';
  if (/^home\/[^/]+\/BTtoMQTT(\/|$)/.test(topic)) return 'theengs';
  return /^\/gw\/[^/]+\/status$/.test(topic) ? 'minew' : undefined;
}

/** The adverts in one message of a gateway. `atMs` is when it came: most gateways tell no time of their own. Never throws. */
export function readGatewayMessage(
  format: GatewayFormat,
  topic: string,
  text: string,
  atMs: number,
): GatewayMessage {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: `not JSON: ${text.slice(0, 60)}` };
  }
  switch (format) {
    case 'espresense':
      return readEspresense(topic, value, atMs);
    case 'theengs':
      return readTheengs(topic, value, atMs);
    case 'minew':
      return readMinew(topic, value, atMs);
  }
}
