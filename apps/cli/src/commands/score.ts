import { createReadStream } from 'node:fs';
import {
  type DecodedLine,
  decodePositionLine,
  decodeTruthLine,
  type PositionLine,
  type Score,
  scoreWalk,
  type TruthPoint,
} from '@daoyin/traces';
import { type Command, readArguments, textOf } from '../arguments';
import { createComplaints, say } from '../complaints';
import { requireFile } from '../files';
import { Refusal } from '../refusal';
import { linesOf } from '../streams';

/** `daoyin score`: how good positions are. */
export const command: Command = {
  help: `Usage: daoyin score --truth FILE < positions.jsonl

Lays positions beside the truth of the same walk and writes one JSON object: median, p75, p95 and max of the horizontal
error in metres, levelAccuracy, coverage95 (the share within accuracy95), jitterAtRest, and the details behind them.

  --truth FILE   truth.jsonl: {"atMs","x","y","level"}`,
  async run(args) {
    const { flags } = readArguments(args, { truth: { type: 'string' } }, { required: ['truth'] });
    const file = textOf(flags, 'truth')!;
    requireFile(file);
    const truth = await read<TruthPoint>(createReadStream(file), file, decodeTruthLine);
    if (truth.length === 0) throw new Refusal(`${file} has no line of truth`);
    const positions = await read<PositionLine>(process.stdin, 'stdin', decodePositionLine);
    process.stdout.write(`${JSON.stringify(scoreLine(scoreWalk(truth, positions)))}\n`);
    if (positions.length === 0) throw new Refusal('stdin has no position: nothing to score');
    return 0;
  },
};

async function read<T>(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  decode: (line: string) => DecodedLine<T>,
): Promise<readonly T[]> {
  const values: T[] = [];
  const complaints = createComplaints(say);
  for await (const lines of linesOf(stream)) {
    for (const { number, text } of lines) {
      const decoded = decode(text);
      if (decoded.ok) values.push(decoded.value);
      else complaints.add('bad-line', `${name}:${number}`, decoded.reason);
    }
  }
  complaints.finish();
  return values;
}

/** What is asked for most comes first and flat. */
function scoreLine({ error, jitterAtRest, levelAccuracy, coverage95, ...details }: Score): object {
  return {
    ...error,
    levelAccuracy,
    coverage95,
    jitterAtRest: jitterAtRest?.p95,
    ...details,
    jitter: jitterAtRest,
  };
}
