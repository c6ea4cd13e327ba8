import type { Point } from '@daoyin/geometry';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  m: 1,
  米: 1,
  cm: 0.01,
  厘米: 0.01,
  mm: 0.001,
  毫米: 0.001,
  ft: 0.3048,
  "'": 0.3048,
  in: 0.0254,
  '"': 0.0254,
};

const LENGTH = /^([+-]?\d*\.?\d+)\s*(m|cm|mm|ft|in|米|厘米|毫米|'|")?$/i;

/** Metres of what somebody types: `3.2`, `320 cm`, `3200mm`, `3.2米`, `10'`, full-width digits; undefined where it is no length. */
export function parseMetres(text: string): number | undefined {
  const match = LENGTH.exec(
    text
      .normalize('NFKC')
      .trim()
      .replace(/−/g, '-')
      .replace(/^(-?\d+),(\d+)$/, '$1.$2'),
  );
  if (!match) return undefined;
  return Number(match[1]) * UNITS[(match[2] ?? '').toLowerCase()]!;
}

/** Metres typed over a value: `+0.5` and `-0.5` with a sign and a space before (`+ 0.5`), `*2`, `/2` change it, anything else replaces it. */
export function parseChange(text: string, value: number): number | undefined {
  const match = /^([+\-*/])\s+(.+)$|^([*/])(.+)$|^(\+)(.+)$/.exec(text.normalize('NFKC').trim());
  if (!match) return parseMetres(text);
  const sign = match[1] ?? match[3] ?? match[5];
  const amount = parseMetres(match[2] ?? match[4] ?? match[6] ?? '');
  if (amount === undefined) return undefined;
  if (sign === '+') return value + amount;
  if (sign === '-') return value - amount;
  if (sign === '*') return value * amount;
  return amount === 0 ? undefined : value / amount;
}

/** A place typed as `12.5, 40` or `12.5 40`; `@3,4` is from `from`, `@5<30` five metres at 30° (counter-clockwise from east) from it. */
export function parsePlace(text: string, from: Point = { x: 0, y: 0 }): Point | undefined {
  const folded = text.normalize('NFKC').trim();
  const isRelative = folded.startsWith('@');
  const body = folded.replace(/^@/, '');
  const polar = /^(.+)<\s*([+-]?\d*\.?\d+)\s*°?$/.exec(body);
  if (polar) {
    const metres = parseMetres(polar[1]!);
    const angle = (Number(polar[2]) * Math.PI) / 180;
    if (metres === undefined) return undefined;
    return { x: from.x + metres * Math.cos(angle), y: from.y + metres * Math.sin(angle) };
  }
  const parts = body.split(/\s*[,;，；]\s*|\s+/).filter((part) => part !== '');
  const [x, y] = parts.map(parseMetres);
  if (parts.length !== 2 || x === undefined || y === undefined) return undefined;
  return isRelative ? { x: from.x + x, y: from.y + y } : { x, y };
}
