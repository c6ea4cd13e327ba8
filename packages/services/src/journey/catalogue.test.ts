import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readServices } from '../decode';
import { itemSteps, stopsOf } from './catalogue';
import { alongALine, at } from './journey.test-support';
import { planJourney } from './plan-journey';
import { journeyWords } from './words';

const file = join(import.meta.dirname, '../../../../floorplans/zhongshan/services.json');
const read = readServices(readFileSync(file, 'utf8'));
if (!read.ok) throw new Error(read.issues[0]!.message);
const { themes, items } = read.services;

it('a step follows the one before it unless it says what it needs', () => {
  const step = (after?: readonly number[]) => ({ name: {}, windows: ['1'], ...(after && { after }) });
  const stops = stopsOf([step(), step(), step([]), step([0, 2])]);
  expect(stops.map(({ after }) => after)).toEqual([[], ['1'], [], ['1', '3']]);
});

it('every theme menu of the sample hall is a journey that does each step after those it needs, with words in both languages', () => {
  const walk = (a: string, b: string) => alongALine(`w${a}`, `w${b}`);
  for (const { steps } of themes) {
    const journey = { from: '1', at, stops: stopsOf(steps) };
    const plan = planJourney(journey, walk);
    if (!plan.ok) throw new Error(plan.error.message);
    const order = plan.steps.map(({ stop }) => stop);
    expect(order.toSorted()).toEqual(journey.stops.map(({ id }) => id).toSorted());
    for (const { id, after = [] } of journey.stops)
      for (const needed of after) expect(order.indexOf(needed)).toBeLessThan(order.indexOf(id));
    for (const language of ['zh', 'en'] as const) {
      const words = journeyWords(journey, plan, language);
      expect(words.length).toBe(steps.length);
      for (const sentence of words) expect(sentence).not.toMatch(/undefined|NaN|“”/);
    }
  }
});

it('an item with further steps begins at its own windows', () => {
  const item = items.find(({ steps, windows }) => steps.length > 0 && windows.length > 0)!;
  expect(itemSteps(item)[0]).toEqual({ name: item.name, windows: item.windows });
  expect(itemSteps(item).length).toBe(item.steps.length + 1);
});
