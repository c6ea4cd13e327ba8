import type { Point, VenuePoint } from '@daoyin/geometry';
import type { Issue, Severity, Unit } from '@daoyin/venue';
import { isStaffOnly, unitKind } from '../space/categories';
import { accessOf } from '../space/walker';
import type { ProfileName } from '../types';
import type { Building } from './building';
import type { Network } from './network';
import { PACES, rideOf } from './pace';

/** How far a window's standing point or a street door may be from free floor, in metres. */
const NEAR = 1.5;

/** A public way into the building. */
export interface Entrance {
  readonly id: string;
  readonly at: VenuePoint;
}

/** A connected piece of one level's free space: `level/island`. */
type Piece = string;

/**
 * What cannot be reached from the street: windows, levels and public rooms, on foot (errors for windows and levels) and without
 * steps (warnings). Public entrances are openings that lead outdoors and are no service or emergency door; where an archive has
 * none, the largest piece of the ground floor stands for them, and that is said.
 */
export function reachabilityOf(building: Building): Issue[] {
  const { venue } = building;
  const entrances = entrancesOf(building);
  const issues: Issue[] = [];
  if (entrances.length === 0 && venue.levels.length > 0) {
    const message =
      'No public entrance is drawn: the largest connected floor of the lowest storey was taken as the way in.';
    issues.push({ severity: 'assumption', kind: 'no-entrance', file: 'opening.geojson', message });
  }
  const onFoot = reachedBy(building, 'walk', entrances);
  const onWheels = reachedBy(building, 'step-free', entrances);
  issues.push(
    ...unreachedWindows(building, onFoot, onWheels),
    ...unreachedLevels(building, onFoot, onWheels),
  );
  issues.push(...unreachedUnits(building, onFoot));
  if (entrances.length > 1) issues.push(...partialEntrances(building, entrances));
  return issues;
}

/** Openings that lead outdoors and that anyone may pass, with their middle. */
export function entrancesOf({ venue, base }: Building): Entrance[] {
  return venue.levels.flatMap(({ shortName }) =>
    base(shortName)
      .doorways.filter(
        ({ left, right, passage }) => passage === 'anyone' && (left === undefined) !== (right === undefined),
      )
      .filter(({ left, right }) => {
        const { unit, kind } = base(shortName).parts.floors[(left ?? right)!]!;
        return !isStaffOnly(unit) && kind !== 'shaft';
      })
      .map(({ opening, middle }) => ({ id: opening.id, at: { ...middle, level: shortName } })),
  );
}

function pieceAt(network: Network, level: string, point: Point): Piece | undefined {
  const plan = network.plan(level);
  const placed = plan.place(point, NEAR);
  return placed && `${level}/${plan.planner.mesh.island[placed.triangles[0]!]}`;
}

function largestPiece(network: Network): Piece | undefined {
  const ground = [...network.venue.levels].sort((a, b) => Math.abs(a.ordinal) - Math.abs(b.ordinal))[0];
  if (ground === undefined) return undefined;
  const { island, corners, xs, ys } = network.plan(ground.shortName).planner.mesh;
  const areas = new Map<number, number>();
  for (let t = 0; t < island.length; t++) {
    const [a, b, c] = [corners[3 * t]!, corners[3 * t + 1]!, corners[3 * t + 2]!];
    const twice = (xs[b]! - xs[a]!) * (ys[c]! - ys[a]!) - (ys[b]! - ys[a]!) * (xs[c]! - xs[a]!);
    areas.set(island[t]!, (areas.get(island[t]!) ?? 0) + twice);
  }
  const largest = [...areas].sort((a, b) => b[1] - a[1])[0];
  return largest && `${ground.shortName}/${largest[0]}`;
}

interface Reached {
  readonly network: Network;
  readonly pieces: ReadonlySet<Piece>;
}

/** The pieces of floor that a walker gets to from any of the entrances, rides included. */
function reachedBy(building: Building, profile: ProfileName, entrances: readonly Entrance[]): Reached {
  const network = building.network(accessOf(profile, false), new Set());
  const from = entrances.flatMap(({ at }) => pieceAt(network, at.level, at) ?? []);
  const start = entrances.length > 0 ? from : [largestPiece(network)].filter((piece) => piece !== undefined);
  const rides = ridesOf(network, profile);
  const pieces = new Set(start);
  const queue = [...pieces];
  for (let piece = queue.pop(); piece !== undefined; piece = queue.pop()) {
    for (const [below, above] of rides) {
      if (below !== piece || pieces.has(above)) continue;
      pieces.add(above);
      queue.push(above);
    }
  }
  return { network, pieces };
}

