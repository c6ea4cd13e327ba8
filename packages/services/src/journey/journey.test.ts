import { describe, expect, it } from 'vitest';
import { parseHours } from '../hours/hours';
import { alongALine, at, clock, place, stop, wait } from './journey.test-support';
import { planJourney } from './plan-journey';
import type { Journey, JourneyPlan, JourneyStop, WalkingTime } from './types';
import { withWhatBlocks } from './what-blocks';
import { journeyWords } from './words';

function plan(stops: readonly JourneyStop[], rest: Partial<Journey> = {}): JourneyPlan {
  const found = planJourney({ from: 'w0', at, stops, ...rest }, alongALine);
  if (!found.ok) throw new Error(found.error.message);
  return found;
}

const orderOf = ({ steps }: JourneyPlan) => steps.map(({ place: key }) => key);

describe('a journey', () => {
  it('goes the shorter way round where nothing else differs', () => {
    expect(
      orderOf(plan([stop('far', [place(9)]), stop('near', [place(2)]), stop('mid', [place(5)])])),
    ).toEqual(['w2', 'w5', 'w9']);
  });

  it('keeps the order that the steps need, whatever the way', () => {
    const chain = [
      stop('collect', [place(1)], { after: ['pay'] }),
      stop('copy', [place(9)]),
      stop('window', [place(2)], { after: ['photo', 'copy'] }),
      stop('pay', [place(8)], { after: ['window'] }),
      stop('photo', [place(5)]),
    ];
    const found = plan(chain);
    const ids = found.steps.map(({ stop: id }) => id);
    expect(ids.slice(2)).toEqual(['window', 'pay', 'collect']);
    expect(found.steps[2]!.why).toEqual({ kind: 'needed', before: ['pay'] });
    expect(found.steps[4]!.why).toEqual({ kind: 'follows', after: ['pay'] });
  });

  it('takes the place with the shorter queue where that outweighs the way', () => {
    const near = place(1, { waits: [{ wait: wait(20) }] });
    const far = place(4, { waits: [{ wait: wait(2) }] });
    const found = plan([stop('licence', [near, far])]);
    expect(orderOf(found)).toEqual(['w4']);
    expect(found.steps[0]).toMatchObject({ wait: { median: 120, p90: 240 }, why: { kind: 'queue' } });
    expect(orderOf(plan([stop('licence', [near, { ...far, waits: [{ wait: wait(19) }] }])]))).toEqual(['w1']);
  });

  it('goes first where the queue is short until eleven, and says so', () => {
    const morning = place(12, { waits: [{ until: clock(11), wait: wait(2) }, { wait: wait(60) }] });
    const slow = stop('form', [place(3)], { service: 2 * 3600 });
    const journey = { from: 'w0', at, stops: [slow, stop('licence', [morning])] };
    const found = plan(journey.stops);
    expect(orderOf(found)).toEqual(['w12', 'w3']);
    expect(found.steps[0]!.why).toMatchObject({ kind: 'queue', shortest: true, until: clock(11) });
    expect(journeyWords(journey, found, 'en')[0]).toBe(
      'Window 12 first, for “licence”: its queue is shortest until 11:00.',
    );
    expect(journeyWords(journey, found, 'zh')[0]).toBe('先去 12 号窗口办“licence”：11:00 前这里排队最短。');
  });

  it('goes first where the window shuts at noon, and waits for the one that opens at two', () => {
    const until = (text: string) => ({ hours: parseHours(text)! });
    const mornings = stop('seal', [place(8, until('Mo-Fr 09:00-12:00'))]);
    const afternoons = stop('tax', [place(1, until('Mo-Fr 14:00-17:00'))]);
    const slow = stop('form', [place(2)], { service: 3 * 3600 });
    const found = plan([afternoons, slow, mornings]);
    expect(orderOf(found)).toEqual(['w8', 'w2', 'w1']);
    expect(found.steps[0]!.why).toMatchObject({ kind: 'closes', at: clock(12) });
    expect(found.steps[2]).toMatchObject({ calledAt: clock(14) });
    expect(found.steps[2]!.idle).toBeGreaterThan(0);
  });

  it('does first what else would have to wait for the afternoon, and says so', () => {
    const until = { hours: parseHours('Mo-Fr 09:00-12:00,14:00-17:00')! };
    const apply = stop('apply', [place(1)], { service: 2.5 * 3600 });
    const check = stop('check', [place(2)], { service: 2400 });
    const collect = stop('collect', [place(3, until)], { after: ['apply'] });
    const journey = { from: 'w0', at, stops: [check, apply, collect] };
    const found = plan(journey.stops);
    expect(orderOf(found)).toEqual(['w1', 'w3', 'w2']);
    expect(found.steps[1]!.why).toMatchObject({ kind: 'closes', at: clock(12) });
    expect(found.steps[0]!.why).toMatchObject({ kind: 'delays', stop: 'collect', until: clock(14) });
    expect(journeyWords(journey, found, 'en')[0]).toContain('otherwise “collect” has to wait until 14:00');
  });

  it('is not called after the window has shut, however long the queue', () => {
    const hours = parseHours('Mo-Fr 09:00-12:00,14:00-17:00')!;
    const found = plan([stop('tax', [place(1, { hours, waits: [{ wait: wait(30) }] })])], {
      at: clock(11, 45),
    });
    expect(found.steps[0]).toMatchObject({ calledAt: clock(14, 30) });
  });

  it('says how long it takes when every queue is long', () => {
    const queued = { waits: [{ wait: wait(10) }] };
    const found = plan([stop('a', [place(1, queued)]), stop('b', [place(2, queued)])]);
    expect(found.duration).toBe(120 + 2 * 900);
    expect(found.longDuration).toBe(120 + 2 * 1500);
  });

  it('walks least among the orders that are done at the same time', () => {
    const hours = parseHours('Mo-Fr 14:00-17:00')!;
    const found = plan([stop('a', [place(1)]), stop('b', [place(5)]), stop('last', [place(6, { hours })])]);
    expect(found.walking).toBe(360);
  });

  it('alone needs no reason, and says when its doors open', () => {
    const journey = {
      from: 'w1',
      at,
      stops: [stop('seal', [place(2, { hours: parseHours('Mo-Su 10:00-12:00')! })])],
    };
    const found = plan(journey.stops);
    expect(found.steps[0]!.why).toEqual({ kind: 'only' });
    expect(journeyWords(journey, found, 'en')).toEqual(['Window 2, for “seal”: it opens at 10:00.']);
    expect(journeyWords(journey, found, 'zh')).toEqual(['去 2 号窗口办“seal”：10:00 才开始办。']);
  });

  it('says what blocks the way to a stop', () => {
    const journey = { from: 'w0', at, stops: [stop('seal', [place(2)])] };
    const none = planJourney(journey, () => undefined);
    if (none.ok) throw new Error('There is a way.');
    const reason = { zh: '2号电梯停用。', en: 'Lift 2 is out of service.' };
    const told = withWhatBlocks(none, journey, () => ({ ok: false, error: { message: reason.en, reason } }));
    expect(told.error).toMatchObject({ kind: 'unreachable', stops: ['seal'], reason });
    expect(withWhatBlocks(none, journey, () => ({ ok: true }))).toBe(none);
  });

  it('without stops is the way to where one wants to be', () => {
    expect(plan([], { to: 'w7' })).toMatchObject({ steps: [], duration: 420, walking: 420 });
  });
});

