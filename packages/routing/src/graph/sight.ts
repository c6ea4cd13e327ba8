import type { Placed } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import { clearLine } from '../mesh/ray';
import { createSweep } from '../mesh/sweep';
import { type Clusters, clustersOf } from './clusters';
import { type TautGraph, tautGraph } from './taut';
import { lookRound, type Seen } from './views';

/** What can be seen on a level as it is now, and the graph of the corners. */
export interface Sight {
  readonly graph: TautGraph;
  /** Bounds on ways through the graph; undefined where its corners are not those of the clusters. */
  readonly clusters: Clusters | undefined;
  /** The states in which a taut path from a corner leaves towards the point, into `seen`. */
  readonly round: (from: Placed, seen: Seen) => void;
  /** Whether the straight line between two points can be walked. */
  readonly line: (from: Placed, to: Placed) => boolean;
}

/** A level with nothing shut. */
export function openSight(mesh: Mesh): Sight {
  const { graph, views } = tautGraph(mesh);
  const sweep = createSweep(mesh);
  const inSlot = new Array<Int32Array | undefined>(mesh.grid.triangles.length).fill(undefined);
  const lookout = { views, mesh, x: graph.x, y: graph.y, inSlot };
  const line: Sight['line'] = (from, to) => {
    const clear = clearLine(mesh, from, to);
    if (clear !== undefined) return clear;
    sweep.watch([to]);
    sweep.around(from.x, from.y, from.triangles);
    const saw = sweep.saw(0);
    sweep.watch([]);
    return saw;
  };
  return {
    graph,
    clusters: clustersOf(graph),
    round: (from, seen) => lookRound(lookout, from, seen),
    line,
  };
}
