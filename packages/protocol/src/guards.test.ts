import { describe, expect, it } from 'vitest';
import {
  type GuideCallView,
  guideCallView,
  isGuideCallView,
  isTicketView,
  type TicketView,
  ticketStates,
  ticketView,
} from './index';

const ticket: TicketView = {
  number: 'A032',
  serviceId: 's',
  serviceName: { zh: '社保', en: 'Social security' },
  state: 'waiting',
  window: '32',
  ahead: 3,
  lastCalled: null,
  waitSeconds: { low: 1, median: 2, p90: 3, high: 4 },
  priority: 'normal',
  appointmentMs: null,
  calls: 0,
  rating: null,
  updatedAtMs: 1,
};

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
  const call: GuideCallView = {
    id: '1',
    state: 'waiting',
    by: null,
    at: { x: 1, y: 2, level: '1F' },
    name: { zh: '南门' },
    language: 'zh',
    stepFree: false,
    askedAtMs: 1,
    updatedAtMs: 1,
  };
  expect(isGuideCallView(call)).toBe(true);
  for (const key of Object.keys(guideCallView.shape)) {
    for (const odd of oddities.filter((value) => JSON.stringify(value) !== '{"zh":1}')) {
      const bent = { ...call, [key]: odd };
      const said = `${key}: ${JSON.stringify(odd)} ${isGuideCallView(bent)}`;
      expect(said).toBe(`${key}: ${JSON.stringify(odd)} ${guideCallView.safeParse(bent).success}`);
    }
  }
});
