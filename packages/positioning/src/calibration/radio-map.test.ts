import { describe, expect, it } from 'vitest';
import { decodePlaces, decodeRadioMap, encodePlaces, type RadioMap } from './radio-map';

const map: RadioMap = {
  kind: 'radio-map',
  version: 1,
  bodyHalfDb: 2.5,
  field: { sdDb: 4, correlationLength: 5 },
  places: { B1: { '1F': [10, 20, -705, 3] } },
};

describe('radio map', () => {
  it('keeps places to a decimetre and levels to a tenth of a dB', () => {
    const places = [
      { x: 12.34, y: -5.6, meanDbm: -70.26, count: 7 },
      { x: 0, y: 0, meanDbm: -99, count: 0 },
    ];
    expect(decodePlaces(encodePlaces(places))).toEqual([
      { x: 12.3, y: -5.6, meanDbm: -70.3, count: 7 },
      { x: 0, y: 0, meanDbm: -99, count: 0 },
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
    { ...map, version: 2 },
    { ...map, field: undefined },
    { ...map, field: { sdDb: Number.NaN, correlationLength: 5 } },
    { ...map, field: { sdDb: 4, correlationLength: 0 } },
    { ...map, bodyHalfDb: -1 },
    { ...map, places: null },
    { ...map, places: { B1: { '1F': [1, 2, 3] } } },
    { ...map, places: { B1: { '1F': ['1', 2, 3, 4] } } },
    { ...map, places: { B1: 'loud' } },
    { ...map, places: { B1: null } },
  ])('is not made of %j', (calibration) => {
    expect(decodeRadioMap(calibration)).toBeUndefined();
  });
});
