import { Writable } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import pino from 'pino';

/** The server's log: what happened in words, and beside it in fields. Nothing of a visitor goes in: no address, no number, no token. */
export type Log = FastifyBaseLogger;

export interface LogSettings {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  /** A JSON object a line, for collectors; text for people. */
  readonly format: 'json' | 'text';
  readonly write: (text: string) => void;
}

/** A line has `time` (ISO 8601), `level`, `msg`, and what belongs to it. */
export function openLog({ level, format, write }: LogSettings): Log {
  const lines = new Writable({
    decodeStrings: false,
    write: (line: string, _encoding, done) => {
      write(format === 'json' ? line : asText(line));
      done();
    },
  });
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: pino.stdSerializers.err },
    },
    lines,
  );
}

const NAMES: Readonly<Record<string, string>> = { warn: 'warning: ', error: 'error: ', debug: 'debug: ' };

function asText(line: string): string {
  const {
    level,
    msg,
    err,
    time: _time,
    ...rest
  } = JSON.parse(line) as Record<string, unknown> & {
    level: string;
    err?: { stack?: string };
  };
  const fields = Object.entries(rest).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const stack = err?.stack === undefined ? '' : `\n${err.stack}`;
  return `${NAMES[level] ?? ''}${msg ?? ''}${fields.join('')}${stack}\n`;
}
