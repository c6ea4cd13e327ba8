import type { VenuePoint } from '@daoyin/geometry';

/** Where the walker really was: one line of `truth.jsonl`. `height` of the receiver above the floor in metres, where it was measured. */
export interface TruthPoint extends VenuePoint {
  readonly atMs: number;
  readonly height?: number;
}

/** One line of positions as `locate` writes it. `accuracy95` in metres may be absent where a peer's output is scored. */
export interface PositionLine extends VenuePoint {
  readonly atMs: number;
  readonly accuracy95?: number;
}

/** One position beside the truth. Errors are horizontal, in metres. */
export interface ScoredPosition {
  readonly atMs: number;
  readonly position: PositionLine;
  readonly truth: TruthPoint;
  readonly error: number;
  readonly levelRight: boolean;
  /** Not within 3 s of a change of level. */
  readonly steady: boolean;
}

export type DecodedLine<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** Longest gap in milliseconds between two lines of truth across which it is interpolated. */
export const LONGEST_GAP_MS = 2500;

/** Decodes one line of `truth.jsonl`: `{"atMs","x","y","level","height"?}`. */
export function decodeTruthLine(line: string): DecodedLine<TruthPoint> {
  return decodePlace(line, 'height');
}

/** Decodes one line of positions: `{"atMs","x","y","level","accuracy95"?}`; what else stands in it is left alone. */
export function decodePositionLine(line: string): DecodedLine<PositionLine> {
  return decodePlace(line, 'accuracy95');
}

function decodePlace<K extends string>(
  line: string,
  optional: K,
): DecodedLine<VenuePoint & { readonly atMs: number } & { readonly [key in K]?: number }> {
  const fields = parseObject(line);
  if (fields === undefined) return { ok: false, reason: `not a JSON object: ${line.slice(0, 80)}` };
  const { atMs, x, y, level } = fields;
  const extra = fields[optional];
  if (!finite(atMs)) return wrong('atMs', atMs);
  if (!finite(x)) return wrong('x', x);
  if (!finite(y)) return wrong('y', y);
  if (typeof level !== 'string' || level === '') return wrong('level', level);
  if (extra !== undefined && extra !== null && !(finite(extra) && extra >= 0)) return wrong(optional, extra);
  const place = { atMs, x, y, level };
  return { ok: true, value: finite(extra) ? { ...place, [optional]: extra } : place } as ReturnType<
    typeof decodePlace<K>
  >;
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function finite(value: unknown): value is number {
  return Number.isFinite(value);
}

function wrong(field: string, value: unknown): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason: `"${field}" is ${JSON.stringify(value) ?? 'missing'}` };
}

/** Lines in order of time; of two with one time the first stays. */
export function inTimeOrder<T extends { readonly atMs: number }>(lines: readonly T[]): readonly T[] {
  return lines
    .toSorted((a, b) => a.atMs - b.atMs)
    .filter((line, i, sorted) => i === 0 || line.atMs !== sorted[i - 1]!.atMs);
}

/** Whether truth is sampled (median gap of at most 2.5 s), not known only at a few waypoints. */
export function isSampled(truth: readonly TruthPoint[]): boolean {
  const gaps = truth.slice(1).map((line, i) => line.atMs - truth[i]!.atMs);
  gaps.sort((a, b) => a - b);
  return gaps.length > 0 && gaps[gaps.length >> 1]! <= LONGEST_GAP_MS;
}

/**
 * The truth at a time, from lines in time order: linear between two lines of one level that are at most 2.5 s apart, the nearer line
 * in time where the level changes between them; never before the first, after the last or across a longer gap.
 */
export function truthAt(truth: readonly TruthPoint[], atMs: number): TruthPoint | undefined {
  const i = lastNotAfter(truth, atMs);
  const before = truth[i];
  if (before === undefined || before.atMs === atMs) return before;
  const after = truth[i + 1];
  if (after === undefined || after.atMs - before.atMs > LONGEST_GAP_MS) return undefined;
  const t = (atMs - before.atMs) / (after.atMs - before.atMs);
  if (before.level !== after.level) return { ...(t < 0.5 ? before : after), atMs };
  return {
    atMs,
    x: before.x + t * (after.x - before.x),
    y: before.y + t * (after.y - before.y),
    level: before.level,
  };
}

/** Index of the last line that is not after `atMs`, −1 where there is none. Lines in time order. */
export function lastNotAfter(lines: readonly { readonly atMs: number }[], atMs: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.atMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
