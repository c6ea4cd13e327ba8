import type { Command } from './arguments';
import { say } from './complaints';
import { Refusal } from './refusal';

/** Commands that this program runs; `serve` and its sisters, `record` and `receive` are programs of their own, started by bin/daoyin.js. */
const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  locate: () => import('./commands/locate'),
  route: () => import('./commands/route'),
  journey: () => import('./commands/journey'),
  validate: () => import('./commands/validate'),
  import: () => import('./commands/import'),
  calibrate: () => import('./commands/calibrate'),
  health: () => import('./commands/health'),
  decode: () => import('./commands/decode'),
  simulate: () => import('./commands/simulate'),
  score: () => import('./commands/score'),
};

const HELP = `Usage: daoyin COMMAND [options]

  serve      the whole system on one machine
  build      what a start would build, for a folder that is read-only later
  doctor     what is wrong with a configuration and with all that it names
  backup     all that the database holds into one file
  restore    a backup into a database
  locate     readings in, positions out (JSONL)
  route      queries in, routes out (JSONL)
  journey    several stops in, the best order out (JSONL)
  validate   every problem of a floor plan and its beacons
  import     a foreign plan into a floor plan folder
  calibrate  survey walks into gains, places and a radio map
  health     which beacons are dead, weak or moved, from ordinary walks
  decode     what is in each Bluetooth advert
  simulate   a walk with its truth
  score      how good positions are
  record     live Bluetooth to a file
  receive    live Bluetooth to the server

daoyin COMMAND --help says more.`;

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: readonly string[]): Promise<number> {
  stopWithItsReader();
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${HELP}\n`);
    return name === undefined ? 1 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    say(`there is no command ${name}; daoyin --help lists them`);
    return 1;
  }
  const { command } = await load();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.help}\n`);
    return 0;
  }
  return run(command, args, name);
}

async function run(command: Command, args: readonly string[], name: string): Promise<number> {
  try {
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`${name}: ${error.message}`);
    return 1;
  }
}

/** Whoever reads our output may stop reading (`| head`): then there is nothing more to do, and nothing wrong. */
function stopWithItsReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
