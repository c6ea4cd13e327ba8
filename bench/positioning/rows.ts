import { quantile } from '@daoyin/geometry';
import type { Score } from '@daoyin/traces';

const HEADINGS = ['median', '75 %', '95 %', 'max', 'level', 'cover95', 'lag s', 'lost', 'ms', 'ms 99 %'];
const NAME_WIDTH = 44;

export function heading(name: string): string {
  return line(name, HEADINGS);
}

/** One row of the table: metres, per cent, seconds, milliseconds for each position. */
export function scoreRow(name: string, score: Score, updateMs: readonly number[]): string {
  const { error, levelAccuracySteady, coverage95, lag, lost } = score;
  return line(name, [
    fixed(error?.median, 2),
    fixed(error?.p75, 2),
    fixed(error?.p95, 2),
    fixed(error?.max, 1),
    percent(levelAccuracySteady),
    percent(coverage95),
    fixed(lag?.seconds, 1),
    `${lost.tracks}`,
    fixed(quantile(updateMs, 0.5), 2),
    fixed(quantile(updateMs, 0.99), 2),
  ]);
}

export function line(name: string, cells: readonly string[]): string {
  return `${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(8)).join('')}`;
}

export function fixed(value: number | undefined, digits: number): string {
  return value?.toFixed(digits) ?? '–';
}

export function percent(share: number | undefined): string {
  return share === undefined ? '–' : (100 * share).toFixed(1);
}
