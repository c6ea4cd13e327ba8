import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refusal } from './refusal';

/** One command of `daoyin`: its help, and what it does. */
export interface Command {
  readonly help: string;
  /** Runs with the arguments behind the command's name; gives the exit code. Throws a `Refusal` for what the user must hear. */
  run(args: readonly string[]): Promise<number>;
}

export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** What was asked for, with every flag that is required there. */
export interface Parsed {
  readonly flags: Flags;
  readonly positionals: readonly string[];
}

/** Reads a command line; a Refusal names the flag that is wrong or missing. */
export function readArguments(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
  { required = [], positionals = 0 }: { required?: readonly string[]; positionals?: number } = {},
): Parsed {
  const parsed = parse(args, options, positionals > 0);
  const missing = required.filter((name) => parsed.flags[name] === undefined).map((name) => `--${name}`);
  if (missing.length > 0) throw new Refusal(`${missing.join(' and ')} missing; see --help`);
  if (parsed.positionals.length !== positionals) {
    throw new Refusal(`expected ${positionals} file name, got ${parsed.positionals.length}; see --help`);
  }
  return parsed;
}

function parse(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
  allowPositionals: boolean,
): Parsed {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals, strict: true });
    return { flags: values as Flags, positionals };
  } catch (error) {
    // Node's own message goes on about how to write what is not meant
    throw new Refusal(`${(error as Error).message.split('. To specify')[0]!.replace(/\.$/, '')}; see --help`);
  }
}

/** A flag's text, or nothing. */
export function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** A flag's number, within bounds; a Refusal names it and its value. */
export function numberOf(
  flags: Flags,
  name: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
  const text = textOf(flags, name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most)) {
    throw new Refusal(`--${name} is ${JSON.stringify(text)}, expected a number from ${least} to ${most}`);
  }
  return value;
}
