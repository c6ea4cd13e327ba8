import type { Kind } from './kinds';
import { settingNames, settings } from './settings';

const COLUMN = 20;

/** The flags of the command line, and the keys of the file that have none. */
export function optionsHelp(): string {
  const all = settingNames.map(
    (name) => settings[name] as { flag?: string; key: string; says: string; kind: Kind<unknown> },
  );
  const flags = all.flatMap(({ flag, kind, says }) =>
    flag === undefined ? [] : [line(`--${flag}${kind.shown === undefined ? '' : ` ${kind.shown}`}`, says)],
  );
  const keys = all.flatMap(({ flag, key, says }) => (flag === undefined ? [line(key, says)] : []));
  return `${line('--config FILE', 'configuration in TOML (daoyin.toml in the project)')}
${flags.join('\n')}

Only in the file, or in the environment (storage.data is DAOYIN_STORAGE_DATA; with _FILE behind it, a file that holds the value):

${keys.join('\n')}

PUBLIC_URL, DATABASE_URL and MQTT_URL are known too. All keys with what they are for: deploy/daoyin.toml.`;
}

const line = (name: string, says: string): string =>
  name.length > COLUMN ? `  ${name}\n  ${' '.repeat(COLUMN)}  ${says}` : `  ${name.padEnd(COLUMN)}  ${says}`;
