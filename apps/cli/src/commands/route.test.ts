import { describe, expect, it } from 'vitest';
import { daoyin, jsonl, loadPlan, plan, text } from '../program.test-support';

describe('route', () => {
  it('answers each query with a route or a reason', async () => {
    const { windows } = loadPlan();
    const [first, last] = [windows[0]!, windows.at(-1)!];
    const from = first.at;
    const queries = [
      { from, to: { window: last.number }, profile: 'walk' },
      { from, to: { window: last.number }, profile: 'step-free' },
      { from, to: { window: 'no such window' }, profile: 'walk' },
      { from, to: { featureId: 'no such feature' }, profile: 'walk' },
      { from: { ...from, level: '77F' }, to: { window: last.number }, profile: 'walk' },
      { from: { x: 1 }, to: { window: last.number } },
      { from, to: { window: last.number }, profile: 'fly' },
    ].map((query) => JSON.stringify(query));
    const { code, out, err } = await daoyin(['route', '--venue', plan], text([...queries, 'rubbish']));
    expect(code).toBe(0);
    const answers = jsonl(out);
    expect(answers.map((answer) => answer.ok || answer.error.kind)).toEqual([
      true,
      true,
      'unknown-window',
      'unknown-feature',
      'unknown-level',
      'bad-query',
      'bad-query',
      'bad-query',
    ]);
    for (const { length, duration, path, manoeuvres } of answers.slice(0, 2)) {
      expect(length).toBeGreaterThan(0);
      expect(duration).toBeGreaterThan(0);
      expect(path.at(-1)).toMatchObject({ level: last.at.level });
      expect(manoeuvres.at(-1)).toMatchObject({ kind: 'arrive' });
    }
    expect(err).toContain('daoyin: stdin:8: not JSON: "rubbish"');
  });

  it('on a Saturday night the hall is shut, and the reason names the door and when it opens', async () => {
    const { windows, amenities } = loadPlan();
    const street = amenities.find(({ name }) =>
      Object.values(name).some((words) => words.includes('24小时')),
    )!;
    const from = { ...street.point, level: street.level };
    const query = { from, to: { window: windows[0]!.number }, profile: 'slow' };
    const times = ['2026-11-28T20:00+08:00', '2026-11-30T10:00'];
    const { out } = await daoyin(
      ['route', '--venue', plan],
      text(times.map((at) => JSON.stringify({ ...query, at }))),
    );
    const [night, day] = jsonl(out);
    expect(night.error).toMatchObject({
      kind: 'unreachable',
      obstacles: [{ kind: 'hours', opens: { year: 2026, month: 11, day: 30, hour: 8, minute: 30 } }],
    });
    expect(night.error.reason.zh).toContain('周一 8:30 开放');
    expect(day.ok).toBe(true);
  });
});