function ridesOf(network: Network, profile: ProfileName): [Piece, Piece][] {
  const doors = network.venue.levels.flatMap(({ shortName }) =>
    network.doors(shortName).map((door) => {
      const { island } = network.plan(shortName).planner.mesh;
      return { stop: door.stop, piece: `${shortName}/${island[door.placed.triangles[0]!]}` };
    }),
  );
  return doors.flatMap((a) =>
    doors.flatMap((b): [Piece, Piece][] => {
      const { connector, order } = a.stop;
      if (b.stop.connector !== connector || b.stop.order === order) return [];
      const up = b.stop.order > order;
      const isAllowed = connector.direction === 'both' || (connector.direction === 'up') === up;
      return isAllowed && rideOf(connector.kind, up ? 1 : -1, PACES[profile]) ? [[a.piece, b.piece]] : [];
    }),
  );
}

function unreachedWindows({ venue }: Building, onFoot: Reached, onWheels: Reached): Issue[] {
  return venue.windows.flatMap((window): Issue[] => {
    const about = { featureId: window.occupantId, at: window.at, file: 'occupant.geojson' };
    const walked = pieceAt(onFoot.network, window.at.level, window.at);
    if (walked === undefined) {
      const message = `Window ${window.number}: nobody can stand where its visitors are to stand.`;
      return [{ severity: 'error', kind: 'window-not-walkable', message, ...about }];
    }
    if (!onFoot.pieces.has(walked)) {
      const message = `Window ${window.number} cannot be reached from any public entrance.`;
      return [{ severity: 'error', kind: 'window-unreachable', message, ...about }];
    }
    const wheeled = pieceAt(onWheels.network, window.at.level, window.at);
    if (wheeled !== undefined && onWheels.pieces.has(wheeled)) return [];
    const message = `Window ${window.number} cannot be reached without steps, or not with a wheelchair's clearance.`;
    return [{ severity: 'warning', kind: 'window-not-step-free', message, ...about }];
  });
}

function unreachedLevels({ venue }: Building, onFoot: Reached, onWheels: Reached): Issue[] {
  const touches = ({ pieces }: Reached, level: string) =>
    [...pieces].some((piece) => piece.startsWith(`${level}/`));
  return venue.levels.flatMap((level): Issue[] => {
    const isPublic = venue.units.some((unit) => unit.level === level.shortName && isVisited(unit));
    if (!isPublic) return [];
    const finding = (severity: Severity, kind: string, message: string): Issue[] => [
      { severity, kind, message, featureId: level.id, file: 'level.geojson' },
    ];
    if (!touches(onFoot, level.shortName)) {
      return finding(
        'error',
        'level-unreachable',
        `Level ${level.shortName} cannot be reached from any public entrance.`,
      );
    }
    if (touches(onWheels, level.shortName)) return [];
    return finding(
      'warning',
      'level-not-step-free',
      `Level ${level.shortName} cannot be reached without steps.`,
    );
  });
}

function isVisited(unit: Unit): boolean {
  const kind = unitKind(unit.category);
  return !isStaffOnly(unit) && (kind === 'room' || kind === 'open');
}

/** Public rooms of which no floor is reached. */
function unreachedUnits({ venue, base }: Building, onFoot: Reached): Issue[] {
  const found = new Set<string>();
  for (const { shortName } of venue.levels) {
    const { parts } = base(shortName);
    const { mesh } = onFoot.network.plan(shortName).planner;
    for (let t = 0; t < mesh.island.length; t++) {
      if (!onFoot.pieces.has(`${shortName}/${mesh.island[t]}`)) continue;
      const at = { x: 0, y: 0 };
      for (let h = 3 * t; h < 3 * t + 3; h++) {
        at.x += mesh.xs[mesh.corners[h]!]! / 30_000;
        at.y += mesh.ys[mesh.corners[h]!]! / 30_000;
      }
      for (const i of parts.floorsAt(at)) found.add(parts.floors[i]!.unit.id);
    }
  }
  return venue.units
    .filter((unit) => isVisited(unit) && !found.has(unit.id))
    .map((unit) => ({
      severity: 'warning',
      kind: 'unit-unreachable',
      message: `Unit ${unit.id} (${unit.category}) on ${unit.level} cannot be reached from any public entrance.`,
      featureId: unit.id,
      file: 'unit.geojson',
    }));
}

/** Entrances from which some, but not all, of the windows are reached. */
function partialEntrances(building: Building, entrances: readonly Entrance[]): Issue[] {
  const { windows } = building.venue;
  return entrances.flatMap((entrance): Issue[] => {
    const { network, pieces } = reachedBy(building, 'walk', [entrance]);
    const count = windows.filter(({ at }) => pieces.has(pieceAt(network, at.level, at) ?? '')).length;
    if (count === windows.length) return [];
    const message = `From the entrance ${entrance.id}, ${count} of ${windows.length} windows can be reached.`;
    const severity = count === 0 ? 'assumption' : 'warning';
    return [
      {
        severity,
        kind: 'entrance-partial',
        message,
        featureId: entrance.id,
        at: entrance.at,
        file: 'opening.geojson',
      },
    ];
  });
}
