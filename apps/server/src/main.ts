import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backup, backupHelp, restore, restoreHelp } from './commands/backup';
import { doctor, doctorHelp } from './commands/doctor';
import { serve, serveHelp } from './commands/serve';
import { optionsHelp } from './options/help';
import { type Flags, type OwnFlags, readOptions, type ServerOptions } from './options/options';

/** A command of the server's program; gives its exit code, undefined where it goes on running. */
interface ServerCommand {
  readonly help: string;
  /** Flags of its own, beside those of the server. */
  readonly flags?: Flags;
  readonly run: (options: ServerOptions, root: string, own: OwnFlags) => Promise<number | undefined>;
}

const commands: Readonly<Record<string, ServerCommand>> = {
  serve: { help: serveHelp, run: serve },
  doctor: { help: doctorHelp, run: doctor, flags: { json: { type: 'boolean' } } },
  backup: { help: backupHelp, run: backup, flags: { out: { type: 'string' } } },
  restore: {
    help: restoreHelp,
    run: restore,
    flags: { from: { type: 'string' }, replace: { type: 'boolean' } },
  },
};

/** `.build/node/server.js` stands two folders below the project. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [name = 'serve', ...args] = process.argv.slice(2);
const code = await main(commands[name] ?? commands.serve!);
if (code !== undefined) process.exit(code);

async function main({ help, run, flags = {} }: ServerCommand): Promise<number | undefined> {
  const wanted = readOptions(args, process.env, root, flags);
  if (wanted.kind === 'run') return run(wanted.options, root, wanted.own);
  if (wanted.kind === 'help') {
    console.log(`${help}\n\n${optionsHelp()}`);
    return 0;
  }
  for (const line of wanted.message.split('\n')) process.stderr.write(`daoyin: ${line}\n`);
  return 1;
}
