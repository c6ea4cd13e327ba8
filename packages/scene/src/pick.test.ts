import { describe, expect, it } from 'vitest';
import { pick } from './pick';
import { smallVenue } from './small-venue.test-support';

const at = (x: number, y: number) => ({ x, y, level: '1F' });

describe('what was touched', () => {
  const venue = smallVenue();

  it('a desk is its window, and so is the place before it', () => {
    expect(pick(venue, at(14.3, 7.5))).toMatchObject({ kind: 'window', number: '7' });
    expect(pick(venue, at(13.4, 7.4))).toMatchObject({ kind: 'window', number: '7' });
  });

  it('a room is a feature, the open floor a point', () => {
    expect(pick(venue, at(18, 2))).toMatchObject({ kind: 'feature', id: 'south' });
    expect(pick(venue, at(4, 4))).toEqual({ kind: 'point', at: at(4, 4) });
  });

  it('nothing of another level answers', () => {
    expect(pick(venue, { x: 18, y: 2, level: '2F' }).kind).toBe('point');
  });
});
