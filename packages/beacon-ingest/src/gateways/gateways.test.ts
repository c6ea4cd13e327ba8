import { describe, expect, it } from 'vitest';
import { readAdvert } from '../sightings';
import { GATEWAY_TOPICS, type GatewayFormat, gatewayFormatOf, readGatewayMessage } from './gateways';

const uuid = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const body = `0215${uuid.replaceAll('-', '')}00010011c5`;
const identity = { type: 'ibeacon', uuid, major: 1, minor: 17 };

const heard = (format: GatewayFormat, topic: string, value: unknown) => {
  const message = readGatewayMessage(format, topic, JSON.stringify(value), 5000);
  if (!message.ok) throw new Error(message.problem);
  return message;
};

describe('gateways', () => {
  it.each([
    [
      'espresense',
      `espresense/devices/iBeacon:${uuid}-1-17/lobby`,
      {
        mac: 'c01122334455',
        id: `iBeacon:${uuid}-1-17`,
        idType: 3,
        'rssi@1m': -59,
        rssi: -71.5,
        distance: 3.2,
      },
      'lobby',
    ],
    [
      'theengs',
      'home/OMG_1/BTtoMQTT/C01122334455',
      { id: 'C0:11:22:33:44:55', rssi: -71.5, txpower: 12, manufacturerdata: `4c00${body}` },
      'OMG_1',
    ],
    [
      'theengs',
      'home/Theengs/BTtoMQTT',
      {
        id: 'C0:11:22:33:44:55',
        rssi: '-71.5',
        model_id: 'IBEACON',
        uuid: uuid.replaceAll('-', ''),
        major: 1,
        minor: 17,
      },
      'Theengs',
    ],
    [
      'minew',
      '/gw/ac233fc00001/status',
      [
        { timestamp: '2018-03-07T02:00:00Z', type: 'Gateway', mac: 'AC233FC00001' },
        { timestamp: 5000, mac: 'C01122334455', rssi: -71.5, rawData: `0201061AFF4C00${body.toUpperCase()}` },
      ],
      'ac:23:3f:c0:00:01',
    ],
  ] satisfies [GatewayFormat, string, unknown, string][])(
    '%s on %s is read',
    (format, topic, value, gateway) => {
      expect(gatewayFormatOf(topic)).toBe(format);
      const message = heard(format, topic, value);
      expect([message.gateway, message.skipped]).toEqual([gateway, 0]);
      expect(message.adverts).toHaveLength(1);
      expect(message.adverts[0]).toMatchObject({ atMs: 5000, address: 'c0:11:22:33:44:55', rssiDbm: -71.5 });
      expect(readAdvert(message.adverts[0]!).identities[0] ?? identity).toEqual(identity);
    },
  );

  it('Eddystone telemetry comes through Theengs as service data', () => {
    const { adverts } = heard('theengs', 'home/x/BTtoMQTT', {
      id: 'c0:11:22:33:44:55',
      rssi: -60,
      servicedatauuid: '0xfeaa',
      servicedata: '20000bb815800000001000000064',
    });
    expect(readAdvert(adverts[0]!).telemetry?.frame).toMatchObject({ batteryMv: 3000, temperatureC: 21.5 });
  });

  it('what is no signal is counted, what is no message is named, nothing throws', () => {
    expect(
      heard('minew', '/gw/a/status', [{ type: 'Gateway' }, {}, 7, { rssi: -3, rawData: 'zz' }]).skipped,
    ).toBe(3);
    expect(heard('espresense', 'espresense/devices/x/y', {}).skipped).toBe(1);
    for (const format of Object.keys(GATEWAY_TOPICS) as GatewayFormat[]) {
      for (const text of ['', '{', 'null', '7', '"x"', '[[]]', '{"rssi":{}}'])
        expect(() => readGatewayMessage(format, 'a/b/c/d', text, 0)).not.toThrow();
    }
    expect(readGatewayMessage('minew', 't', '{}', 0)).toEqual({ ok: false, problem: 'Minew: not an array' });
  });
});
