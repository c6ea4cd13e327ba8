import { expect, it } from 'vitest';
import { strategyOf } from './strategy';

it('the page and its files come from what is kept, the plan from the server first, tickets and other pages never from what is kept', () => {
  expect(strategyOf('/phone/', true)).toBe('shell');
  expect(strategyOf('/assets/index-1.js', false)).toBe('kept');
  expect(strategyOf('/phone/icon-192.png', false)).toBe('kept');
  expect(strategyOf('/api/venue', false)).toBe('fresh');
  for (const path of ['/api/tickets/A032', '/api/events', '/api/demo', '/api/queues'])
    expect(strategyOf(path, false)).toBe('network');
  expect(strategyOf('/phone/debug/replay/', true)).toBe('network');
});
