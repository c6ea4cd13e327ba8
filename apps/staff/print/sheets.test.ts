import type { Hall } from '@daoyin/ui';
import { describe, expect, it } from 'vitest';
import { isAmong } from './PrintPage';
import { sheetsOf } from './sheets';

const at = (x: number) => ({ x, y: 2, level: '1F' });
const hall = {
  venue: {
    windows: [
      { number: '10', name: {}, at: at(10) },
      { number: '2', name: {}, at: at(2) },
    ],
    amenities: [],
    units: [],
    kiosks: [],
  },
  services: {
    departments: [{ id: 'd', name: { zh: '税务局' } }],
    areas: [{ id: 'a', name: { zh: '税务区' }, colour: '#123456' }],
    windows: [{ number: '2', departmentId: 'd', departmentIds: ['d'], areaId: 'a', duty: { zh: '发票' } }],
    themes: [{ id: 'shop', name: { zh: '开店' }, steps: [{ name: { zh: '执照' }, windows: ['2'] }] }],
  },
  places: [],
  paint: { windows: new Map([['2', '#abcdef']]), sections: new Map() },
} as unknown as Hall;

describe('sheets to print', () => {
  it('windows come in the order of their numbers, with what hangs over them', () => {
    const sheets = sheetsOf('windows', hall);
    expect(sheets.map(({ seal }) => seal)).toEqual(['2', '10']);
    expect(sheets[0]).toMatchObject({
      title: { zh: '发票' },
      lines: [{ zh: '税务局' }],
      area: { name: { zh: '税务区' }, colour: '#abcdef' },
    });
  });

  it('a code says where one stands behind the hash, which no server is sent', () => {
    const [sheet] = sheetsOf('windows', hall);
    const url = new URL(sheet!.path, 'http://hall.local');
    expect(url.search).toBe('');
    expect(decodeURIComponent(url.hash)).toBe('#from=2.0,2.0,1F');
  });

  it('a theme has its steps in order and the code of its menu', () => {
    expect(sheetsOf('themes', hall)).toMatchObject([{ lines: [{ zh: '执照' }], path: '/phone/?theme=shop' }]);
  });

  it('of all windows those are printed that are asked for', () => {
    expect(['1', '30', '31', '45'].map((number) => isAmong('1–30, 45', number))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});
