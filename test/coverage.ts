/**
 * What the unit tests reach, by package: the last part of `npm run coverage`. `npx tsx test/coverage.ts packages/routing` lists the lines below a
 * folder that no test of the last run came to.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

interface Count {
  readonly total: number;
  readonly covered: number;
}

type Summary = Readonly<Record<string, Readonly<Record<'lines' | 'branches' | 'functions', Count>>>>;

interface FileCoverage {
  readonly path: string;
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
}

const KINDS = ['lines', 'branches', 'functions'] as const;
const read = (name: string): unknown => JSON.parse(readFileSync(`.build/coverage/${name}.json`, 'utf8'));
const below = process.argv[2];
if (below === undefined) showPackages(read('coverage-summary') as Summary);
else showLines(Object.values(read('coverage-final') as Readonly<Record<string, FileCoverage>>), below);

function showPackages({ total: _, ...files }: Summary): void {
  const all = Object.entries(files).map(([path, counts]) => ({
    name: /^\w+\/[\w-]+/.exec(relative('.', path))![0],
    counts,
  }));
  console.log(['package'.padEnd(26), ...KINDS.map((kind) => kind.padStart(10))].join(''));
  for (const name of new Set(all.map((one) => one.name).sort())) {
    const here = all.filter((one) => one.name === name);
    const shares = KINDS.map((kind) => {
      const sum = (of: keyof Count) => here.reduce((total, { counts }) => total + counts[kind][of], 0);
      return `${((100 * sum('covered')) / sum('total')).toFixed(1)} %`.padStart(10);
    });
    console.log([name.padEnd(26), ...shares].join(''));
  }
}

function showLines(files: readonly FileCoverage[], folder: string): void {
  for (const { path, statementMap, s } of files) {
    const name = relative('.', path);
    const missed = Object.entries(s).filter(([, times]) => times === 0);
    const lines = [...new Set(missed.map(([id]) => statementMap[id]!.start.line))].sort((a, b) => a - b);
    if (!name.startsWith(folder) || lines.length === 0) continue;
    const texts = readFileSync(path, 'utf8').split('\n');
    console.log(
      `${name}\n${lines.map((line) => `${String(line).padStart(5)}  ${texts[line - 1]}`).join('\n')}`,
    );
  }
}
