import { chmodSync, rmSync } from 'node:fs';
import { createServer, get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LONGEST_PATH } from '../storage/lock';
import type { Backups } from './backups';

const socketOf = (data: string): string => join(data, 'control.sock');

interface ControlContext {
  readonly backups: Pick<Backups, 'read'>;
  readonly nowMs: () => number;
  readonly warn: (message: string) => void;
}

/**
 * A socket in the data folder, for programs of its owner: the database inside can be opened by one process only, so whoever wants a
 * backup while the server runs asks the server. Undefined where the path is too long for a socket.
 */
export async function openControl(
  data: string,
  { backups, nowMs, warn }: ControlContext,
): Promise<{ readonly close: () => Promise<void> } | undefined> {
  const path = socketOf(data);
  if (Buffer.byteLength(path) > LONGEST_PATH) return undefined;
  rmSync(path, { force: true });
  const server = createServer((request, response) => {
    if (request.url === '/') return void response.writeHead(204).end();
    if (request.url !== '/backup') return void response.writeHead(404).end();
    response.writeHead(200).flushHeaders();
    backups
      .read(nowMs())
      .then((bytes) => pipeline(bytes, response))
      .catch((error: Error) => {
        warn(`a backup that was asked for: ${error.message}`);
        response.destroy();
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, () => resolve());
  });
  chmodSync(path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Asks the server that has a data folder open for a backup; undefined where none answers there. */
export const askForBackup = (data: string): Promise<IncomingMessage | undefined> => ask(data, '/backup', 200);

/** Whether a server has a data folder open, and answers. */
export async function isServed(data: string): Promise<boolean> {
  const answer = await ask(data, '/', 204);
  answer?.resume();
  return answer !== undefined;
}

function ask(data: string, path: string, status: number): Promise<IncomingMessage | undefined> {
  return new Promise((resolve) => {
    get({ socketPath: socketOf(data), path }, (response) =>
      resolve(response.statusCode === status ? response : undefined),
    ).on('error', () => resolve(undefined));
  });
}
