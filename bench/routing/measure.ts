import {
  distance,
  distanceToSegment,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
  ringEdges,
} from '@daoyin/geometry';

/** Spread of times, in the unit that they were given in. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly mean: number;
}

/** Runs every case `rounds` times, interleaved with nothing else, and gives the spread of the least time of each case, in microseconds. */
export function timesOf<T>(cases: readonly T[], run: (one: T) => unknown, rounds = 5): Times {
  return timesOfEach(cases, [run], rounds)[0]!;
}

/** The same of several that do the same work, round by round in turn: whatever else the machine does meets them all. */
export function timesOfEach<T>(
  cases: readonly T[],
  runs: readonly ((one: T) => unknown)[],
  rounds: number,
): readonly Times[] {
  const least = runs.map(() => cases.map(() => Infinity));
  for (let round = 0; round < rounds; round++) {
    for (const [r, run] of runs.entries()) {
      cases.forEach((one, i) => {
        const before = performance.now();
        run(one);
        least[r]![i] = Math.min(least[r]![i]!, 1000 * (performance.now() - before));
      });
    }
  }
  return least.map(spreadOf);
}

export function spreadOf(times: readonly number[]): Times & { readonly most: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    median: sorted[sorted.length >> 1]!,
    p95: sorted[Math.floor(0.95 * sorted.length)]!,
    mean: sorted.reduce((sum, time) => sum + time, 0) / sorted.length,
    most: sorted.at(-1)!,
  };
}

/** Processor time in milliseconds: what somebody else's work on the machine does not lengthen. */
export function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function row(name: string, cells: readonly (string | number)[]): string {
  return [
    name.padEnd(34),
    ...cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(11)),
  ].join(' ');
}

export function lengthOf(path: readonly Point[]): number {
  return path.slice(1).reduce((sum, point, i) => sum + distance(path[i]!, point), 0);
}

/** Whether a path stays on the floor, to 2 mm: a peer's path may be shorter because it cuts a corner that its coarser mesh lacks. */
export function staysOn(areas: MultiPolygon, path: readonly Point[]): boolean {
  const edges = areas.flatMap(({ outer, holes }) =>
    [outer, ...holes].flatMap((ring) => [...ringEdges(ring)]),
  );
  return path.slice(1).every((b, i) => {
    const a = path[i]!;
    const count = Math.ceil(distance(a, b) / 0.02);
    return Array.from({ length: count }, (_, k) => k / count).every((t) => {
      const point = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
      return (
        multiPolygonContains(areas, point) || edges.some(([p, q]) => distanceToSegment(point, p, q) < 0.002)
      );
    });
  });
}
