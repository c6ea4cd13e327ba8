import type { TicketView } from '@daoyin/protocol';
import { describe, expect, it, vi } from 'vitest';

vi.mock('@daoyin/ui', () => ({ ticketSentence: () => '' }));
const { newsOf } = await import('./news');

const ticket: TicketView = {
  number: 'A032',
  serviceId: 's',
  serviceName: {},
  state: 'waiting',
  window: '32',
  ahead: 3,
  lastCalled: null,
  waitSeconds: null,
  priority: 'normal',
  appointmentMs: null,
  calls: 0,
  rating: null,
  updatedAtMs: 1,
};

describe('news of a ticket', () => {
  it('are a call, a recall, a hold, a pass and another window', () => {
    const called = { ...ticket, state: 'called' as const, window: '33', calls: 1 };
    expect(newsOf(ticket, called)?.kind).toBe('state');
    expect(newsOf(called, { ...called, calls: 2 })?.kind).toBe('state');
    expect(newsOf(called, { ...called, window: '34' })?.kind).toBe('moved');
    for (const state of ['held', 'passed', 'done'] as const)
      expect(newsOf(called, { ...called, state })?.kind).toBe('state');
  });

  it('are not the people before it, nor that it waits as it did', () => {
    expect(newsOf(ticket, { ...ticket, ahead: 2 })).toBeUndefined();
    expect(newsOf(undefined, ticket)).toBeUndefined();
  });

  it('are told to a page that opens late', () => {
    expect(newsOf(undefined, { ...ticket, state: 'called' })?.kind).toBe('state');
  });
});
