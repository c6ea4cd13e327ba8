import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SourceFile, violations } from './imports';

const root = join(import.meta.dirname, '..');

function sources(): SourceFile[] {
  return ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /^[^/]+\/(src|debug)\/.*\.tsx?$/.test(path))
      .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') })),
  );
}

const file = (path: string, ...imported: string[]): SourceFile => ({
  path,
  text: imported.map((name) => `import { a } from '${name}';`).join('\n'),
});

describe('who may import whom', () => {
  it('holds for every file', () => {
    expect(violations(sources(), builtinModules)).toEqual([]);
  });

  it('sees a package that imports upwards, by name, by type and by path', () => {
    expect(violations([file('packages/geometry/src/a.ts', '@daoyin/venue')], builtinModules)).toHaveLength(1);
    expect(
      violations(
        [{ path: 'packages/routing/src/a.ts', text: "import type { A } from '@daoyin/scene';" }],
        builtinModules,
      ),
    ).toHaveLength(1);
    expect(
      violations([file('packages/venue/src/a.ts', '../../routing/src/index')], builtinModules),
    ).toHaveLength(1);
    expect(
      violations(
        [{ path: 'packages/venue/src/a.ts', text: "const b = await import('@daoyin/ui');" }],
        builtinModules,
      ),
    ).toHaveLength(1);
    expect(
      violations([{ path: 'packages/venue/src/a.ts', text: "export * from '@daoyin/ui';" }], builtinModules),
    ).toHaveLength(1);
  });

  it('lets routing, but only its types, into the scene', () => {
    const type = "import type { Route } from '@daoyin/routing';";
    expect(violations([{ path: 'packages/scene/src/a.ts', text: type }], builtinModules)).toEqual([]);
    expect(violations([file('packages/scene/src/a.ts', '@daoyin/routing')], builtinModules)).toHaveLength(1);
  });

  it('keeps apps apart', () => {
    expect(violations([file('apps/kiosk/src/a.ts', '../../phone/src/b')], builtinModules)).toHaveLength(1);
    expect(violations([file('apps/kiosk/src/a.ts', '@daoyin/ui', './b')], builtinModules)).toEqual([]);
  });

  it('knows three in the scene alone', () => {
    expect(violations([file('packages/ui/src/a.ts', 'three')], builtinModules)).toHaveLength(1);
    expect(violations([file('apps/phone/src/a.tsx', '@react-three/fiber')], builtinModules)).toHaveLength(1);
    expect(violations([file('packages/scene/src/a.ts', 'three/examples/jsm/a')], builtinModules)).toEqual([]);
  });

  it('keeps files, sockets, clocks and randomness out of packages, but for ingest’s sources', () => {
    expect(violations([file('packages/venue/src/a.ts', 'node:fs')], builtinModules)).toHaveLength(1);
    expect(violations([file('packages/beacon-ingest/src/sources/a.ts', 'node:fs')], builtinModules)).toEqual(
      [],
    );
    expect(
      violations([{ path: 'packages/venue/src/a.ts', text: 'const t = Date.now();' }], builtinModules),
    ).toHaveLength(1);
    expect(
      violations([{ path: 'packages/routing/src/a.ts', text: 'Math.random()' }], builtinModules),
    ).toHaveLength(1);
    expect(
      violations([{ path: 'packages/traces/src/a.ts', text: 'new Date()' }], builtinModules),
    ).toHaveLength(1);
  });
});
