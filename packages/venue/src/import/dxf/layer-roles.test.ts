import { expect, test } from 'vitest';
import { guessedRole, isDoorBlock, layerRoles } from './layer-roles';

test.each([
  // AIA, US National CAD Standard
  ['A-WALL', 'wall'],
  ['A-WALL-FULL-EXTR', 'wall'],
  ['I-WALL', 'wall'],
  ['A-WALL-GLAZ', 'glass'],
  ['A-GLAZ', 'glass'],
  ['A-DOOR', 'door'],
  ['A-DOOR-IDEN', 'ignore'],
  ['A-COLS', 'column'],
  ['S-COLS', 'column'],
  ['S-GRID', 'ignore'],
  ['A-FLOR-STRS', 'stairs'],
  ['A-FLOR-EVTR', 'lift'],
  ['A-FLOR-CASE', 'counter'],
  ['A-FLOR-OTLN', 'outline'],
  ['A-FURN', 'furniture'],
  ['A-AREA', 'room'],
  ['A-AREA-IDEN', 'text'],
  ['A-ANNO-DIMS', 'ignore'],
  ['A-ANNO-TEXT', 'text'],
  ['A-CLNG', 'ignore'],
  ['E-LITE', 'ignore'],
  // 天正
  ['WALL', 'wall'],
  ['WINDOW', 'glass'],
  ['WINDOW_TEXT', 'ignore'],
  ['COLUMN', 'column'],
  ['STAIR', 'stairs'],
  ['EVTR', 'lift'],
  ['SPACE', 'room'],
  ['DOTE', 'ignore'],
  ['AXIS', 'ignore'],
  ['AXIS_TEXT', 'ignore'],
  ['PUB_TEXT', 'text'],
  ['PUB_DIM', 'ignore'],
  ['LVTRY', 'furniture'],
  // Chinese
  ['建-墙体-隔墙', 'wall'],
  ['墙体', 'wall'],
  ['门窗', 'glass'],
  ['门', 'door'],
  ['柱子', 'column'],
  ['楼梯', 'stairs'],
  ['电梯', 'lift'],
  ['扶梯', 'escalator'],
  ['窗口', 'counter'],
  ['柜台', 'counter'],
  ['家具', 'furniture'],
  ['房间名称', 'text'],
  ['尺寸标注', 'ignore'],
  ['强电', 'ignore'],
  // English
  ['Walls', 'wall'],
  ['Doors', 'door'],
  ['rooms', 'room'],
  ['Elevators', 'lift'],
  ['Escalator', 'escalator'],
  ['service counters', 'counter'],
  // parts of other drawings, full-width letters
  ['plan|A-WALL', 'wall'],
  ['xref$0$A-DOOR', 'door'],
  ['ＷＡＬＬ', 'wall'],
  ['0', undefined],
  ['图层1', undefined],
])('layer %s is taken for %s', (layer, role) => {
  expect(guessedRole(layer)).toBe(role);
});

test.each([
  ['$DorLib2D$00000012', true],
  ['DOOR-900', true],
  ['单开门', true],
  ['M0921', true],
  ['FM1521', true],
  ['MACHINE', false],
  ['门牌', false],
  ['C1515', false],
])('block %s is a door: %s', (block, isDoor) => {
  expect(isDoorBlock(block)).toBe(isDoor);
});

test('what a caller says is taken before the guess, upper and lower case the same', () => {
  const roles = layerRoles(['A-Wall', '0', 'wall.b'], { 'a-*': 'glass', '0': 'wall' });
  expect([...roles.values()]).toEqual(['glass', 'wall', 'wall']);
});
