import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { AdvertLine } from '@daoyin/protocol';

export interface Recorder {
  add(line: AdvertLine): void;
  close(): Promise<void>;
  counters(): { readonly written: number; readonly lost: number };
}

/** Where the disk does not keep up, adverts beyond this many bytes in memory are given up, and counted. */
const MOST_WAITING = 16 * 1024 * 1024;

/** Writes adverts as JSONL. Throws where the file cannot be made, or is there already and nobody asked to append. */
export async function createRecorder(file: string, append: boolean): Promise<Recorder> {
  const handle = await open(file, append ? 'a' : 'wx');
  const stream = createWriteStream('', { fd: handle.fd, autoClose: false });
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = error;
  });
  let written = 0;
  let lost = 0;
  return {
    add(line) {
      if (failure || stream.writableLength > MOST_WAITING) {
        lost++;
        return;
      }
      stream.write(`${JSON.stringify(line)}\n`);
      written++;
    },
    async close() {
      await new Promise<void>((resolve) => stream.end(() => resolve()));
      await handle.close();
      if (failure) throw failure;
    },
    counters: () => ({ written, lost }),
  };
}