describe('a journey that cannot be', () => {
  const refused = (stops: readonly JourneyStop[], walk: WalkingTime = alongALine) => {
    const found = planJourney({ from: 'w0', at, stops }, walk);
    if (found.ok) throw new Error('There is a plan.');
    return found.error;
  };

  it.each([
    [
      'circle',
      [stop('a', [place(1)], { after: ['b'] }), stop('b', [place(2)], { after: ['a'] })],
      ['a', 'b'],
    ],
    ['unknown-stop', [stop('a', [place(1)], { after: ['x'] })], ['x']],
    ['duplicate-stop', [stop('a', [place(1)]), stop('a', [place(2)])], ['a']],
    ['no-place', [stop('a', [])], ['a']],
    ['never-open', [stop('a', [place(1, { hours: parseHours('off')! })])], ['a']],
  ] as const)('%s is said, and of which stops', (kind, stops, ids) => {
    expect(refused(stops)).toMatchObject({ kind, stops: ids });
    expect(refused(stops).reason.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('a stop that no way leads to is named', () => {
    const error = refused([stop('a', [place(1)]), stop('island', [place(2)])], (a, b) =>
      a === 'w2' || b === 'w2' ? undefined : 60,
    );
    expect(error).toMatchObject({ kind: 'unreachable', stops: ['island'] });
  });

  it('forty stops in any order are refused, twelve in a row are not', () => {
    const many = Array.from({ length: 40 }, (_, i) => stop(`s${i}`, [place(i)]));
    expect(refused(many)).toMatchObject({ kind: 'too-many' });
    const row = many.slice(0, 12).map((one, i) => ({ ...one, ...(i > 0 && { after: [`s${i - 1}`] }) }));
    expect(plan(row).steps.length).toBe(12);
  });
});
