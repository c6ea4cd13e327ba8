import { hexToBytes } from '../bytes';
import type { AdvertPayload } from '../types';
import { addressOf, type Fields, isFields, numberOf, textOf, uint16Of, uuidOf } from './fields';
import type { GatewayMessage } from './gateways';

/** `home/<gateway>/BTtoMQTT[/…]` of Theengs Gateway and OpenMQTTGateway: one device, raw or taken apart by their decoder. */
export function readTheengs(topic: string, value: unknown, atMs: number): GatewayMessage {
  if (!isFields(value)) return { ok: false, problem: 'Theengs: not an object' };
  const gateway = topic.split('/')[1]!;
  const address = addressOf(value.id ?? value.mac);
  const rssiDbm = numberOf(value.rssi);
  if (address === undefined || rssiDbm === undefined) return { ok: true, gateway, adverts: [], skipped: 1 };
  return { ok: true, gateway, adverts: [{ atMs, address, rssiDbm, payload: payloadOf(value) }], skipped: 0 };
}

function payloadOf(value: Fields): AdvertPayload {
  const manufacturer = hexToBytes(textOf(value.manufacturerdata) ?? '');
  if (manufacturer !== undefined && manufacturer.length > 2)
    return {
      kind: 'manufacturer-data',
      companyId: manufacturer[0]! | (manufacturer[1]! << 8),
      bytes: manufacturer.subarray(2),
    };
  const [uuid, major, minor] = [uuidOf(value.uuid), uint16Of(value.major), uint16Of(value.minor)];
  if (uuid !== undefined && major !== undefined && minor !== undefined)
    return { kind: 'ibeacon', uuid, major, minor };
  const service = hexToBytes(textOf(value.servicedata) ?? '');
  const [, uuid16] = /^(?:0x)?([0-9a-f]{4})$/i.exec(textOf(value.servicedatauuid) ?? '') ?? [];
  return service !== undefined && service.length > 0 && uuid16 !== undefined
    ? { kind: 'service-data', uuid16: Number.parseInt(uuid16, 16), bytes: service }
    : { kind: 'address-only' };
}
