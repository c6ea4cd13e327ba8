import { AccuracyDesk } from './desk';
import type { AccuracyReport, AccuracyRequest } from './messages';

/** Milliseconds of work between two looks into the letter box. */
const SLICE_MS = 12;

let desk: AccuracyDesk | undefined;
let isAtWork = false;
const tell = (report: AccuracyReport): void => postMessage(report);
/** A message to oneself comes after those that wait, without the delay of a timer. */
const { port1, port2 } = new MessageChannel();

port1.onmessage = () => {
  const end = performance.now() + SLICE_MS;
  isAtWork = true;
  while (isAtWork && performance.now() < end) isAtWork = desk?.next() ?? false;
  if (isAtWork) port2.postMessage(undefined);
};

addEventListener('message', ({ data }: MessageEvent<AccuracyRequest>) => {
  if (data.type === 'open') desk = new AccuracyDesk(data.venue, data.register, tell);
  else if (data.type === 'beacons') desk?.change(data.changes, data.sentMs);
  else if (data.type === 'show') desk?.show(data.shown);
  else if (data.type === 'search') desk?.begin(data.search);
  else desk?.cancel();
  if (isAtWork) return;
  isAtWork = true;
  port2.postMessage(undefined);
});
