import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import type { Random } from '@daoyin/geometry';

const PAGE = 4096;
/** As PGlite has it, so that what is replaced here is replaced there. */
const fs = createRequire(import.meta.url)('node:fs') as typeof import('node:fs');

export interface UnsureDisk {
  /**
   * Puts into another folder what a disk may hold whose power fails now: of each file what was last asked to be on the disk, and of what was
   * written since any pages, in any order. Names are as they are: file systems keep a journal of them.
   */
  readonly powerFails: (to: string, random: Random) => void;
  readonly close: () => void;
}

/** Remembers what of a folder this process has asked the disk to keep (`fsync`). What is in it already is. */
export function openUnsureDisk(folder: string): UnsureDisk {
  const kept = new Map<number, Buffer>();
  for (const path of filesBelow(folder)) keep(statSync(path).ino, path);
  function keep(inode: number, path: string | number) {
    kept.set(inode, readFileSync(path));
  }
  const { fsyncSync } = fs;
  fs.fsyncSync = (descriptor) => {
    const stat = fs.fstatSync(descriptor);
    if (stat.isFile()) keep(stat.ino, `/proc/self/fd/${descriptor}`);
    fsyncSync(descriptor);
  };
  syncBuiltinESMExports();
  return {
    powerFails: (to, random) => {
      rmSync(to, { recursive: true, force: true });
      cpSync(folder, to, { recursive: true });
      for (const path of filesBelow(folder)) {
        const target = join(to, path.slice(folder.length));
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, torn(kept.get(statSync(path).ino), readFileSync(path), random));
      }
    },
    close: () => {
      fs.fsyncSync = fsyncSync;
      syncBuiltinESMExports();
    },
  };
}

/** Of each page what is kept, or what is written. */
function torn(kept: Buffer | undefined, written: Buffer, random: Random): Buffer {
  const before = kept ?? Buffer.alloc(0);
  const there = Buffer.alloc(random() < 0.5 ? before.length : Math.max(before.length, written.length));
  for (let at = 0; at < there.length; at += PAGE) {
    const from = random() < 0.5 ? written : before;
    from.subarray(at, at + PAGE).copy(there, at);
  }
  return there;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
