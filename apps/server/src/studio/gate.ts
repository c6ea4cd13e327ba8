import type { Worker } from 'node:worker_threads';
import type { StudioDocument } from '@daoyin/protocol';
import type { Venue } from '@daoyin/venue';
import { startThread } from '../thread';
import type { KeyedIssue } from './check';

/** A document to look at; without its plan where that is the one of the document before, which the gate still has. */
export interface GateQuestion {
  readonly id: number;
  readonly document: Omit<StudioDocument, 'venue'>;
  readonly venue: Venue | undefined;
}

export type GateAnswer =
  | { readonly id: number; readonly issues: readonly KeyedIssue[] }
  | { readonly id: number; readonly fault: string };

/** The rules of all packages on a document, in a thread of its own: seconds of work in which the server goes on to answer. */
export interface Gate {
  /** What is found, errors first. Rejects where the thread failed; it begins anew with the next document. */
  check(document: StudioDocument): Promise<readonly KeyedIssue[]>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (issues: readonly KeyedIssue[]) => void;
  readonly reject: (error: Error) => void;
}

/** Opens the gate; its thread starts with the first document and keeps no process alive. */
export function openGate(): Gate {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let told: Venue | undefined;
  let count = 0;

  const fail = (error: Error) => {
    [worker, told] = [undefined, undefined];
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const fresh = startThread('gate-thread', import.meta.url);
    fresh.on('message', (answer: GateAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('issues' in answer) asked?.resolve(answer.issues);
      else asked?.reject(new Error(answer.fault));
    });
    fresh.on('error', fail);
    fresh.on('exit', (code) => worker === fresh && fail(new Error(`the gate's thread ended with ${code}`)));
    fresh.unref();
    return fresh;
  };
  return {
    check: ({ venue, ...document }) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        const id = ++count;
        waiting.set(id, { resolve, reject });
        worker.postMessage({
          id,
          document,
          venue: told === venue ? undefined : venue,
        } satisfies GateQuestion);
        told = venue;
      }),
    close: async () => {
      const ending = worker;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error('the server is closing'));
      waiting.clear();
      await ending?.terminate();
    },
  };
}
