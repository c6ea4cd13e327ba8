import { open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Advert } from '@daoyin/beacon-ingest';
import { startNobleSource } from '@daoyin/beacon-ingest/sources/noble';
import { startRecordingSource } from '@daoyin/beacon-ingest/sources/recording';
import { listenUntilStopped, type Sink, type SourceStart } from './listen';
import { type Options, readOptions } from './options';
import { createRecorder } from './recorder';
import { createSender } from './sender';

const say = (line: string) => process.stderr.write(`daoyin: ${line}\n`);

process.exitCode = await main(readOptions(process.argv.slice(2), hostname()));
// noble's socket and its timer have no end of their own
process.exit();

async function main(options: Options): Promise<number> {
  if (options.kind === 'help') {
    process.stdout.write(`${options.text}\n`);
    return 0;
  }
  if (options.kind === 'wrong') {
    say(options.message);
    return 1;
  }
  const { kind, extended, seconds } = options;
  const result = await listenUntilStopped({
    listen: (onAdvert, onProblem) =>
      options.kind === 'receive' && options.from !== undefined
        ? playRecording(options.from, options.speed, onAdvert, onProblem)
        : startNobleSource({ onAdvert, onProblem, nowMs: Date.now, extended }),
    openSink: () => openSink(options),
    stopped: stopped(seconds),
    say: (line) => say(`${kind}: ${line}`),
  });
  if (result.ok) return 0;
  say(`${kind}: ${result.message}`);
  return 1;
}

async function playRecording(
  file: string,
  speed: number,
  onAdvert: (advert: Advert) => void,
  onProblem: (message: string) => void,
): Promise<SourceStart> {
  try {
    const handle = await open(file);
    const source = startRecordingSource({
      lines: handle.readLines(),
      onAdvert,
      onProblem: (message) => onProblem(`${file}: ${message}`),
      nowMs: Date.now,
      sleep,
      speed,
    });
    return { ok: true, source };
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  }
}

async function openSink(options: Exclude<Options, { kind: 'help' | 'wrong' }>): Promise<Sink> {
  if (options.kind === 'record') {
    const recorder = await createRecorder(options.out, options.append);
    return {
      add: recorder.add,
      close: recorder.close,
      summary: () =>
        `${recorder.counters().written} adverts in ${options.out}, ${recorder.counters().lost} lost`,
    };
  }
  const { server, venue, receiver, session, token } = options;
  const sender = createSender({
    url: server,
    venue,
    receiver,
    say: (line) => say(`receive: ${line}`),
    ...(session !== undefined && { session }),
    ...(token !== undefined && { token }),
  });
  return {
    add: sender.add,
    close: () => sender.close(3000),
    summary: () => {
      const { sent, waiting, lost } = sender.counters();
      return `${sent} adverts sent, ${waiting + lost} lost`;
    },
  };
}

/** Ends at Ctrl+C, at a stop by the system, or when the time is over. */
function stopped(seconds: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    if (seconds !== undefined) setTimeout(resolve, seconds * 1000);
  });
}
