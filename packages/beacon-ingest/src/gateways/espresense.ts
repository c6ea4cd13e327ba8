import type { AdvertPayload } from '../types';
import { addressOf, isFields, numberOf, textOf, uint16Of, uuidOf } from './fields';
import type { GatewayMessage } from './gateways';

/** `espresense/devices/{id}/{node}`: one device as one node hears it, identified by the node itself. */
export function readEspresense(topic: string, value: unknown, atMs: number): GatewayMessage {
  if (!isFields(value)) return { ok: false, problem: 'ESPresense: not an object' };
  const gateway = topic.split('/').at(-1)!;
  const rssiDbm = numberOf(value.rssi);
  const address = addressOf(value.mac);
  const payload = payloadOf(textOf(value.id) ?? '');
  if (rssiDbm === undefined || (payload.kind === 'address-only' && address === undefined))
    return { ok: true, gateway, adverts: [], skipped: 1 };
  return {
    ok: true,
    gateway,
    adverts: [{ atMs, ...(address !== undefined && { address }), rssiDbm, payload }],
    skipped: 0,
  };
}

/** `iBeacon:<uuid>-<major>-<minor>`; other kinds of id name a device by its address only. */
function payloadOf(id: string): AdvertPayload {
  const [, uuidText, majorText, minorText] = /^iBeacon:([0-9a-f-]{36})-(\d+)-(\d+)$/i.exec(id) ?? [];
  const [uuid, major, minor] = [uuidOf(uuidText), uint16Of(majorText), uint16Of(minorText)];
  return uuid !== undefined && major !== undefined && minor !== undefined
    ? { kind: 'ibeacon', uuid, major, minor }
    : { kind: 'address-only' };
}
