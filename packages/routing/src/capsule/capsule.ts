import type { Labels } from '@daoyin/venue';
import type { Route, RouteLeg } from '../types';
import { base64Of, bytesOfBase64, checksumOf } from './bytes';
import { type FieldReader, type FieldWriter, readFields, writeFields } from './fields';
import { pathOf, simplified } from './legs';
import { CONNECTORS, readLabels, readManoeuvre, SIDES, writeLabels, writeManoeuvre } from './manoeuvres';

/** A whole route for who has neither plan nor network: in words of both languages, and as a line to draw. */
export interface RouteCapsule {
  /** The venue's id. */
  readonly venue: string;
  /** The goal's name where it is no window. */
  readonly goal?: Labels;
  /** Without the ids of features, and to the decimetre. */
  readonly route: Route;
}

export type OpenedCapsule =
  | { readonly ok: true; readonly capsule: RouteCapsule }
  /** `damaged`: cut or misread. `newer`: made by a later version than this. */
  | { readonly ok: false; readonly reason: 'damaged' | 'newer' };

const VERSION = 1;
/** How far a line may be from the way that was found, in metres: corners are rounded with many points. */
const TOLERANCE = 0.25;

/** The route as a text for addresses and QR codes: letters, digits, `-` and `_`. */
export function sealRoute({ venue, goal, route }: RouteCapsule): string {
  const out = writeFields();
  out.text(venue);
  writeLabels(out, goal);
  out.text(route.destination.window);
  out.choice(SIDES, route.destination.side);
  out.count(route.legs.length);
  for (const leg of route.legs) writeLeg(out, leg);
  out.count(route.manoeuvres.length);
  for (const manoeuvre of route.manoeuvres) writeManoeuvre(out, manoeuvre, route.legs);
  const bytes = [VERSION, ...out.bytes()];
  const checksum = checksumOf(bytes);
  return base64Of([...bytes, checksum >> 8, checksum & 255]);
}

/** Never throws: a code on paper may be of any age. */
export function openCapsule(text: string): OpenedCapsule {
  const bytes = bytesOfBase64(text);
  if (bytes === undefined || bytes.length < 4) return { ok: false, reason: 'damaged' };
  const body = bytes.slice(0, -2);
  const [high, low] = bytes.slice(-2) as [number, number];
  if (checksumOf(body) !== high * 256 + low) return { ok: false, reason: 'damaged' };
  if (body[0] !== VERSION) return { ok: false, reason: 'newer' };
  try {
    return { ok: true, capsule: readCapsule(readFields(body.slice(1))) };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: 'damaged' };
    throw error;
  }
}

function readCapsule(from: FieldReader): RouteCapsule {
  const venue = from.named();
  const goal = readLabels(from);
  const window = from.text();
  const side = from.choice(SIDES);
  const legs = Array.from({ length: from.count() }, () => readLeg(from));
  const manoeuvres = Array.from({ length: from.count() }, () => readManoeuvre(from, legs));
  const path = pathOf(legs);
  const at = path.at(-1);
  if (at === undefined || manoeuvres.length === 0 || !from.done) throw new RangeError('no whole route');
  const sum = (of: 'length' | 'duration') => legs.reduce((total, leg) => total + leg[of], 0);
  const route: Route = {
    ok: true,
    length: sum('length'),
    duration: sum('duration'),
    path,
    legs,
    manoeuvres,
    destination: { at, ...(window !== undefined && { window }), ...(side && { side }) },
  };
  return { venue, ...(goal && { goal }), route };
}

const KINDS = ['walk', 'connector'] as const satisfies RouteLeg['kind'][];

function writeLeg(out: FieldWriter, leg: RouteLeg): void {
  out.choice(KINDS, leg.kind);
  out.amount(leg.duration);
  out.amount(leg.length);
  if (leg.kind === 'walk') {
    out.text(leg.level);
    const path = simplified(leg.path, TOLERANCE);
    out.count(path.length);
    for (const point of path) out.point(point);
    return;
  }
  out.choice(CONNECTORS, leg.connector);
  out.place(leg.from);
  out.place(leg.to);
  out.count(leg.inside ? 1 : 0);
  if (leg.inside) out.point(leg.inside);
}

function readLeg(from: FieldReader): RouteLeg {
  const kind = from.choice(KINDS);
  const [duration, length] = [from.amount(), from.amount()];
  if (kind === 'walk') {
    const level = from.named();
    const path = Array.from({ length: from.count() }, from.point);
    return { kind, level, path, length, duration };
  }
  const connector = from.choice(CONNECTORS);
  if (kind === undefined || connector === undefined) throw new RangeError('a leg without a kind');
  const [start, end] = [from.place(), from.place()];
  const inside = from.count() === 1 ? from.point() : undefined;
  return {
    kind,
    connectorId: '',
    connector,
    from: start,
    to: end,
    ...(inside && { inside }),
    length,
    duration,
  };
}
