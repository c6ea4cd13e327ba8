import type { Beacon } from '@daoyin/venue';
import { indexBeacons } from '../beacon-index';
import { pathLossModel } from '../radio-model';
import { WallsAround } from '../walls';
import type { Prospect } from './prospect';

/** One beacon as predictions see it: what it would be heard at anywhere, before body and gain. Places in metres, levels in dBm. */
export interface Outlook {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly level: number;
  /** Metres above the receiver when both are on one level, by level of the receiver. */
  readonly up: readonly number[];
  readonly advertsPerSecond: number;
  /** Standard deviation in dB of what the level misses in sight, and behind a wall or slab. */
  readonly clearSdDb: number;
  readonly hiddenSdDb: number;
  /** Level at so many metres aside on a level, with slabs and without walls, and its slope in dB/m; into `out`. */
  readonly open: (level: number, metres: number, out: OpenLevel) => void;
  /** Walls between it and a point of its own level, in dB. */
  readonly wallsDb: (x: number, y: number) => number;
}

export interface OpenLevel {
  dbm: number;
  slope: number;
}

const TABLE_STEP = 0.25;
const TABLE_METRES = 160;
const TABLE_SIZE = TABLE_METRES / TABLE_STEP + 1;
const USUAL_INTERVAL_MS = 300;

/** The outlook of a beacon that hangs somewhere in the venue and is in use; else none. */
export function outlookOf(beacon: Beacon, { venue, floors, levels, channel }: Prospect): Outlook | undefined {
  const index = indexBeacons({ venue: '', beacons: [beacon] }, venue);
  const indexed = index.beacons[0];
  if (!indexed?.placed || indexed.level >= floors.length) return undefined;
  const { x, y, level, height } = indexed;
  const model = pathLossModel(index, channel);
  const asides = Float64Array.from({ length: TABLE_SIZE }, (_, i) => x + i * TABLE_STEP);
  const straight = new Float64Array(TABLE_SIZE).fill(y);
  const tables: (Float64Array | undefined)[] = levels.map(() => undefined);
  const table = (at: number): Float64Array => {
    const levelsDbm = new Float64Array(TABLE_SIZE);
    model.expectAt(0, asides, straight, TABLE_SIZE, at, levelsDbm);
    return levelsDbm;
  };
  let walls: WallsAround | undefined;
  return {
    id: beacon.id,
    x,
    y,
    level,
    up: levels.map(({ elevation }) => levels[level]!.elevation + height - elevation - channel.receiverHeight),
    advertsPerSecond: 1000 / (beacon.intervalMs ?? USUAL_INTERVAL_MS),
    clearSdDb: model.shadowSdDb(0, x, y, level),
    hiddenSdDb: model.shadowSdDb(0, x, y, level + 1),
    open(at, metres, out) {
      tables[at] ??= table(at);
      const known = tables[at];
      const place = Math.min(metres / TABLE_STEP, TABLE_SIZE - 1.001);
      const below = Math.floor(place);
      const rise = known[below + 1]! - known[below]!;
      out.dbm = known[below]! + (place - below) * rise;
      out.slope = rise / TABLE_STEP;
    },
    wallsDb(px, py) {
      walls ??= new WallsAround(floors[level]!, x, y);
      return walls.dbAt(px, py);
    },
  };
}
