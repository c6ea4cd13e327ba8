import type { Labels } from '@daoyin/venue';
import type { Services } from './types';

const NAMES = {
  black: { zh: '黑色', en: 'black' },
  white: { zh: '白色', en: 'white' },
  grey: { zh: '灰色', en: 'grey' },
  red: { zh: '红色', en: 'red' },
  redOrange: { zh: '橘红色', en: 'red-orange' },
  orange: { zh: '橙色', en: 'orange' },
  yellow: { zh: '黄色', en: 'yellow' },
  olive: { zh: '橄榄色', en: 'olive' },
  green: { zh: '绿色', en: 'green' },
  skyBlue: { zh: '天蓝色', en: 'light blue' },
  blue: { zh: '蓝色', en: 'blue' },
  purple: { zh: '紫色', en: 'purple' },
  pink: { zh: '粉色', en: 'pink' },
} as const satisfies Readonly<Record<string, Labels>>;

/** What people call a colour, `#rrggbb`, by its hue, saturation and lightness. */
export function colourName(colour: string): Labels {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const lightness = (most + least) / 2;
  const chroma = most - least;
  if (chroma < 0.12) return lightness < 0.2 ? NAMES.black : lightness > 0.9 ? NAMES.white : NAMES.grey;
  const sector = most === r ? (g - b) / chroma : most === g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma;
  const hue = (60 * sector + 360) % 360;
  if (hue < 18 || hue >= 340) return lightness > 0.65 ? NAMES.pink : NAMES.red;
  if (hue < 33) return NAMES.redOrange;
  if (hue < 45) return NAMES.orange;
  if (hue < 70) return lightness < 0.45 ? NAMES.olive : NAMES.yellow;
  if (hue < 170) return NAMES.green;
  if (hue < 240) return lightness > 0.55 ? NAMES.skyBlue : NAMES.blue;
  return hue >= 300 ? NAMES.pink : NAMES.purple;
}

/**
 * The colour of each window's area in words, by window number. Only where a word means one area: two greens would mislead.
 */
export function windowColours({ areas, windows }: Pick<Services, 'areas' | 'windows'>): Map<string, Labels> {
  const names = new Map(areas.map(({ id, colour }) => [id, colourName(colour)]));
  const isOne = (name: Labels) => [...names.values()].filter((other) => other === name).length === 1;
  return new Map(
    windows.flatMap(({ number, areaId }): [string, Labels][] => {
      const name = names.get(areaId);
      return name !== undefined && isOne(name) ? [[number, name]] : [];
    }),
  );
}
