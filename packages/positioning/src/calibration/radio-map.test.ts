import { describe, expect, it } from 'vitest';
import { usualField } from './kernel';
import { decodePlaces, decodeRadioMap, encodePlaces, type RadioMap } from './radio-map';

const map: RadioMap = {
  kind: 'radio-map',
  version: 2,
  bodyHalfDb: 2.5,
  channel: { nearExponent: 1.9, farExponent: 3 },
  field: usualField,
  places: { B1: [10, 20, -705, 31] },
};

describe('radio map', () => {
  it('keeps places to a decimetre and levels to a tenth of a dB', () => {
    const places = [
      { x: 12.34, y: -5.6, meanDbm: -70.26, sdDb: 1.74 },
      { x: 0, y: 0, meanDbm: -99, sdDb: 0.01 },
    ];
    expect(decodePlaces(encodePlaces(places))).toEqual([
      { x: 12.3, y: -5.6, meanDbm: -70.3, sdDb: 1.7 },
      { x: 0, y: 0, meanDbm: -99, sdDb: 0.1 }, // nothing is certain
    ]);
  });

  it('is read back from the text of a register', () => {
    expect(decodeRadioMap(JSON.parse(JSON.stringify(map)))).toEqual(map);
  });

  it.each([
    undefined,
    null,
    7,
    'radio-map',
    [],
    {},
    { ...map, kind: 'other' },
    { ...map, version: 1 },
    { ...map, field: undefined },
    { ...map, field: { ...usualField, sdDb: Number.NaN } },
    { ...map, field: { ...usualField, correlationLength: 0 } },
    { ...map, channel: undefined },
    { ...map, channel: { nearExponent: 2, farExponent: -1 } },
    { ...map, bodyHalfDb: -1 },
    { ...map, places: null },
    { ...map, places: { B1: [1, 2, 3] } },
    { ...map, places: { B1: ['1', 2, 3, 4] } },
    { ...map, places: { B1: 'loud' } },
    { ...map, places: { B1: null } },
  ])('is not made of %j', (calibration) => {
    expect(decodeRadioMap(calibration)).toBeUndefined();
  });
});
