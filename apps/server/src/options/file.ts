import { parse, TomlError } from 'smol-toml';
import type { Given } from './kinds';
import { settingNames, settings } from './settings';

export interface FileResult {
  /** What the file sets, by key. */
  readonly given: ReadonlyMap<string, Given>;
  readonly problems: readonly string[];
}

/** A configuration file in TOML: a table for each group of settings. Says of each line that nobody understands what is meant. */
export function readConfiguration(name: string, text: string): FileResult {
  try {
    const entries = flatten(parse(text));
    const known = new Set<string>(settingNames.map((setting) => settings[setting].key));
    const given = new Map<string, Given>();
    const problems: string[] = [];
    for (const [key, value] of entries) {
      if (!known.has(key)) problems.push(`${name}: there is no setting ${key}${meant(key, known)}`);
      else if (isGiven(value)) given.set(key, value);
      else problems.push(`${name}: ${key}: expected one value.`);
    }
    return { given, problems };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [what] = error.message.split('\n');
    return { given: new Map(), problems: [`${name}, line ${error.line}: ${what}.`] };
  }
}

const isGiven = (value: unknown): value is Given => ['string', 'number', 'boolean'].includes(typeof value);

function flatten(table: object, path: readonly string[] = []): [string, unknown][] {
  return Object.entries(table).flatMap(([key, value]): [string, unknown][] =>
    isTable(value) ? flatten(value, [...path, key]) : [[[...path, key].join('.'), value]],
  );
}

const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** `; did you mean http.port?` where a known key is a slip away. */
function meant(key: string, known: ReadonlySet<string>): string {
  const [, leaf = key] = /([^.]+)$/.exec(key) ?? [];
  const near = [...known].find((one) => one.endsWith(`.${leaf}`) || distance(one, key) <= 2);
  return near === undefined ? '.' : `; did you mean ${near}?`;
}

/** Letters to change, insert or leave out (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
