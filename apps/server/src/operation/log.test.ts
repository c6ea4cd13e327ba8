import { describe, expect, it } from 'vitest';
import { openLog } from './log';

function logged(format: 'json' | 'text', level: 'info' | 'warn' = 'info') {
  const lines: string[] = [];
  return { lines, log: openLog({ level, format, write: (line) => lines.push(line) }) };
}

describe('the log', () => {
  it('is a JSON object a line, with a time that collectors read', () => {
    const { log, lines } = logged('json');
    log.warn({ receiver: 'kiosk-1' }, 'a batch was left out');
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0]!) as Record<string, unknown>;
    expect(line).toMatchObject({ level: 'warn', msg: 'a batch was left out', receiver: 'kiosk-1' });
    expect(new Date(String(line.time)).toISOString()).toBe(line.time);
  });

  it('is text for people where they watch', () => {
    const { log, lines } = logged('text');
    log.info('listening');
    log.warn({ port: 1 }, 'away');
    log.error(new Error('broken'));
    expect(lines[0]).toBe('listening\n');
    expect(lines[1]).toBe('warning: away port=1\n');
    expect(lines[2]).toMatch(/^error: broken\nError: broken\n {4}at /);
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = logged('json', 'warn');
    log.info('listening');
    expect(lines).toEqual([]);
  });
});
