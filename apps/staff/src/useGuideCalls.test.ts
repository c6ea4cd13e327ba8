import type { GuideCallView } from '@daoyin/protocol';
import { expect, it } from 'vitest';
import { withCall } from './useGuideCalls';

const call = (
  id: string,
  askedAtMs: number,
  state: GuideCallView['state'] = 'waiting',
  updatedAtMs = askedAtMs,
) => ({
  id,
  state,
  askedAtMs,
  updatedAtMs,
  by: null,
  at: { x: 0, y: 0, level: '1F' },
  name: {},
  language: 'zh' as const,
  stepFree: false,
});

it('who waits longest stands on top, and what is over stands below', () => {
  const rows = [call('b', 20), call('a', 10, 'done')].reduce(withCall, [
    call('c', 5),
  ] as readonly GuideCallView[]);
  expect(rows.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

it('an older word about a call changes nothing', () => {
  const rows = withCall([call('a', 10, 'coming', 30)], call('a', 10, 'waiting', 10));
  expect(rows[0]?.state).toBe('coming');
  expect(withCall(rows, call('a', 10, 'done', 40))[0]?.state).toBe('done');
});
