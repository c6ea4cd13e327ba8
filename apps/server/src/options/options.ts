import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfiguration } from './file';
import type { Given, Kind } from './kinds';
import { envNameOf, type SettingName, settingNames, settings, type ValueOf, type Values } from './settings';

type Defaulted =
  | 'port'
  | 'host'
  | 'trustProxy'
  | 'venue'
  | 'beacons'
  | 'timeZone'
  | 'data'
  | 'ticketDays'
  | 'auditDays'
  | 'mqttPort'
  | 'logLevel'
  | 'metricsHost'
  | 'backupAt'
  | 'backupKeep'
  | 'demo'
  | 'demoSpeed';

/** What a server runs with. What nobody set and has no default is undefined. */
export type ServerOptions = { readonly [Name in Defaulted]: ValueOf<Name> } & {
  readonly [Name in Exclude<SettingName, Defaulted>]: ValueOf<Name> | undefined;
} & {
  readonly mqttPortAsked: boolean;
  /** The configuration file, where there is one. */
  readonly config: string | undefined;
};

/** Flags as `parseArgs` wants them, and what was given. */
export type Flags = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
export type OwnFlags = Readonly<Record<string, string | boolean | undefined>>;

export type OptionsResult =
  | { readonly kind: 'run'; readonly options: ServerOptions; readonly own: OwnFlags }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/**
 * The options from the command line, else the environment, else the file, else their defaults. The file is `--config`, `DAOYIN_CONFIG`
 * or a `daoyin.toml` in the project's folder. Says all that is wrong, a line each.
 */
export function readOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  root: string,
  own: Flags = {},
): OptionsResult {
  let flags: Record<string, string | boolean | undefined>;
  try {
    flags = parseArgs({ args: [...args], allowPositionals: false, options: { ...flagTypes, ...own } }).values;
  } catch (error) {
    return { kind: 'wrong', message: (error as Error).message };
  }
  if (flags.help === true) return { kind: 'help' };
  const problems: string[] = [];
  const config = fileOf(flags.config ?? env.DAOYIN_CONFIG, root);
  const file = config === undefined ? new Map<string, Given>() : readFile(config, problems);
  const values = valuesOf({ flags, env, file, config }, problems);
  if ((values.tlsCertificate === undefined) !== (values.tlsKey === undefined))
    problems.push('http.tls-certificate and http.tls-key go together.');
  if (problems.length > 0) return { kind: 'wrong', message: problems.join('\n') };
  return { kind: 'run', options: withDefaults(values, root, config), own: flags };
}

interface Sources {
  readonly flags: Record<string, string | boolean | undefined>;
  readonly env: NodeJS.ProcessEnv;
  readonly file: ReadonlyMap<string, Given>;
  readonly config: string | undefined;
}

function valuesOf(sources: Sources, problems: string[]): Values {
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const name of settingNames) {
    const found = findIn(sources, name, problems);
    if (found === undefined) continue;
    const { kind } = settings[name] as { kind: Kind<unknown> };
    const value = kind.read(found.given);
    if (value === undefined) problems.push(`${found.where} ${found.given}: expected ${kind.expected}.`);
    else values[name] = kind.isPath ? resolve(found.folder, String(value)) : value;
  }
  return values as Values;
}

interface Found {
  readonly given: Given;
  /** How whoever gave it calls it. */
  readonly where: string;
  readonly folder: string;
}

function findIn(
  { flags, env, file, config }: Sources,
  name: SettingName,
  problems: string[],
): Found | undefined {
  const { key, flag, env: known } = settings[name] as { key: string; flag?: string; env?: string };
  const folder = process.cwd();
  const flagged = flag === undefined ? undefined : flags[flag];
  if (flagged !== undefined) return { given: flagged, where: `--${flag}`, folder };
  for (const where of [known, envNameOf(key)]) {
    if (where === undefined) continue;
    const given = env[where] || secretOf(env, where, problems);
    if (given !== undefined) return { given, where, folder };
  }
  const given = file.get(key);
  return given === undefined ? undefined : { given, where: `${config}: ${key} =`, folder: dirname(config!) };
}

/** `DATABASE_URL_FILE` names a file that holds it, as containers and systemd hand over what is secret. */
function secretOf(env: NodeJS.ProcessEnv, name: string, problems: string[]): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    problems.push(`${name}_FILE: ${(error as Error).message}.`);
    return undefined;
  }
}

function fileOf(asked: string | boolean | undefined, root: string): string | undefined {
  if (typeof asked === 'string' && asked !== '') return resolve(asked);
  const usual = resolve(root, 'daoyin.toml');
  return existsSync(usual) ? usual : undefined;
}

function readFile(config: string, problems: string[]): ReadonlyMap<string, Given> {
  try {
    const { given, problems: found } = readConfiguration(config, readFileSync(config, 'utf8'));
    problems.push(...found);
    return given;
  } catch (error) {
    problems.push(`The configuration cannot be read: ${(error as Error).message}.`);
    return new Map();
  }
}

function withDefaults(values: Values, root: string, config: string | undefined): ServerOptions {
  const none = Object.fromEntries(settingNames.map((name) => [name, undefined])) as {
    [Name in SettingName]: undefined;
  };
  return {
    ...none,
    port: 8080,
    host: '::',
    trustProxy: false,
    venue: resolve(root, 'floorplans/zhongshan'),
    beacons: resolve(root, 'beacons.json'),
    timeZone: 'Asia/Shanghai',
    data: resolve(root, '.data'),
    ticketDays: 400,
    auditDays: 1100,
    mqttPort: 1883,
    logLevel: 'info',
    metricsHost: '127.0.0.1',
    backupAt: '02:30',
    backupKeep: 14,
    demo: false,
    demoSpeed: 1,
    ...values,
    mqttPortAsked: values.mqttPort !== undefined,
    config,
  };
}

const flagTypes = {
  config: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  ...Object.fromEntries(
    settingNames.flatMap((name) => {
      const { flag, kind } = settings[name] as { flag?: string; kind: Kind<unknown> };
      return flag === undefined
        ? []
        : [[flag, { type: kind.shown === undefined ? 'boolean' : 'string' }] as const];
    }),
  ),
} as Record<string, { type: 'string' | 'boolean'; short?: string }>;
