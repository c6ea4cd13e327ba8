import { describe, expect, it } from 'vitest';
import {
  guideCallView,
  isGuideCallView,
  isTicketView,
  type TicketView,
  ticketStates,
  ticketView,
} from './index';
import { call, ticket } from './views.test-support';

const oddities = [undefined, null, '', 'A', 0, 1, 1.5, 6, -1, Number.NaN, true, [], [1], {}, { zh: 1 }];

describe('the guard of tickets', () => {
  it('takes every state', () => {
    for (const state of ticketStates) expect(isTicketView({ ...ticket, state })).toBe(true);
  });

  it('says of every field with every odd value what the schema says', () => {
    for (const key of Object.keys(ticketView.shape)) {
      for (const odd of oddities) {
        const bent = { ...ticket, [key]: odd };
        const said = `${key}: ${JSON.stringify(odd)} ${isTicketView(bent)}`;
        expect(said).toBe(`${key}: ${JSON.stringify(odd)} ${ticketView.safeParse(bent).success}`);
      }
      const { [key as keyof TicketView]: _, ...without } = ticket;
      expect(isTicketView(without)).toBe(false);
    }
  });

  it('takes no ticket for none', () => {
    for (const odd of oddities) expect(isTicketView(odd)).toBe(false);
  });
});

it('the guard of calls for a guide says of every field with every odd value what the schema says', () => {
  expect(isGuideCallView(call)).toBe(true);
  for (const key of Object.keys(guideCallView.shape)) {
    for (const odd of oddities.filter((value) => JSON.stringify(value) !== '{"zh":1}')) {
      const bent = { ...call, [key]: odd };
      const said = `${key}: ${JSON.stringify(odd)} ${isGuideCallView(bent)}`;
      expect(said).toBe(`${key}: ${JSON.stringify(odd)} ${guideCallView.safeParse(bent).success}`);
    }
  }
});
