import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { importIndoor } from '@daoyin/venue';
import { type Command, readArguments, textOf } from '../arguments';
import { say } from '../complaints';
import { describeIssue, readBytes } from '../files';
import { Refusal } from '../refusal';

/** `daoyin import`: a foreign plan into a floor plan folder. */
export const command: Command = {
  help: `Usage: daoyin import FILE --to DIR

Makes a floor plan folder of a zipped IMDF archive, or of indoor OpenStreetMap as GeoJSON or .osm. What had to be assumed
is written as JSONL, as validate does.

  --to DIR   folder to write to; it must be empty or missing`,
  async run(args) {
    const { flags, positionals } = readArguments(
      args,
      { to: { type: 'string' } },
      { required: ['to'], positionals: 1 },
    );
    const file = positionals[0]!;
    const to = textOf(flags, 'to')!;
    if (existsSync(to) && readdirSync(to).length > 0) throw new Refusal(`${to} is not empty`);
    const imported = importIndoor(basename(file), readBytes(file));
    for (const issue of imported.issues) process.stdout.write(`${JSON.stringify(issue)}\n`);
    if (!imported.ok) {
      const first = imported.issues.find(({ severity }) => severity === 'error');
      throw new Refusal(`${file}: ${first ? describeIssue(first) : 'cannot be imported'}`);
    }
    mkdirSync(to, { recursive: true });
    for (const [name, content] of imported.files) writeFileSync(join(to, basename(name)), content);
    say(`import: ${imported.files.size} files in ${to}, ${imported.issues.length} remarks`);
    return 0;
  },
};
