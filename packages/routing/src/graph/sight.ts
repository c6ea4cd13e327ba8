import type { Placed } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import { clearLine } from '../mesh/ray';
import { createSweep } from '../mesh/sweep';
import { type ChainRows, chainRows } from './chain-rows';
import { type Chains, chainsOf } from './chains';
import { reachOf } from './hurt';
import { createLookRound, type LookRound } from './look-round';
import { type TautGraph, tautGraph } from './taut';

/** What can be seen on a level as it is now, and the graph of the corners. */
export interface Sight {
  readonly graph: TautGraph;
  readonly chains: Chains;
  /** Ways between chains: of this graph, or of one with more edges, so that they are bounds only; undefined for neither. */
  readonly rows: ChainRows | undefined;
  readonly rowsAreExact: boolean;
  /** The states in which a taut path from a corner leaves towards the point, into `seen`. */
  readonly round: LookRound;
  /** Whether the straight line between two points can be walked. */
  readonly line: (from: Placed, to: Placed) => boolean;
}

/** The sight of a level with nothing shut. */
export interface OpenSight extends Sight {
  /** How far the segments of each chain reach (`reachOf`). */
  readonly reach: Float64Array;
}

export function openSight(mesh: Mesh): OpenSight {
  const { graph, views } = tautGraph(mesh);
  const chains = chainsOf(graph);
  const sweep = createSweep(mesh);
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
    chains,
    rows: chainRows(graph, chains),
    rowsAreExact: true,
    round: createLookRound(mesh, graph, chains, views),
    line,
    reach: reachOf(graph, chains),
  };
}
