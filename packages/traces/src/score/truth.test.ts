import { describe, expect, it } from 'vitest';
import { decodePositionLine, decodeTruthLine, truthAt } from './truth';

describe('lines of truth and positions', () => {
  it('are decoded with what is optional in them', () => {
    expect(decodeTruthLine('{"atMs":456,"x":18,"y":8.4,"level":"1F","height":1.8}')).toEqual({
      ok: true,
      value: { atMs: 456, x: 18, y: 8.4, level: '1F', height: 1.8 },
    });
    expect(decodePositionLine('{"atMs":1,"x":2,"y":3,"level":"1F","covariance":[1,0,1]}')).toEqual({
      ok: true,
      value: { atMs: 1, x: 2, y: 3, level: '1F' },
    });
  });

  it('a bad line says which field is wrong', () => {
    const reasons = [
      '{"atMs":1',
      '[]',
      '{"atMs":1,"x":null,"y":0,"level":"1F"}',
      '{"atMs":1,"x":0,"y":0}',
    ].map((line) => decodePositionLine(line));
    expect(reasons).toEqual([
      { ok: false, reason: 'not a JSON object: {"atMs":1' },
      { ok: false, reason: '"atMs" is missing' },
      { ok: false, reason: '"x" is null' },
      { ok: false, reason: '"level" is missing' },
    ]);
    expect(decodePositionLine('{"atMs":1,"x":0,"y":0,"level":"1F","accuracy95":-1}')).toMatchObject({
      ok: false,
      reason: '"accuracy95" is -1',
    });
  });
});

it('between two levels the truth is the nearer line in time', () => {
  const truth = [
    { atMs: 0, x: 0, y: 0, level: '1F' },
    { atMs: 1000, x: 4, y: 0, level: '2F' },
  ];
  expect(truthAt(truth, 400)).toEqual({ atMs: 400, x: 0, y: 0, level: '1F' });
  expect(truthAt(truth, 600)).toEqual({ atMs: 600, x: 4, y: 0, level: '2F' });
});
