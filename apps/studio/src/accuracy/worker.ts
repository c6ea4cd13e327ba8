import { AccuracyDesk } from './desk';
import type { AccuracyReport, AccuracyRequest } from './messages';

/** Milliseconds of work between two looks into the letter box. */
const SLICE_MS = 12;
/** How long the beacons must rest before what nobody sees of a drag is worked out: other storeys, sparse areas, a search. */
const REST_MS = 300;

let desk: AccuracyDesk | undefined;
let isAtWork = false;
let movedMs = Number.NEGATIVE_INFINITY;
let resting: ReturnType<typeof setTimeout> | undefined;
const tell = (report: AccuracyReport): void => postMessage(report);
/** A message to oneself comes after those that wait, without the delay of a timer. */
const { port1, port2 } = new MessageChannel();

port1.onmessage = () => {
  const end = performance.now() + SLICE_MS;
  isAtWork = true;
  const atRest = performance.now() - movedMs >= REST_MS;
  while (isAtWork && performance.now() < end) isAtWork = desk?.next(atRest) ?? false;
  if (isAtWork) port2.postMessage(undefined);
  else if (!atRest) {
    clearTimeout(resting);
    resting = setTimeout(work, REST_MS);
  }
};

function work(): void {
  if (isAtWork) return;
  isAtWork = true;
  port2.postMessage(undefined);
}

addEventListener('message', ({ data }: MessageEvent<AccuracyRequest>) => {
  if (data.type === 'open') desk = new AccuracyDesk(data.venue, data.register, tell);
  else if (data.type === 'beacons') desk?.change(data.changes, data.sentMs);
  else if (data.type === 'show') desk?.show(data.shown);
  else if (data.type === 'search') desk?.begin(data.search);
  else desk?.cancel();
  if (data.type === 'beacons') movedMs = performance.now();
  work();
});
