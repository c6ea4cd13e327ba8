import { checkHall } from '../doctor/check-hall';
import { checkMachine } from '../doctor/check-machine';
import { checkNetwork } from '../doctor/check-network';
import { checkStorage } from '../doctor/check-storage';
import type { Finding } from '../doctor/finding';
import type { OwnFlags, ServerOptions } from '../options/options';

export const doctorHelp = `Usage: daoyin doctor [--json] [options]

Looks at a configuration and at all that it names, and changes nothing: the plan, the data folder, the database, the broker, ports, the
certificate, the public address, backups. Beside a server that runs, or before its first start. Exit 1 where something is an error.

  --json                one JSON object a line: {"severity":"ok" | "warning" | "error","part","message"}`;

/** Everything that was looked at, in order. */
async function examine(
  options: ServerOptions,
  root: string,
  nowMs: () => number,
): Promise<readonly Finding[]> {
  return [
    ...checkMachine(options, root),
    ...(await checkHall(options, nowMs())),
    ...(await checkStorage(options, nowMs)),
    ...(await checkNetwork(options, nowMs())),
  ];
}

const MARKS = { ok: '  ok      ', warning: '! warning ', error: '✗ error   ' } as const;
const COLUMN = 15;

export async function doctor(options: ServerOptions, root: string, { json }: OwnFlags): Promise<number> {
  const findings = await examine(options, root, Date.now);
  for (const finding of findings) {
    const { severity, part, message } = finding;
    console.log(
      json === true ? JSON.stringify(finding) : `${MARKS[severity]} ${part.padEnd(COLUMN)} ${message}`,
    );
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
