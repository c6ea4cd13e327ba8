import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** One call as it was answered. `ms` is from the request to the last byte of its answer; status 0 where none came. */
export interface Timing {
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface TimedCalls {
  /** `route` names the call in the report; a body makes it a POST. */
  call(route: string, path: string, more?: CallMore): Promise<Answer>;
  close(): void;
}

interface CallMore {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const MOST_SOCKETS = 256;

/** HTTP calls over connections that are kept, each timed. Answers are not unpacked: that is the phones' work, not the server's. */
export function openTimedCalls(at: string, told: (timing: Timing) => void): TimedCalls {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS });
  const send = (path: string, { body, headers = {} }: CallMore) =>
    new Promise<Answer>((resolve) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const options = {
        agent,
        method: text === undefined ? 'GET' : 'POST',
        headers: { ...headers, ...(text !== undefined && { 'content-type': 'application/json' }) },
      };
      const away = () => resolve({ status: 0, body: Buffer.alloc(0) });
      const asked = request(at + path, options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
        response.on('error', away);
      });
      asked.on('error', away);
      asked.end(text);
    });
  return {
    async call(route, path, more = {}) {
      const began = performance.now();
      const answer = await send(path, more);
      told({ route, status: answer.status, ms: performance.now() - began });
      return answer;
    },
    close: () => agent.destroy(),
  };
}
