import { describe, expect, it } from 'vitest';
import { reachabilityIssues } from '../router';
import { line, rect, type Sketch, venueOf } from '../sketch.test-support';

const hall = { id: 'hall', category: 'walkway', area: rect(0, 0, 20, 10) };
const office = { id: 'office', area: rect(0, 10, 20, 20) };
const street = { id: 'street door', line: line(9, 0, 11, 0) };
const door = { id: 'door', line: line(15, 10, 16.4, 10) };
const kinds = (sketch: Sketch) => {
  const venue = venueOf(sketch);
  return reachabilityIssues(venue).map(({ kind, severity, featureId }) => [kind, severity, featureId]);
};

describe('reachability', () => {
  it('a hall whose windows are all reached from the street has no finding', () => {
    expect(
      kinds({ units: [hall, office], openings: [street, door], windows: { 1: { x: 5, y: 15 } } }),
    ).toEqual([]);
  });

  it('a window behind a wall, and a room without a way in, are found', () => {
    const closet = { id: 'closet', area: rect(20, 0, 30, 10) };
    const sketch = {
      units: [hall, office, closet],
      openings: [street, door],
      windows: { 1: { x: 25, y: 5 } },
    };
    expect(kinds(sketch)).toEqual([
      ['window-unreachable', 'error', 'occupant 1'],
      ['unit-unreachable', 'warning', 'closet'],
    ]);
  });

  it('a window inside a counter is found', () => {
    const counter = { id: 'counter', area: rect(2, 2, 8, 8) };
    const sketch = { units: [hall], openings: [street], fixtures: [counter], windows: { 1: { x: 5, y: 5 } } };
    expect(kinds(sketch)).toEqual([['window-not-walkable', 'error', 'occupant 1']]);
  });

  it('a storey without a connector is unreachable, one with stairs only is not step-free', () => {
    const upper: Sketch = {
      levels: ['1F', '2F'],
      units: [hall, { id: 'upper', level: '2F', category: 'walkway', area: rect(0, 0, 20, 10) }],
      openings: [street],
      windows: { 1: { x: 5, y: 5, level: '2F' } },
    };
    expect(kinds(upper).map(([kind]) => kind)).toEqual([
      'window-unreachable',
      'level-unreachable',
      'unit-unreachable',
    ]);
    const stairs = ['1F', '2F'].map((level) => ({
      id: `stairs ${level}`,
      level,
      category: 'stairs',
      area: rect(18, 4, 20, 6),
    }));
    const joined = {
      ...upper,
      units: [...upper.units!, ...stairs],
      connectors: [{ id: 'stairs', kind: 'stairs' as const, unitIds: stairs.map(({ id }) => id) }],
    };
    expect(kinds(joined)).toEqual([
      ['window-not-step-free', 'warning', 'occupant 1'],
      ['level-not-step-free', 'warning', 'level 2F'],
    ]);
  });

  it('without a street door the floor itself stands for it, and that is said', () => {
    expect(kinds({ units: [hall] })).toEqual([['no-entrance', 'assumption', undefined]]);
  });
});
