import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { freshDatabase } from '../testing/fresh-database';

const program = fileURLToPath(new URL('../testing/broken-process.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'daoyin-serve-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(['thrown', 'rejected'])(
  'what nobody expected and is %s ends the server with 70 and one line that says it, for whoever starts it again',
  async (how) => {
    const data = join(folder, how);
    await freshDatabase(data);
    const child = spawn(process.execPath, ['--import', 'tsx', program, data, how], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    const fatal = said.split('\n').filter((line) => line.includes('"fatal"'));
    expect(fatal.map((line) => JSON.parse(line).err.message)).toEqual(['nobody expected this']);
    expect(code).toBe(70);
  },
  60_000,
);
