import type { GuideCallView, TicketView } from './index';

export const ticket: TicketView = {
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

export const call: GuideCallView = {
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
