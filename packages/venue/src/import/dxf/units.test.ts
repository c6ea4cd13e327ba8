import { expect, test } from 'vitest';
import { type DrawingParts, scaledBy, twoRooms } from './dxf.test-support';
import { imported, sizes } from './imported.test-support';

test.each<[string, number, DrawingParts['header'], string[]]>([
  ['millimetres', 1000, { $INSUNITS: [70, 4] }, []],
  ['inches', 1 / 0.0254, { $INSUNITS: [70, 1] }, []],
  ['feet', 1 / 0.3048, { $INSUNITS: [70, 2] }, []],
  ['millimetres that are not said', 1000, {}, ['unit-assumed']],
  ['metres that are not said', 1, {}, ['unit-assumed']],
  ['inches that are not said', 1 / 0.0254, { $MEASUREMENT: [70, 0] }, ['unit-assumed']],
  ['millimetres under a header that says inches', 1000, { $INSUNITS: [70, 1] }, ['unit-implausible']],
])('a drawing in %s comes out in metres', (_, by, header, remarks) => {
  const hall = imported({ ...scaledBy(twoRooms(), by), header: header! });
  expect(sizes(hall)).toEqual({ office: 27.5, lobby: 46.8 });
  expect(hall.said.filter((kind) => kind.startsWith('unit'))).toEqual(remarks);
});

test('a unit that the caller says is taken', () => {
  const small = imported(twoRooms(), { units: 'ft' });
  expect(sizes(small).lobby).toBeCloseTo(46.8 * 0.3048 ** 2, 0);
});

test('surveyors’ coordinates far from the origin change nothing', () => {
  const far = twoRooms();
  const shifted = far.entities.map((groups) =>
    groups.map(([code, value]) => [code, [10, 11].includes(code) ? Number(value) + 4e5 : value] as const),
  );
  expect(sizes(imported({ ...far, entities: shifted }))).toEqual({ office: 27.5, lobby: 46.8 });
});
