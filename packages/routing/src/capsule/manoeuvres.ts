import { type ConnectorKind, type Labels, labelText } from '@daoyin/venue';
import type { Landmark, Manoeuvre, RouteLeg, TurnDirection } from '../types';
import type { FieldReader, FieldWriter } from './fields';
import { legOf, placeOn } from './legs';

const KINDS = ['depart', 'turn', 'take-connector', 'arrive'] as const satisfies Manoeuvre['kind'][];
const DIRECTIONS = [
  'straight',
  'slight-left',
  'left',
  'sharp-left',
  'slight-right',
  'right',
  'sharp-right',
  'back',
] as const satisfies TurnDirection[];
export const SIDES = ['left', 'right', 'ahead'] as const;
export const CONNECTORS = ['elevator', 'escalator', 'stairs', 'ramp'] as const satisfies ConnectorKind[];

/** What a capsule leaves out: the features behind a landmark or a ride, which only a plan could show. */
const NO_FEATURE = '';

/** What a manoeuvre says of its way, and whether it says one thing more: the head's second and fourth part. */
function headOf(one: Manoeuvre): readonly [way: number, more: boolean] {
  switch (one.kind) {
    case 'depart':
      return [indexOf(DIRECTIONS, one.direction), one.here === true];
    case 'turn':
      return [indexOf(DIRECTIONS, one.direction), one.after !== undefined];
    case 'take-connector':
      return [indexOf(DIRECTIONS, one.exit), one.continues === true];
    case 'arrive':
      return [indexOf(SIDES, one.side), false];
  }
}

/** One byte of kind, way, landmark or not and one thing more; then where; then what the kind has besides. */
export function writeManoeuvre(out: FieldWriter, one: Manoeuvre, legs: readonly RouteLeg[]): void {
  const [way, more] = headOf(one);
  out.bits(
    [KINDS.indexOf(one.kind), 2],
    [way, 4],
    [Number(one.landmark !== undefined), 1],
    [Number(more), 1],
  );
  out.count(legOf(legs, one));
  out.amount(one.distance);
  if (one.landmark !== undefined) writeLandmark(out, one.landmark);
  if (one.kind === 'depart') {
    out.heading(one.headingRad);
    out.count(Number(one.facing !== undefined));
    if (one.facing !== undefined) writeLandmark(out, one.facing);
  } else if (one.kind === 'turn') {
    if (one.after !== undefined) out.choice(CONNECTORS, one.after);
  } else if (one.kind === 'take-connector') {
    out.bits([CONNECTORS.indexOf(one.connector), 2], [Number(one.up), 1]);
    out.text(one.toLevel);
    out.amount(one.length ?? 0);
  }
}

export function readManoeuvre(from: FieldReader, legs: readonly RouteLeg[]): Manoeuvre {
  const [kind, way, hasLandmark, more] = from.bits(2, 4, 1, 1) as [number, number, number, number];
  const leg = from.count();
  const distance = from.amount();
  const landmark = hasLandmark === 1 ? readLandmark(from) : undefined;
  const shared = { distance, at: placeOn(legs, leg, distance), ...(landmark && { landmark }) };
  const direction = way > 0 ? nth(DIRECTIONS, way - 1) : undefined;
  switch (KINDS[kind]) {
    case 'depart': {
      const headingRad = from.heading();
      const facing = from.count() === 1 ? readLandmark(from) : undefined;
      return {
        kind: 'depart',
        ...shared,
        headingRad,
        ...(more && { here: true as const }),
        ...(facing && { facing }),
        ...(direction && { direction }),
      };
    }
    case 'turn': {
      const after = more ? from.choice(CONNECTORS) : undefined;
      return { kind: 'turn', ...shared, direction: direction ?? 'straight', ...(after && { after }) };
    }
    case 'take-connector':
      return {
        ...readRide(from),
        ...shared,
        ...(direction && { exit: direction }),
        ...(more && { continues: true }),
      };
    default:
      return { kind: 'arrive', ...shared, side: nth(SIDES, way - 1) };
  }
}

function readRide(from: FieldReader) {
  const [connector, up] = from.bits(2, 1) as [number, number];
  const toLevel = from.named();
  const length = from.amount();
  return {
    kind: 'take-connector' as const,
    connector: nth(CONNECTORS, connector),
    connectorId: NO_FEATURE,
    toLevel,
    up: up === 1,
    ...(length > 0 && { length }),
  };
}

function writeLandmark(out: FieldWriter, { kind, name, window, windows, colour }: Landmark): void {
  // a number is said without a name
  const said = window === undefined && windows === undefined ? name : undefined;
  const has = (value: unknown): [number, number] => [Number(value !== undefined), 1];
  out.text(kind);
  out.bits(has(said), has(window), has(windows), has(colour));
  if (said !== undefined) writeLabels(out, said);
  for (const number of [window ?? [], windows ?? []].flat()) out.text(number);
  if (colour !== undefined) writeLabels(out, colour);
}

function readLandmark(from: FieldReader): Landmark {
  const kind = from.named();
  const [hasName, hasWindow, hasWindows, hasColour] = from.bits(1, 1, 1, 1);
  const name = hasName ? readLabels(from) : undefined;
  const window = hasWindow ? from.named() : undefined;
  const windows = hasWindows ? ([from.named(), from.named()] as const) : undefined;
  const colour = hasColour ? readLabels(from) : undefined;
  return {
    kind,
    featureId: NO_FEATURE,
    ...(name && { name }),
    ...(window !== undefined && { window }),
    ...(windows && { windows }),
    ...(colour && { colour }),
  };
}

/** A text as it is shown in Chinese and in English. */
export function writeLabels(out: FieldWriter, labels: Labels | undefined): void {
  for (const language of ['zh', 'en'] as const)
    out.text((labels && labelText(labels, language)) || undefined);
}

/** A text in Chinese and in English; undefined where there is neither. */
export function readLabels(from: FieldReader): Labels | undefined {
  const [zh, en] = [from.text(), from.text()];
  if (zh === undefined && en === undefined) return undefined;
  return { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) };
}

/** Its place in a list from 1; 0 for none. */
function indexOf<T>(of: readonly T[], value: T | undefined): number {
  return value === undefined ? 0 : 1 + of.indexOf(value);
}

function nth<T>(of: readonly T[], index: number): T {
  const value = of[index];
  if (value === undefined) throw new RangeError(`choice ${index} of ${of.length}`);
  return value;
}
