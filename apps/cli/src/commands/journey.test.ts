import { describe, expect, it } from 'vitest';
import { daoyin, jsonl, loadPlan, plan, text } from '../program.test-support';

describe('journey', () => {
  it('orders the stops of a line, or of a theme menu, with a reason and a route for each', async () => {
    const { windows, amenities } = loadPlan();
    const from = windows[0]!.at;
    const copier = amenities.find(({ category }) => category === 'copymachine')!;
    const at = '2026-11-25T09:30+08:00';
    const short = [{ until: '2026-11-25T11:00', median: 60 }, { median: 3000 }];
    const stops = [
      { id: 'collect', windows: ['60'], after: ['apply'], service: 60 },
      { id: 'apply', windows: ['10', '20'], after: ['copy'], service: 5400 },
      { id: 'copy', features: [copier.id], service: 120 },
      { id: 'tax', windows: ['30'], after: ['copy'], service: 300 },
    ];
    const lines = [
      { from, at, stops, waits: { 10: [{ median: 3600 }], 20: [{ median: 60 }], 30: short } },
      { from, at, theme: 'restaurant', profile: 'step-free' },
      { from, at: '2026-11-25T09:30', stops: [{ id: 'a', windows: ['1'], after: ['b'] }] },
      { from, stops },
    ].map((line) => JSON.stringify(line));
    const { code, out, err } = await daoyin(['journey', '--venue', plan], text(lines));
    expect(code).toBe(0);
    const [free, theme, wrong, timeless] = jsonl(out);
    const ids = free.steps.map(({ stop }: { stop: string }) => stop);
    expect([ids.indexOf('apply'), ids.indexOf('collect')]).toEqual([2, 3]);
    expect(free.steps[ids.indexOf('tax')].text.en).toContain('its queue is shortest until 11:00');
    expect(free.steps[2].place).toBe('20');
    for (const { route } of free.steps) expect(route.ok).toBe(true);
    expect(theme.steps.length).toBe(6);
    expect(theme.steps.every(({ route }: { route: { ok: boolean } }) => route.ok)).toBe(true);
    expect(wrong.error).toMatchObject({ kind: 'unknown-stop', stops: ['b'] });
    expect(timeless.error.kind).toBe('bad-query');
    expect(err).toContain('stdin:4: at is missing');
  });
});
