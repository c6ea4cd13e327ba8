import { describe, expect, it } from 'vitest';
import { beacons, daoyin, jsonl, text, UUID } from '../program.test-support';

describe('decode', () => {
  it('gives one line for each line, whatever is in it', async () => {
    const lines = [
      `{"atMs":7,"address":"c0:11:22:33:44:55","rssiDbm":-60,"advertHex":"0201061aff4c000215${UUID.replaceAll('-', '')}00010002c5"}`,
      '{"advertHex":"0201060303aafe1116aafe20000b18130000001467000002ac"}',
      '{"advertHex":"02010605096c616d70"}',
      '{"advertHex":"1aff4c"}',
      '{"advertHex":"xy"}',
      'rubbish',
      '{}',
    ];
    const { code, out } = await daoyin(['decode'], text(lines));
    expect(code).toBe(0);
    expect(jsonl(out)).toEqual([
      {
        type: 'ibeacon',
        uuid: UUID,
        major: 1,
        minor: 2,
        measuredPowerDbm: -59,
        atMs: 7,
        address: 'c0:11:22:33:44:55',
        rssiDbm: -60,
      },
      {
        type: 'eddystone-tlm',
        batteryMv: 2840,
        temperatureC: 19,
        advertCount: 5223,
        secondsSinceBoot: 68.4,
      },
      { type: 'unknown' },
      { type: 'malformed', reason: 'AD structure at byte 0 of 26 bytes, 2 are left' },
      { type: 'malformed', reason: 'line 5: advertHex is "xy", expected pairs of hex digits' },
      { type: 'malformed', reason: 'line 6: not JSON: "rubbish"' },
      { type: 'malformed', reason: 'line 7: advertHex is missing' },
    ]);
  });

  it('refuses what is no capture', async () => {
    expect(await daoyin(['decode', '--btsnoop', 'nowhere.log'])).toEqual({
      code: 1,
      out: '',
      err: 'daoyin: decode: nowhere.log: there is no such file or folder\n',
    });
    const { code, err } = await daoyin(['decode', '--btsnoop', beacons]);
    expect([code, err]).toEqual([1, expect.stringMatching(/record 1: not a btsnoop file: no magic\n$/)]);
  });
});
