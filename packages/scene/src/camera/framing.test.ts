import { describe, expect, it } from 'vitest';
import { Layout } from '../layout';
import { level, rectangle, smallVenue } from '../small-venue.test-support';
import { homeView, storeySpacing } from './framing';
import { type Lens, projector } from './view';

const AREA = rectangle(0, 0, 100, 60);
const venue = smallVenue({ levels: ['1F', '2F', '3F'].map((name, i) => level(name, i, AREA)) });
const NONE = { top: 0, right: 0, bottom: 0, left: 0 };
const SCREENS = { phone: [390, 844], kiosk: [1080, 1920], laptop: [1440, 900] } as const;

function lensOf([width, height]: readonly [number, number]): Lens {
  return { width, height, fov: 0.52, centre: { left: width / 2, top: height / 2 } };
}

/** The corners of a storey on the screen. */
function drawn(layout: Layout, name: string, lens: Lens) {
  const project = projector(homeView(venue, layout, lens, NONE, undefined), lens);
  return AREA.outer.map((p) => project({ ...p, elevation: layout.restOf(name) })!);
}

describe.each(Object.entries(SCREENS))('framing on a %s', (_, size) => {
  const lens = lensOf(size);

  it('the storey is whole on the screen, and fills it in one direction', () => {
    const corners = drawn(new Layout(venue, '1F'), '1F', lens);
    const [left, right] = [Math.min(...corners.map((p) => p.left)), Math.max(...corners.map((p) => p.left))];
    const [top, bottom] = [Math.min(...corners.map((p) => p.top)), Math.max(...corners.map((p) => p.top))];
    expect(Math.min(left, top, lens.width - right, lens.height - bottom)).toBeGreaterThan(10);
    expect(Math.max((right - left) / lens.width, (bottom - top) / lens.height)).toBeGreaterThan(0.9);
  });

  it('in the stack no storey hides another', () => {
    const layout = new Layout(venue, undefined, storeySpacing(venue, lens));
    for (const [upper, lower] of [
      ['3F', '2F'],
      ['2F', '1F'],
    ] as const) {
      const nearEdge = Math.max(...drawn(layout, upper, lens).map((p) => p.top));
      const farEdge = Math.min(...drawn(layout, lower, lens).map((p) => p.top));
      expect(farEdge).toBeGreaterThan(nearEdge - 0.02 * lens.height);
    }
  });
});

describe('a hall that stands askew', () => {
  it('is seen straight: its walls are parallel to the edges of the screen', () => {
    const turn = ({ x, y }: { x: number; y: number }) => ({ x: 0.9 * x - 0.436 * y, y: 0.436 * x + 0.9 * y });
    const askew = smallVenue({ levels: [level('1F', 0, { outer: AREA.outer.map(turn), holes: [] })] });
    const { up } = homeView(askew, new Layout(askew, '1F'), lensOf(SCREENS.laptop), NONE, undefined);
    expect(up).toBeCloseTo(Math.PI / 2 + Math.atan2(0.436, 0.9), 2);
  });
});

describe('what is up', () => {
  it('a tall screen shows a wide hall turned by a quarter, unless a heading is asked for', () => {
    const lens = lensOf(SCREENS.phone);
    const layout = new Layout(venue, '1F');
    expect(homeView(venue, layout, lens, NONE, undefined).up).toBeCloseTo(0, 9);
    expect(homeView(venue, layout, lens, NONE, 2).up).toBe(2);
    expect(homeView(venue, layout, lensOf(SCREENS.laptop), NONE, undefined).up).toBeCloseTo(Math.PI / 2, 9);
  });

  it('the stack shows the long side, from the side that is nearer to the heading asked for', () => {
    const layout = new Layout(venue, undefined, 40);
    const up = (wanted?: number) => homeView(venue, layout, lensOf(SCREENS.phone), NONE, wanted).up;
    expect(up()).toBeCloseTo(Math.PI / 2, 9);
    expect(up(1)).toBeCloseTo(Math.PI / 2, 9);
    expect(Math.sin(up(-2))).toBeCloseTo(-1, 9);
  });
});
