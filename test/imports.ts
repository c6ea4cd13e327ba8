/** The import table of ARCHITECTURE.md, checked on the text of every source file. */

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const everyPackage = [
  'geometry',
  'venue',
  'positioning',
  'beacon-ingest',
  'routing',
  'services',
  'scene',
  'protocol',
  'ui',
  'traces',
] as const;

/** What each package may import; `type:` where only types may cross. */
const table: Readonly<Record<string, readonly string[]>> = {
  geometry: [],
  venue: ['geometry'],
  positioning: ['geometry', 'venue'],
  'beacon-ingest': ['geometry', 'venue', 'positioning'],
  routing: ['geometry', 'venue'],
  services: ['geometry', 'venue'],
  scene: ['geometry', 'venue', 'type:routing'],
  protocol: ['geometry', 'venue', 'positioning', 'beacon-ingest', 'routing', 'services', 'scene'].map(
    (name) => `type:${name}`,
  ),
  ui: ['geometry', 'venue', 'positioning', 'beacon-ingest', 'routing', 'services', 'scene', 'protocol'],
  traces: ['geometry', 'venue', 'positioning', 'beacon-ingest', 'routing', 'services', 'protocol'],
};

const importPattern =
  /(?:import|export)\s+(?<type>type\s)?[^'";]*?from\s*['"](?<from>[^'"]+)['"]|import\s*\(\s*['"](?<dynamic>[^'"]+)['"]\s*\)|import\s+['"](?<bare>[^'"]+)['"]/g;
const impurePattern = /\b(?:Date\.now|performance\.now|Math\.random|crypto\.randomUUID)\s*\(|new Date\(\)/;

/** Every breach of the table, as a line for a person. */
export function violations(files: readonly SourceFile[], builtins: readonly string[]): string[] {
  return files.flatMap((file) => [
    ...importsOf(file.text).flatMap((found) => {
      const reason = reasonAgainst(file.path, found.from, found.typeOnly, builtins);
      return reason === undefined ? [] : [`${file.path}: ${found.from}: ${reason}`];
    }),
    ...(mustBePure(file.path) && impurePattern.test(file.text)
      ? [`${file.path}: ${impurePattern.exec(file.text)![0]}: clocks and randomness come in as values`]
      : []),
  ]);
}

function importsOf(text: string): { from: string; typeOnly: boolean }[] {
  return [...text.matchAll(importPattern)].map(({ groups }) => ({
    from: (groups?.from ?? groups?.dynamic ?? groups?.bare)!,
    typeOnly: groups?.type !== undefined,
  }));
}

function reasonAgainst(
  path: string,
  from: string,
  typeOnly: boolean,
  builtins: readonly string[],
): string | undefined {
  const [kind, owner] = path.split('/') as [string, string];
  if (/^(three|@react-three)(\/|$)/.test(from) && owner !== 'scene') return 'only the scene knows three';
  if (isTest(path)) return undefined;
  if (kind === 'packages' && isBuiltin(from, builtins) && !mayTouchMachine(path))
    return 'a package touches no machine';
  const target = targetOf(path, from);
  if (target === undefined || target === owner) return undefined;
  if (kind === 'apps')
    return everyPackage.some((name) => name === target) ? undefined : 'apps never import each other';
  const allowed = table[owner] ?? [];
  if (allowed.includes(target)) return undefined;
  if (allowed.includes(`type:${target}`)) return typeOnly ? undefined : 'only its types may be imported';
  return `${owner} may import ${allowed.join(', ') || 'nothing'}`;
}

/** The package or app that an import points to; undefined for one from outside. */
function targetOf(path: string, from: string): string | undefined {
  if (from.startsWith('@daoyin/')) return from.split('/')[1];
  if (!from.startsWith('.')) return undefined;
  const parts = path.split('/').slice(0, -1);
  for (const step of from.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts[1];
}

const isBuiltin = (from: string, builtins: readonly string[]) =>
  from.startsWith('node:') || builtins.includes(from);
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('.test-support.');
const mayTouchMachine = (path: string) => path.startsWith('packages/beacon-ingest/src/sources/');
const mustBePure = (path: string) =>
  path.startsWith('packages/') &&
  !isTest(path) &&
  !mayTouchMachine(path) &&
  !/^packages\/(ui|scene)\//.test(path);
