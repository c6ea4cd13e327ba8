import { describe, expect, it } from 'vitest';
import { calmly } from './calm';

describe('a calm log', () => {
  it('says the same once a minute, and how often it was meant', () => {
    const said: string[] = [];
    let nowMs = 0;
    const say = calmly(
      (message) => said.push(message),
      () => nowMs,
    );
    for (; nowMs < 61_000; nowMs += 1000) say('rubbish');
    expect(said).toEqual(['rubbish', 'rubbish (59 times more before)']);
  });

  it('is not filled by whoever makes up a new text each time, and hears others a minute later', () => {
    const said: string[] = [];
    let nowMs = 0;
    const say = calmly(
      (message) => said.push(message),
      () => nowMs,
    );
    for (let i = 0; i < 10_000; i++) say(`rubbish ${i}`);
    expect(said).toHaveLength(100);
    nowMs = 60_000;
    say('another');
    expect(said.at(-1)).toBe('another (and 9900 others were left out)');
  });

  it('a clock set back does not silence it', () => {
    const said: string[] = [];
    let nowMs = 3_600_000;
    const say = calmly(
      (message) => said.push(message),
      () => nowMs,
    );
    say('rubbish');
    nowMs = 0;
    say('rubbish');
    expect(said).toHaveLength(2);
  });
});
