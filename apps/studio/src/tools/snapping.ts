import { type Point, ringEdges } from '@daoyin/geometry';
import { type Snapped, snap } from '@daoyin/venue';
import { extentOf, grown, meets } from '../canvas/extent';
import { beaconsOn } from '../layers/beacons';
import { onLevel } from '../layers/on-level';
import { useStudio } from '../store/studio';

/** What does not pull: what is being moved itself. */
export interface Unsnapped {
  readonly beacons: readonly string[];
  readonly features: readonly string[];
  /** Alt held: nothing pulls. */
  readonly isFree: boolean;
}

/** The grid that a point falls on where nothing else is near: a decimetre. */
const FINE = 0.1;

/** Where a point on the level that is shown goes: into the rows and columns of beacons. */
export function snapped(at: Point, reach: number, { beacons, isFree }: Unsnapped): Snapped {
  if (isFree) return { point: at, kind: 'none', guides: [] };
  const { history, level } = useStudio.getState();
  const others = beaconsOn(history.present.register.beacons, level).filter(({ id }) => !beacons.includes(id));
  return snap(at, { reach, grid: FINE, alignedWith: others.map((beacon) => beacon.at) });
}

/** Where a corner goes: to the corners and edges of what is there. */
export function snappedCorner(at: Point, reach: number, { features, isFree }: Unsnapped): Snapped {
  if (isFree) return { point: at, kind: 'none', guides: [] };
  const { history, level } = useStudio.getState();
  const { venue } = history.present;
  const near = grown({ minX: at.x, maxX: at.x, minY: at.y, maxY: at.y }, reach);
  const rings = [...onLevel(venue.units, level), ...onLevel(venue.fixtures, level)]
    .filter((feature) => !features.includes(feature.id) && meets(extentOf(feature), near))
    .flatMap(({ area }) => area.flatMap(({ outer, holes }) => [outer, ...holes]));
  const lines = rings.flatMap((ring) => [...ringEdges(ring)]);
  return snap(at, { reach, grid: FINE, points: rings.flat(), lines });
}
