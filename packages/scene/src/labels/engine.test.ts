import { describe, expect, it } from 'vitest';
import { NORTH_UP } from '../camera/view';
import { Layout } from '../layout';
import { level, smallVenue } from '../small-venue.test-support';
import { LabelEngine, type LabelLayer } from './engine';
import { label } from './label';

const LENS = { width: 400, height: 400, fov: 0.52, centre: { left: 200, top: 200 } };
const VIEW = { x: 10, y: 5, elevation: 0, distance: 60, up: NORTH_UP, tilt: 0.5 };
const venue = smallVenue({ levels: [level('1F', 0), level('2F', 1)] });

function layerOf(...specs: LabelLayer['specs']): LabelLayer {
  const sprites = specs.map(() => ({ x: 0, y: 0, width: 30, height: 20, anchor: 0.5 }));
  const atlas = { canvas: undefined as never, ratio: 1, sprites };
  return {
    specs,
    atlas,
    places: new Float32Array(4 * specs.length),
    opacity: new Float32Array(specs.length),
  };
}

/** Which labels have come up after a second. */
function shownIn(engine: LabelEngine, layer: LabelLayer, layout: Layout, view = VIEW): string[] {
  engine.setLayers([layer]);
  for (let i = 0; i < 60; i++) engine.frame(1 / 60, view, LENS, layout);
  return layer.specs.filter((_, i) => layer.opacity[i] === 1).map(({ id }) => id);
}

const at = (x: number, y: number, on = '1F') => ({ x, y, level: on, height: 0 });

describe('labels over time', () => {
  const lift = label('connector', 'lift', at(10, 5), '', 0);
  const window = label('window', 'window', at(10.3, 5), '7', 0);
  const far = label('window', 'far', at(16, 5), '8', 0);
  const above = label('connector', 'above', at(4, 5, '2F'), '', 0);

  it('of two that would overlap, the one that matters more is shown', () => {
    expect(shownIn(new LabelEngine(), layerOf(window, lift, far), new Layout(venue, '1F'))).toEqual([
      'lift',
      'far',
    ]);
  });

  it('no name runs under a control on the picture; what is always shown does', () => {
    const engine = new LabelEngine();
    const goal = label('goal', 'goal', at(10, 5), '7', 0);
    engine.cover([{ left: 150, right: 250, top: 0, bottom: 400 }]);
    expect(shownIn(engine, layerOf(window, far), new Layout(venue, '1F'))).toEqual(['far']);
    expect(shownIn(engine, layerOf(window, goal, far), new Layout(venue, '1F'))).toEqual(['goal', 'far']);
  });

  it('nothing covers the walker, whatever it is', () => {
    const engine = new LabelEngine();
    engine.reserve([{ x: 10, y: 5, level: '1F' }]);
    expect(shownIn(engine, layerOf(window, lift, far), new Layout(venue, '1F'))).toEqual(['far']);
  });

  it('a storey that is not shown has no labels', () => {
    expect(shownIn(new LabelEngine(), layerOf(lift, above), new Layout(venue, '2F'))).toEqual(['above']);
  });

  it('small things come with the scale', () => {
    const distant = { ...VIEW, distance: 300 };
    expect(shownIn(new LabelEngine(), layerOf(lift, far), new Layout(venue, '1F'), distant)).toEqual([]);
  });

  it('wants no frame once everything has come up, and is found below a finger', () => {
    const engine = new LabelEngine();
    const layout = new Layout(venue, '1F');
    shownIn(engine, layerOf(lift), layout);
    expect(engine.frame(1 / 60, VIEW, LENS, layout)).toBe(false);
    expect(engine.hit({ left: 200, top: 200 })?.id).toBe('lift');
    expect(engine.hit({ left: 20, top: 20 })).toBeUndefined();
  });
});
