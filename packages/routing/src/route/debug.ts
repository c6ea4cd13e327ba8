import type { MultiPolygon, Point } from '@daoyin/geometry';
import { areasOf, GRID } from '../space/clip';
import type { LevelPlan } from './level-plan';

/** What a search saw on one level, as drawable data in metres. */
export interface LevelDrawing {
  readonly level: string;
  /** Where the walker's centre may be. */
  readonly free: MultiPolygon;
  /** The triangles of it, as it is when nothing is shut. */
  readonly triangles: readonly (readonly [Point, Point, Point])[];
  /** The taut segments between the corners where a shortest path may bend. */
  readonly segments: readonly (readonly [Point, Point])[];
  /** The corners that the last search on this level reached. */
  readonly reached: readonly Point[];
  /** What the start and the goal of the last search on this level see: lines to the corners that a way may bend at first or last. */
  readonly views: readonly (readonly [Point, Point])[];
  /** Doors, as lines. */
  readonly doorways: readonly (readonly Point[])[];
}

export function drawingOf({ planner, base, free }: LevelPlan): LevelDrawing {
  const { mesh, graph } = planner;
  const at = (vertex: number): Point => ({ x: mesh.xs[vertex]! / GRID, y: mesh.ys[vertex]! / GRID });
  const triangles: [Point, Point, Point][] = [];
  for (let h = 0; h < mesh.corners.length; h += 3) {
    triangles.push([at(mesh.corners[h]!), at(mesh.corners[h + 1]!), at(mesh.corners[h + 2]!)]);
  }
  const segments: [Point, Point][] = [];
  const corner = (state: number): Point => ({ x: graph.x[state]! / GRID, y: graph.y[state]! / GRID });
  const draw = (from: number, to: number): void => {
    // A segment is in the graph in both directions.
    if (from < to) segments.push([corner(from), corner(to)]);
  };
  for (let state = 0; state < graph.count; state++) {
    if (graph.along[state]! >= 0) draw(state, graph.along[state]!);
    for (let e = graph.offsets[state]!; e < graph.offsets[state + 1]!; e++) draw(state, graph.targets[e]!);
  }
  const { reached, views } = planner.lastSearch();
  const inMetres = ({ x, y }: Point): Point => ({ x: x / GRID, y: y / GRID });
  return {
    level: base.parts.level.shortName,
    free: areasOf(free()),
    triangles,
    segments,
    reached: reached.map(inMetres),
    views: views.map(([from, to]) => [inMetres(from), inMetres(to)] as const),
    doorways: base.doorways.map(({ line }) => line),
  };
}
