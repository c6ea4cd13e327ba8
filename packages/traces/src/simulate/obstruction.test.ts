import type { Venue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { testHall } from './hall.test-support';
import { createObstruction } from './obstruction';

const obstruction = createObstruction(testHall());

/** Loss in dB of a level link 1.2 m above the floor of 1F. */
function wallsDb(from: readonly [number, number], to: readonly [number, number], of = obstruction): number {
  const [a, b] = [from, to].map(([x, y]) => ({ x, y, z: 1.2 }));
  expect(of.walls(a!, b!)).toEqual(of.walls(b!, a!));
  return of.walls(a!, b!).wallsDb;
}

describe('walls', () => {
  it('none in the open hall', () => {
    expect(wallsDb([5, 20], [50, 28])).toBe(0);
  });

  it('a room towards the hall is an inner wall', () => {
    expect(wallsDb([2, 4], [2, 20])).toBe(4);
  });

  it('two rooms have one partition between them, though both draw it', () => {
    expect(wallsDb([5, 3], [15, 4.1])).toBe(2.5);
  });

  it('a door lets through', () => {
    expect(wallsDb([5, 4], [5, 20])).toBe(0);
  });

  it('a counter counts once and does not block the sight', () => {
    expect(wallsDb([17, 25], [17, 35])).toBe(1.5);
    expect(obstruction.walls({ x: 17, y: 25, z: 1 }, { x: 17, y: 35, z: 1 }).walls).toBe(0);
  });

  it('a lift shaft is a core, and all walls together take at most 25 dB', () => {
    expect(wallsDb([58, 13], [58, 20])).toBe(15);
    expect(wallsDb([58, 5], [58, 20])).toBe(25);
  });

  it('the outline of the level is an outer wall', () => {
    expect(wallsDb([30, 38], [30, 50])).toBe(12);
  });

  it('rooms with a small gap between them have one wall', () => {
    const hall = testHall();
    const units = hall.units.map((unit) =>
      unit.id.startsWith('room-b')
        ? {
            ...unit,
            area: unit.area.map(({ outer, holes }) => ({
              outer: outer.map((p) => ({ ...p, x: Math.max(p.x, 10.15) })),
              holes,
            })),
          }
        : unit,
    );
    const gap: Venue = { ...hall, units };
    expect(wallsDb([5, 3], [15, 4.1], createObstruction(gap))).toBe(2.5);
  });
});

describe('slabs', () => {
  const slabsDb = (x: number, y: number, from: number, to: number, of = obstruction) =>
    of.slabs({ x, y, z: from }, { x, y, z: to }).slabsDb;

  it('the first takes 16 dB and each further one 12', () => {
    const hall = testHall();
    const tall = [...hall.levels, { ...hall.levels[1]!, shortName: '3F', ordinal: 2, elevation: 9 }];
    expect(slabsDb(5, 30, 1.2, 7.5)).toBe(16);
    expect(slabsDb(5, 30, 1.2, 12, createObstruction({ ...hall, levels: tall }))).toBe(28);
    expect(slabsDb(5, 30, 12, 1.2, createObstruction({ ...hall, levels: tall }))).toBe(28);
  });

  it('there is none within a level', () => {
    expect(slabsDb(5, 30, 1.2, 3)).toBe(0);
    expect(slabsDb(5, 30, 5.7, 7.5)).toBe(0);
  });

  it('the shaft of stairs weakens like the slab about it', () => {
    expect(slabsDb(58, 33, 1.2, 7.5)).toBe(16);
    expect(slabsDb(50, 33, 1.2, 7.5)).toBe(16);
  });

  it('an atrium is open where the link passes the floor, not where it ends', () => {
    expect(slabsDb(30, 17, 1.2, 7.5)).toBe(0);
    const through = obstruction.slabs({ x: 18, y: 17, z: 4 }, { x: 24, y: 17, z: 8.5 });
    expect(through.slabs).toBe(1);
    expect(obstruction.slabs({ x: 18, y: 17, z: 1.2 }, { x: 24, y: 17, z: 5 }).slabs).toBe(0);
  });
});
