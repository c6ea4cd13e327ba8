import type { Measure } from './messages';

/** From good to bad, told apart also by those who see no red or green (after viridis and its kin: light to dark). */
const COLOURS: readonly (readonly [number, number, number])[] = [
  [38, 130, 142],
  [53, 183, 121],
  [180, 222, 44],
  [253, 231, 37],
  [246, 147, 30],
  [200, 43, 60],
  [110, 20, 70],
];

/** The values at which the colours stand, from good to bad. */
export const STOPS: Readonly<Record<Measure, readonly number[]>> = {
  error: [1, 1.5, 2, 2.5, 3.5, 5, 8],
  audible: [30, 20, 12, 10, 6, 4, 2],
  level: [1, 0.999, 0.99, 0.98, 0.95, 0.9, 0.7],
  loss: [0, 0.02, 0.05, 0.1, 0.2, 0.5, 1],
};

/** The colour of a value as red, green, blue 0–255, between those of its neighbours. */
export function colourOf(measure: Measure, value: number): readonly [number, number, number] {
  const stops = STOPS[measure];
  const falling = stops[0]! > stops.at(-1)!;
  const next = stops.findIndex((stop) => (falling ? value >= stop : value <= stop));
  if (next === 0) return COLOURS[0]!;
  if (next < 0) return COLOURS.at(-1)!;
  const [from, to] = [stops[next - 1]!, stops[next]!];
  const t = (value - from) / (to - from);
  const mixed = COLOURS[next - 1]!.map((part, i) => Math.round(part + t * (COLOURS[next]![i]! - part)));
  return mixed as unknown as readonly [number, number, number];
}

export const cssColour = (measure: Measure, value: number): string =>
  `rgb(${colourOf(measure, value).join(' ')})`;
