import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';

/** Destroys a connection that has been silent for so long; whoever waits for its answer gets an error that says so. */
export function cutWhenSilent(client: ClientBase, silenceMs: number): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  stream.setTimeout(silenceMs, () => stream.destroy(new Error('PostgreSQL gave no answer')));
}
