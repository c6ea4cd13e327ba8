import type { AnchorSighting, InertialSample, Observation, Step } from '@daoyin/positioning';
import { hexToBytes } from './bytes';
import type { Advert } from './types';

/** What comes into the chain: an advert as heard, or what needs no decoding. A reading's beacon id is not yet looked up. */
export type ChainInput = { readonly kind: 'advert'; readonly advert: Advert } | Observation;

export type LineResult =
  | { readonly ok: true; readonly input: ChainInput }
  /** English, naming field and value; the caller adds where. */
  | { readonly ok: false; readonly problem: string };

type Fields = Readonly<Record<string, unknown>>;

/** What a field should have been; thrown inside this file only, and turned into a problem. */
class WrongField extends Error {}

/** Decodes one line of `readings.jsonl`, of any of its kinds (design.md, `locate`). Unknown fields are left alone. */
export function decodeReadingLine(text: string): LineResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: `not JSON: ${shown(text)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, problem: `${shown(value)} is not an object` };
  }
  return decodeReading(value as Fields);
}

/** Decodes one reading that is already parsed, as it comes in a message. */
export function decodeReading(fields: Fields): LineResult {
  try {
    return { ok: true, input: inputOf(fields) };
  } catch (error) {
    if (error instanceof WrongField) return { ok: false, problem: error.message };
    throw error;
  }
}

function inputOf(fields: Fields): ChainInput {
  const atMs = finite(fields, 'atMs');
  if (fields.beacon !== undefined) {
    return { kind: 'reading', atMs, beaconId: text(fields, 'beacon'), rssiDbm: rssi(fields) };
  }
  if (fields.advertHex !== undefined || fields.uuid !== undefined || fields.address !== undefined) {
    return { kind: 'advert', advert: advertOf(fields, atMs) };
  }
  if (fields.step !== undefined) return stepOf(object(fields, 'step'), atMs);
  if (fields.anchor !== undefined) return anchorOf(object(fields, 'anchor'), atMs);
  for (const kind of ['accelerometer', 'gyroscope', 'rotation_vector'] as const) {
    if (fields[kind] !== undefined) return { kind, atMs, xyz: triple(fields, kind) };
  }
  throw new WrongField(
    'none of beacon, uuid, address, advertHex, step, anchor, accelerometer, gyroscope, rotation_vector',
  );
}

function advertOf(fields: Fields, atMs: number): Advert {
  const address = fields.address === undefined ? undefined : text(fields, 'address').toLowerCase();
  const known = { atMs, ...(address !== undefined && { address }), rssiDbm: rssi(fields) };
  if (fields.advertHex !== undefined) {
    const bytes = hexToBytes(text(fields, 'advertHex'));
    if (!bytes) throw wrong('advertHex', fields.advertHex, 'pairs of hex digits');
    return { ...known, payload: { kind: 'ad-structures', bytes } };
  }
  if (fields.uuid === undefined) return { ...known, payload: { kind: 'address-only' } };
  const uuid = text(fields, 'uuid').toLowerCase();
  const numbers = { major: uint16(fields, 'major'), minor: uint16(fields, 'minor') };
  return { ...known, payload: { kind: 'ibeacon', uuid, ...numbers } };
}

/** Nobody's step is longer than this, in metres. */
const LONGEST_STEP = 3;

function stepOf(step: Fields, atMs: number): Step {
  const length = finite(step, 'length', 'step.');
  if (length < 0 || length > LONGEST_STEP) throw wrong('step.length', length, `0 … ${LONGEST_STEP} m`);
  return { kind: 'step', atMs, length, heading: finite(step, 'heading', 'step.') };
}

function anchorOf(anchor: Fields, atMs: number): AnchorSighting {
  const sigma = anchor.sigma === undefined ? 1 : finite(anchor, 'sigma', 'anchor.');
  if (sigma <= 0) throw wrong('anchor.sigma', sigma, 'more than 0 m');
  const at = {
    x: finite(anchor, 'x', 'anchor.'),
    y: finite(anchor, 'y', 'anchor.'),
    level: text(anchor, 'level', 'anchor.'),
  };
  return { kind: 'anchor', atMs, at, sigma };
}

function triple(fields: Fields, name: string): InertialSample['xyz'] {
  const value = fields[name];
  if (!Array.isArray(value) || value.length !== 3 || !value.every(Number.isFinite)) {
    throw wrong(name, value, 'three numbers');
  }
  return value as unknown as InertialSample['xyz'];
}

/** 127 says that the controller does not know; the chain counts it. */
function rssi(fields: Fields): number {
  const value = finite(fields, 'rssiDbm');
  if (value !== 127 && (value < -127 || value > 20)) throw wrong('rssiDbm', value, '-127 … 20, or 127');
  return value;
}

function finite(fields: Fields, name: string, prefix = ''): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(prefix + name, value, 'a number');
  return value;
}

function uint16(fields: Fields, name: string): number {
  const value = fields[name];
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 65_535) {
    throw wrong(name, value, 'a whole number 0 … 65535');
  }
  return value as number;
}

function text(fields: Fields, name: string, prefix = ''): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw wrong(prefix + name, value, 'a text');
  return value;
}

function object(fields: Fields, name: string): Fields {
  const value = fields[name];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong(name, value, 'an object');
  }
  return value as Fields;
}

function wrong(name: string, value: unknown, expected: string): WrongField {
  const said = value === undefined ? `${name} is missing` : `${name} is ${shown(value)}`;
  return new WrongField(`${said}, expected ${expected}`);
}

function shown(value: unknown): string {
  const said = JSON.stringify(value) ?? String(value);
  return said.length <= 60 ? said : `${said.slice(0, 57)}…`;
}
