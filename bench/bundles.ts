/**
 * What each page's scripts weigh before anything is tapped: `npx tsx bench/bundles.ts`. The built page's own scripts and all that these import at
 * once, as brotli makes them; what is imported later, and workers, come on top. Builds the pages where they are stale.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const web = join(root, '.build/web');
spawnSync(process.execPath, ['apps/cli/bin/daoyin.js', 'build'], { cwd: root, stdio: 'inherit' });
for (const page of ['phone', 'kiosk', 'staff', 'studio']) {
  const scripts = scriptsOf(page);
  const bytes = scripts.reduce((sum, name) => sum + statSync(join(web, `${name}.br`)).size, 0);
  console.log(`${page.padEnd(8)}${(bytes / 1024).toFixed(1).padStart(7)} KB in ${scripts.length} scripts`);
}

/** By their names below the pages' folder. */
function scriptsOf(page: string): readonly string[] {
  const html = readFileSync(join(web, page, 'index.html'), 'utf8');
  const found = new Set<string>();
  const follow = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    const text = readFileSync(join(web, name), 'utf8');
    for (const [, other] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      follow(`assets/${other}`);
  };
  for (const [, name] of html.matchAll(/<(?:script|link)[^>]*(?:src|href)="\/([^"]+\.js)"/g)) follow(name!);
  return [...found];
}
