/** A colour as 0xRRGGBB in display (sRGB) values; all mixing is done there, as CSS does. */
export type Rgb = number;

/** Reads `#rgb` or `#rrggbb`; anything else gives the fallback. */
export function parseColour(css: string | undefined, fallback: Rgb): Rgb {
  const hex = css?.trim().replace(/^#/, '') ?? '';
  if (/^[\da-f]{6}$/i.test(hex)) return Number.parseInt(hex, 16);
  if (/^[\da-f]{3}$/i.test(hex)) return Number.parseInt([...hex].map((c) => c + c).join(''), 16);
  return fallback;
}

export function toCss(colour: Rgb, alpha = 1): string {
  const [r, g, b] = channels(colour);
  return alpha === 1 ? `#${colour.toString(16).padStart(6, '0')}` : `rgba(${r},${g},${b},${alpha})`;
}

export function channels(colour: Rgb): readonly [r: number, g: number, b: number] {
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
}

/** `share` 0 gives a, 1 gives b. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const [ar, ag, ab] = channels(a);
  const [br, bg, bb] = channels(b);
  return pack(ar + (br - ar) * share, ag + (bg - ag) * share, ab + (bb - ab) * share);
}

/** Darker below 1, lighter above it. */
export function shade(colour: Rgb, factor: number): Rgb {
  return pack(((colour >> 16) & 255) * factor, ((colour >> 8) & 255) * factor, (colour & 255) * factor);
}

/** Relative luminance of WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [r, g, b] = channels(colour).map((c) => {
    const v = c / 255;
    return v <= 0.040_45 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The colour, darkened until it has the given contrast with white text on it. */
export function behindWhite(colour: Rgb, ratio = 4.5): Rgb {
  let dark = colour;
  for (let i = 0; i < 40 && contrast(dark, 0xffffff) < ratio; i++) dark = shade(dark, 0.96);
  return dark;
}

/** A sign's ground: a bright colour as it is, for dark letters; any other dark enough for white ones. */
export function signGround(colour: Rgb): Rgb {
  return contrast(colour, 0x000000) > 10 ? colour : behindWhite(colour);
}

/** The colour of letters on a sign's ground. */
export function inkOn(ground: Rgb): Rgb {
  return contrast(ground, 0x000000) > 10 ? 0x000000 : 0xffffff;
}

function pack(r: number, g: number, b: number): Rgb {
  return (clamp(r) << 16) | (clamp(g) << 8) | clamp(b);
}

function clamp(v: number): number {
  return Math.min(255, Math.max(0, Math.round(v)));
}
