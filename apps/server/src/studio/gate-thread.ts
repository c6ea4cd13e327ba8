import { parentPort } from 'node:worker_threads';
import type { Venue } from '@daoyin/venue';
import { checkDocument } from './check';
import type { GateAnswer, GateQuestion } from './gate';

let known: Venue | undefined;

/** The gate's thread: one answer to each question, in order. */
parentPort!.on('message', ({ id, document, venue }: GateQuestion) => {
  known = venue ?? known;
  parentPort!.postMessage(answerOf(id, { ...document, venue: known! }));
});

function answerOf(id: number, document: Parameters<typeof checkDocument>[0]): GateAnswer {
  try {
    return { id, issues: checkDocument(document) };
  } catch (error) {
    return { id, fault: `the gate: ${(error as Error).message}` };
  }
}
