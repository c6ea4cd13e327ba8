import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const NOT_OURS = new Set(['node_modules', '.git', '.build', '.data', 'test-results']);
const files = filesBelow('');
const documents = files.filter((path) => path.endsWith('.md'));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesBelow(path);
    return [path];
  });
}

/** What a document says by this pattern that holds of nothing here. */
function missing(pattern: RegExp, isThere: (named: string, path: string) => boolean): readonly string[] {
  return documents.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(pattern)]
      .filter(([, named]) => !isThere(named!, path))
      .map(([, named]) => `${path}: ${named}`),
  );
}

describe('what the documents name is there', () => {
  it('pages and files that they link to', () => {
    const link = /\]\((?!https?:)([^)#\s]+)[^)]*\)/g;
    expect(missing(link, (named, path) => existsSync(join(root, dirname(path), named)))).toEqual([]);
  });

  it('files and folders by their whole path', () => {
    const path = /`((?:packages|apps|bench|test|docs|floorplans|deploy)\/[\w./-]+)`/g;
    expect(missing(path, (named) => existsSync(join(root, named)))).toEqual([]);
  });

  it('tests by the name of their file', () => {
    const names = new Set(files.map((path) => path.slice(path.lastIndexOf('/') + 1)));
    expect(missing(/`([\w-]+\.(?:test|fault|spec)\.tsx?)`/g, (named) => names.has(named))).toEqual([]);
  });

  it('scripts of npm, and programs that tsx runs', () => {
    expect(missing(/npm run (?:-s |--silent )?([\w:-]+)/g, (named) => named in scripts)).toEqual([]);
    expect(missing(/tsx ((?:bench|test)\/[\w./-]+)/g, (named) => existsSync(join(root, named)))).toEqual([]);
  });

  it('every decision, by its title, in their list', () => {
    const list = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8').split('\n');
    const decisions = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d/.test(name));
    const titles = decisions.map((name) => {
      const [title] = readFileSync(join(root, 'docs/decisions', name), 'utf8').split('\n');
      return `- [${title!.slice(2)}](${name})`;
    });
    expect(list.filter((line) => line.startsWith('- '))).toEqual(titles);
  });
});
