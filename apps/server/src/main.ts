import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve, serveHelp } from './commands/serve';
import { optionsHelp } from './options/help';
import { readOptions, type ServerOptions } from './options/options';

/** A command of the server's program; gives its exit code, undefined where it goes on running. */
interface ServerCommand {
  readonly help: string;
  readonly run: (options: ServerOptions, root: string) => Promise<number | undefined>;
}

const commands: Readonly<Record<string, ServerCommand>> = {
  serve: { help: serveHelp, run: serve },
};

/** `.build/node/server.js` stands two folders below the project. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [name = 'serve', ...args] = process.argv.slice(2);
const code = await main(commands[name] ?? commands.serve!);
if (code !== undefined) process.exit(code);

async function main({ help, run }: ServerCommand): Promise<number | undefined> {
  const wanted = readOptions(args, process.env, root);
  if (wanted.kind === 'run') return run(wanted.options, root);
  if (wanted.kind === 'help') {
    console.log(`${help}\n\n${optionsHelp()}`);
    return 0;
  }
  for (const line of wanted.message.split('\n')) process.stderr.write(`daoyin: ${line}\n`);
  return 1;
}
