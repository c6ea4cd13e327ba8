import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const assets = '.build/web/assets';

/** The scripts that each built script needs before it runs: what it imports, not what it asks for later. */
function importsOf(folder: string): ReadonlyMap<string, readonly string[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return new Map(
    names.map((name) => {
      const found = readFileSync(join(folder, name), 'utf8').matchAll(
        /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g,
      );
      return [name, [...new Set([...found].map(([, other]) => other!))]];
    }),
  );
}

/** A round of scripts each of which needs the next; undefined where there is none. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const free = new Set<string>();
  const from = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (free.has(name)) return undefined;
    for (const other of imports.get(name) ?? []) {
      const circle = from(other, [...path, name]);
      if (circle !== undefined) return circle;
    }
    free.add(name);
    return undefined;
  };
  for (const name of imports.keys()) {
    const circle = from(name, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

test('no two built scripts need each other, however the shell is cut: one of them would run before what it needs', () => {
  const imports = importsOf(assets);
  expect(imports.size).toBeGreaterThan(10);
  expect([...imports.values()].flat().length).toBeGreaterThan(20);
  expect(circleIn(imports)).toBeUndefined();
  expect(
    circleIn(
      new Map([
        ['a.js', ['b.js']],
        ['b.js', ['a.js']],
      ]),
    ),
  ).toEqual(['a.js', 'b.js', 'a.js']);
});
