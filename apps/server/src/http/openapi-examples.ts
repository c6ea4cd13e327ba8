/** What is sent and answered, as it might be in the sample hall. */
export interface Example {
  readonly body?: unknown;
  readonly answer?: unknown;
}

const ticket = {
  number: 'A032',
  serviceId: 'police-006',
  serviceName: { 'zh-Hans': '居民身份证换领', en: 'Identity card: renewal' },
  state: 'waiting',
  window: '12',
  ahead: 4,
  lastCalled: 'A027',
  waitSeconds: { low: 310, median: 620, p90: 990, high: 1080 },
  priority: 'normal',
  appointmentMs: null,
  calls: 0,
  rating: null,
  updatedAtMs: 1_795_999_200_000,
};
const called = { ...ticket, state: 'called', ahead: 0, lastCalled: 'A032', waitSeconds: null, calls: 1 };
const guideAsked = {
  at: { x: 12.5, y: 40, level: '1F' },
  name: { 'zh-Hans': '南1号门', en: 'South Gate 1' },
  language: 'zh',
  stepFree: false,
};
const guideCall = {
  ...guideAsked,
  id: '2f0c9c52-6a1e-4a0c-9f9b-0d1f6f0f6a11',
  state: 'waiting',
  by: null,
  askedAtMs: 1_795_999_200_000,
  updatedAtMs: 1_795_999_200_000,
};
const account = { name: 'li.na', role: 'editor', password: 'correct horse battery' };
const booking = { code: 'K7M2QX9TRB', atMs: 1_796_004_000_000 };

/** By method and path. Held against the schemas by a test. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  'GET /api/health': { answer: { ok: true, venueVersion: '7' } },
  'GET /api/ready': { answer: { ready: true, broker: true, venueVersion: '7' } },
  'GET /api/site': { answer: { publicUrl: 'https://guide.example.gov.cn', kioskPin: true } },
  'POST /api/tickets': {
    body: { serviceId: 'police-006', priority: 'normal' },
    answer: { ...ticket, holderToken: 'b2fJ0hX3w6Qd8kZr1Ty5Ug' },
  },
  'GET /api/tickets/{number}': { answer: ticket },
  'POST /api/tickets/{number}/holder': {
    body: { kind: 'rate', holderToken: 'b2fJ0hX3w6Qd8kZr1Ty5Ug', stars: 5 },
    answer: { ...called, state: 'done', rating: 5 },
  },
  'POST /api/tickets/{number}/actions': { body: { kind: 'call', window: '12' }, answer: called },
  'POST /api/windows/{number}/next': { answer: called },
  'GET /api/queues': {
    answer: [
      {
        letter: 'A',
        name: { 'zh-Hans': '公安', en: 'Police' },
        waiting: 23,
        lastCalled: 'A032',
        openWindows: ['12', '13', '14'],
      },
    ],
  },
  'GET /api/appointments/slots': { answer: [{ atMs: booking.atMs, free: 3, extended: false }] },
  'POST /api/appointments': { body: { serviceId: 'police-006', atMs: booking.atMs }, answer: booking },
  'POST /api/calls': {
    body: {
      messages: [
        { id: 'm-1001', atMs: 1_795_999_200_000, kind: 'take', ticket: 'A032', serviceId: 'police-006' },
        { id: 'm-1002', atMs: 1_795_999_812_000, kind: 'call', ticket: 'A032', window: '12' },
      ],
    },
    answer: {
      results: [
        { id: 'm-1001', outcome: 'applied' },
        { id: 'm-1002', outcome: 'refused', detail: 'ticket A032 is cancelled: call is not possible' },
      ],
    },
  },
  'POST /api/guide-calls': { body: guideAsked, answer: guideCall },
  'GET /api/guide-calls': { answer: [guideCall] },
  'GET /api/guide-calls/{id}': { answer: guideCall },
  'DELETE /api/guide-calls/{id}': { answer: { ...guideCall, state: 'cancelled' } },
  'POST /api/guide-calls/{id}/actions': {
    body: { kind: 'come' },
    answer: { ...guideCall, state: 'coming', by: 'li.na' },
  },
  'PATCH /api/staff/site': { body: { publicUrl: 'https://guide.example.gov.cn', kioskPin: '2580' } },
  'POST /api/kiosk/unlock': { body: { pin: '2580' } },
  'POST /api/staff/session': {
    body: { name: account.name, password: account.password },
    answer: { name: account.name, role: account.role, csrfToken: 'pXJ0hX3w6Qd8kZr1Ty5Ug' },
  },
  'GET /api/staff/session': {
    answer: { name: account.name, role: account.role, csrfToken: 'pXJ0hX3w6Qd8kZr1Ty5Ug' },
  },
  'POST /api/staff/first-admin': {
    body: { token: '8jLc4F4RrG4hE8uRJBOxIfE0', name: 'admin', password: account.password },
  },
  'PUT /api/staff/password': { body: { current: account.password, next: 'four quite other words' } },
  'GET /api/staff/accounts': {
    answer: [{ name: account.name, role: account.role, disabled: false, createdAtMs: 1_795_900_000_000 }],
  },
  'POST /api/staff/accounts': { body: account },
  'PATCH /api/staff/accounts/{name}': { body: { role: 'publisher' } },
  'GET /api/staff/machines': {
    answer: [{ id: 'lobby', kind: 'receiver', createdAtMs: 1_795_900_000_000 }],
  },
  'PUT /api/staff/machines/{id}': {
    body: { kind: 'receiver' },
    answer: { id: 'lobby', kind: 'receiver', secret: 'Zk0v3w6Qd8kZr1Ty5UgpXJ0hX' },
  },
  'POST /api/beacons/evidence': {
    body: { beaconId: 'B017', heard: 0, expected: [12.4, 9.1, 7.7, 5.2] },
  },
  'GET /api/beacons/verdicts': {
    answer: [{ beaconId: 'B017', state: 'dead', probability: 0.998, sinceMs: 1_795_900_000_000 }],
  },
  'GET /api/beacons/health': {
    answer: [
      {
        beaconId: 'B017',
        lastHeardMs: 1_795_999_200_000,
        rssiDbm: -71,
        intervalMs: 503,
        copied: false,
        batteryMv: 2950,
        temperatureC: 24.5,
        telemetryAtMs: 1_795_999_190_000,
        receivers: [{ receiver: 'lobby', lastHeardMs: 1_795_999_200_000, rssiDbm: -71 }],
      },
    ],
  },
  'GET /api/receivers': {
    answer: [{ id: 'lobby', seenAtMs: 1_795_999_200_000, online: true, sent: 120_400, waiting: 0, lost: 0 }],
  },
  'POST /api/studio/publish': { body: { revision: 41, note: 'Window 32 has moved', confirmed: [] } },
};

/** A problem as a visitor's wish may meet it, and one as the server itself may have it. */
export const PROBLEMS = {
  '4XX': {
    type: 'urn:problem-type:daoyin:unknown-service',
    title: 'Unknown service',
    status: 422,
    detail: 'There is no service "nothing".',
  },
  '5XX': {
    type: 'urn:problem-type:daoyin:the-database-is-away',
    title: 'The database is away',
    status: 503,
    detail: 'Nothing was changed. Try again in a few seconds.',
  },
} as const;
