import type { RouteResult, Router } from '@daoyin/routing';
import { answerQueries } from '../answer-queries';
import { type Command, readArguments, textOf } from '../arguments';
import { loadPlan, timeZoneOf } from '../plan';
import { decodeQuery } from '../route-query';
import type { NumberedLine } from '../streams';

/** `daoyin route`: queries in, routes out. */
export const command: Command = {
  help: `Usage: daoyin route --venue DIR < queries.jsonl > routes.jsonl

One route for each query:
  {"from":{"x":1,"y":2,"level":"1F"},"to":{"window":"32"},"profile":"walk"}
"to" is a point, {"window":"32"} or {"featureId":"…"}; "profile" is walk, step-free, slow or pram; also "closed" (feature
ids that are shut), "staff" (true: restricted areas are open) and "at" (when: "2026-11-25T10:30" on the hall's clock,
"2026-11-25T10:30+08:00", or milliseconds since 1970): lifts, stairs and doors with hours are shut outside of them.

Answers {"ok":true,"length":metres,"duration":seconds,"path":[…],"manoeuvres":[…]}, or
{"ok":false,"error":{"kind":"unreachable","message","blockedBy":[ids],"obstacles":[{"featureId","kind","opens"}],
"reason":{"zh","en"}}}: what blocks, and what would open the way.

  --venue DIR         floor plan folder or zip; its services.json has the hours of doors
  --time-zone ZONE    IANA zone of the hall (Asia/Shanghai)`,
  async run(args) {
    const { flags } = readArguments(
      args,
      { venue: { type: 'string' }, 'time-zone': { type: 'string' } },
      { required: ['venue'] },
    );
    const timeZone = timeZoneOf(flags);
    const { router } = loadPlan(textOf(flags, 'venue')!);
    return answerQueries((line) => answer(router, line, timeZone));
  },
};

/** One line out for each line in: a line that is no query is answered too. */
function answer(router: Router, { text, tooLong }: NumberedLine, timeZone: string): RouteResult {
  const decoded = tooLong
    ? ({ ok: false, problem: 'longer than 1 MB' } as const)
    : decodeQuery(text, timeZone);
  if (decoded.ok) return router.find(decoded.query);
  return { ok: false, error: { kind: 'bad-query', message: decoded.problem } };
}
