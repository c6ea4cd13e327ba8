import { type ChainInput, decodeReadingLine } from '@daoyin/beacon-ingest';
import { decodeTruthLine, inTimeOrder, type TruthPoint } from '@daoyin/traces';
import type { WalkFiles } from './messages';

/** A survey walk that is done. */
export interface Walk {
  readonly name: string;
  readonly inputs: readonly ChainInput[];
  readonly truth: readonly TruthPoint[];
  readonly badLines: number;
}

/** Reads the two files of a walk; what cannot be read is counted. */
export function readWalk({ name, readings, truth }: WalkFiles): Walk {
  let badLines = 0;
  const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');
  const inputs = lines(readings).flatMap((line) => {
    const decoded = decodeReadingLine(line);
    if (decoded.ok) return [decoded.input];
    badLines++;
    return [];
  });
  const places = lines(truth).flatMap((line) => {
    const decoded = decodeTruthLine(line);
    if (decoded.ok) return [decoded.value];
    badLines++;
    return [];
  });
  return { name, inputs, truth: inTimeOrder(places), badLines };
}

/** The two files of a walk that was recorded here. */
export function filesOf({
  name,
  lines,
  truth,
}: {
  readonly name: string;
  readonly lines: readonly unknown[];
  readonly truth: readonly TruthPoint[];
}): WalkFiles {
  const textOf = (all: readonly unknown[]) => all.map((line) => `${JSON.stringify(line)}\n`).join('');
  return { name, readings: textOf(lines), truth: textOf(truth) };
}
