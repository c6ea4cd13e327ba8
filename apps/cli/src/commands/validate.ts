import { fewBeaconsRule } from '@daoyin/positioning';
import { createRouter } from '@daoyin/routing';
import { hallIssues, readServices } from '@daoyin/services';
import { type Issue, readBeaconRegister, readVenue, type Severity } from '@daoyin/venue';
import { type Command, readArguments, textOf } from '../arguments';
import { say } from '../complaints';
import { readArchive, readBytes } from '../files';

/** `daoyin validate`: every problem of a floor plan, its catalogue and its beacons. */
export const command: Command = {
  help: `Usage: daoyin validate --venue DIR [--beacons FILE]

Writes every problem as JSONL: {"severity":"error" | "warning" | "assumption","kind","message","file","featureId","at"}.
Exit 1 where one of them is an error.

  --venue DIR      floor plan folder or zip
  --beacons FILE   beacon register (beacons.json)`,
  async run(args) {
    const { flags } = readArguments(
      args,
      { venue: { type: 'string' }, beacons: { type: 'string' } },
      { required: ['venue'] },
    );
    const issues = findIssues(textOf(flags, 'venue')!, textOf(flags, 'beacons'));
    for (const issue of issues) process.stdout.write(`${JSON.stringify(issue)}\n`);
    const count = (severity: Severity) => issues.filter((issue) => issue.severity === severity).length;
    say(
      `validate: ${count('error')} errors, ${count('warning')} warnings, ${count('assumption')} assumptions`,
    );
    return count('error') > 0 ? 1 : 0;
  },
};

/** What reading and the rules find, errors first. A Refusal where there is nothing to read. */
function findIssues(folder: string, beacons: string | undefined): readonly Issue[] {
  const archive = readArchive(folder);
  const read = readVenue(archive);
  const levels = read.ok ? { levels: read.venue.levels.map(({ shortName }) => shortName) } : {};
  const register =
    beacons === undefined ? undefined : readBeaconRegister(readBytes(beacons), { ...levels, file: beacons });
  const issues = [...read.issues, ...(register?.issues ?? [])];
  if (!read.ok) return issues;
  const file = archive.get('services.json');
  const catalogue = file === undefined ? undefined : readServices(textIn(file));
  const hall = {
    venue: read.venue,
    issues: [...issues, ...(catalogue?.issues ?? [])],
    ...(register?.ok && { register: register.register }),
    ...(catalogue?.ok && { services: catalogue.services }),
    today: new Date().toLocaleDateString('sv-SE'),
  };
  return hallIssues(hall, createRouter(read.venue, { prepare: [] }), [fewBeaconsRule]);
}

const textIn = (file: string | Uint8Array): string =>
  typeof file === 'string' ? file : new TextDecoder().decode(file);
