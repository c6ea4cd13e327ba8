import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DxfOptions, dxfDrawing, importIndoor, LAYER_ROLES, readDxfOptions } from '@daoyin/venue';
import { type Command, type Flags, readArguments, textOf } from '../arguments';
import { say } from '../complaints';
import { describeIssue, readBytes } from '../files';
import { Refusal } from '../refusal';

/** `daoyin import`: a foreign plan into a floor plan folder. */
export const command: Command = {
  help: `Usage: daoyin import FILE --to DIR [--layers FILE]
       daoyin import FILE --list-layers [--layers FILE]

Makes a floor plan folder of a zipped IMDF archive, of indoor OpenStreetMap as GeoJSON or .osm, or of a DXF drawing of one
storey (ASCII, R12 to 2018). What had to be assumed is written as JSONL, as validate does.

  --to DIR        folder to write to; it must be empty or missing
  --layers FILE   what a drawing does not say, as JSON, each part optional:
                  {"layers": {"A-WALL*": "wall", "图层1": "counter"}, "units": "mm", "level": "2F", "ordinal": 1,
                   "at": [113.3824, 22.5211]}
                  layers: ${LAYER_ROLES.slice(0, 7).join(', ')},
                          ${LAYER_ROLES.slice(7).join(', ')}; the first pattern that fits, else a guess by the name
                  units: mm, cm, dm, m, km, in, ft, yd; at: longitude and latitude of the middle of the drawing
  --list-layers   write each layer of a drawing with what it is taken for, and import nothing`,
  async run(args) {
    const { flags, positionals } = readArguments(
      args,
      { to: { type: 'string' }, layers: { type: 'string' }, 'list-layers': { type: 'boolean' } },
      { positionals: 1 },
    );
    const file = positionals[0]!;
    const dxf = dxfOptions(flags);
    if (flags['list-layers']) return listLayers(file, dxf);
    const to = textOf(flags, 'to');
    if (to === undefined) throw new Refusal('--to missing; see --help');
    if (existsSync(to) && readdirSync(to).length > 0) throw new Refusal(`${to} is not empty`);
    const imported = importIndoor(basename(file), readBytes(file), { dxf });
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

function dxfOptions(flags: Flags): DxfOptions {
  const file = textOf(flags, 'layers');
  if (file === undefined) return {};
  const read = readDxfOptions(readBytes(file).toString('utf8'));
  if (!read.ok) throw new Refusal(`${file}: ${read.reason}`);
  return read.options;
}

function listLayers(file: string, options: DxfOptions): number {
  const drawing = dxfDrawing(basename(file), readBytes(file), options);
  if (!drawing.ok) throw new Refusal(`${file}: ${describeIssue(drawing.issue)}`);
  for (const { name, role, paths, texts } of drawing.drawing.layers)
    process.stdout.write(`${JSON.stringify({ layer: name, role: role ?? null, paths, texts })}\n`);
  return 0;
}
