import type { Point } from '@daoyin/geometry';
import type { Name, OpeningElement } from '../elements';
import { at } from '../shapes';

const WHEELCHAIR = ['wheelchair'];

/** An automatic glass door at a gate. */
export function gateDoor(key: string, a: Point, b: Point, name: Name): OpeningElement {
  return {
    kind: 'opening',
    key,
    category: 'pedestrian.principal',
    line: [a, b],
    door: { type: 'sliding', automatic: true, material: 'glass' },
    name,
    accessibility: WHEELCHAIR,
  };
}

/** A swing door for visitors, level and wide enough for a wheelchair. */
export function door(key: string, a: Point, b: Point, material: 'wood' | 'glass' = 'wood'): OpeningElement {
  return {
    kind: 'opening',
    key,
    category: 'pedestrian',
    line: [a, b],
    door: { type: 'swinging', automatic: false, material },
    accessibility: WHEELCHAIR,
  };
}

/** A passage without a leaf. */
export function passage(key: string, a: Point, b: Point): OpeningElement {
  return {
    kind: 'opening',
    key,
    category: 'pedestrian',
    line: [a, b],
    door: { type: 'open', automatic: false, material: null },
    accessibility: WHEELCHAIR,
  };
}

/** A passage that is no way for wheels: to stairs or an escalator. */
export function steps(key: string, a: Point, b: Point): OpeningElement {
  return { ...passage(key, a, b), accessibility: [] };
}

/** A door that opens for a badge. */
export function staffDoor(key: string, a: Point, b: Point): OpeningElement {
  return {
    kind: 'opening',
    key,
    category: 'service',
    line: [a, b],
    door: { type: 'swinging', automatic: false, material: 'wood' },
    accessibility: WHEELCHAIR,
    accessControl: ['badgereader'],
  };
}

/** A way out to the street in an emergency only. */
export function emergencyExit(key: string, a: Point, b: Point): OpeningElement {
  return {
    kind: 'opening',
    key,
    category: 'emergencyexit',
    line: [a, b],
    door: { type: 'swinging', automatic: false, material: 'metal' },
    name: { zh: '安全出口', en: 'Emergency exit' },
  };
}

/** The two ends of a door `width` wide about `middle` in a wall along x or y. */
export function across(middle: Point, width: number, along: 'x' | 'y'): readonly [Point, Point] {
  const half = width / 2;
  return along === 'x'
    ? [at(middle.x - half, middle.y), at(middle.x + half, middle.y)]
    : [at(middle.x, middle.y - half), at(middle.x, middle.y + half)];
}
