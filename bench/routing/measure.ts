/** Query times in microseconds. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Runs every case `rounds` times, interleaved with nothing else, and gives the spread of the least time of each case. */
export function timesOf<T>(cases: readonly T[], run: (one: T) => unknown, rounds = 5): Times {
  const least = cases.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    cases.forEach((one, i) => {
      const before = performance.now();
      run(one);
      least[i] = Math.min(least[i]!, 1000 * (performance.now() - before));
    });
  }
  const sorted = [...least].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1]!, p95: sorted[Math.floor(0.95 * sorted.length)]! };
}

export function row(name: string, cells: readonly (string | number)[]): string {
  return [
    name.padEnd(34),
    ...cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(11)),
  ].join(' ');
}
