import type { NoRoute, Route, Router } from '@daoyin/routing';
import { type NoJourney, planBetween, type WordedPlan, withWhatBlocks } from '@daoyin/services';
import { answerQueries } from '../answer-queries';
import { type Command, readArguments, textOf } from '../arguments';
import { decodeJourney, type JourneyQuery } from '../journey-query';
import { loadPlan, type Plan, timeZoneOf } from '../plan';
import type { NumberedLine } from '../streams';

/** `daoyin journey`: several stops in, the best order out. */
export const command: Command = {
  help: `Usage: daoyin journey --venue DIR < journeys.jsonl > plans.jsonl

The order of several stops, and the window for each, that is done first, for each line:
  {"from":{"x":1,"y":2,"level":"1F"},"at":"2026-11-25T09:30","profile":"walk","stops":[
    {"id":"copy","name":"Copy","features":["…"],"service":120},
    {"id":"licence","windows":["39","40"],"after":["copy"],"service":600}]}
A stop is done at any one of its "windows" or "features", after the stops that "after" names; "service" is in seconds.
Instead of "stops": "theme" or "item", an id of the catalogue (services.json). Also "to" (a point to end at), "profile",
"staff" and "closed" as in daoyin route, and "waits", each window's queue by time, in seconds:
  {"39":[{"until":"2026-11-25T11:00","median":120,"p90":300},{"median":1200,"p90":2400}]}

Answers {"ok":true,"steps":[{"stop","place","walk","idle","wait","service","arrivesAt","joinsAt","calledAt","doneAt","why","text":
{"zh","en"},"route"}],"walking","duration","longDuration","doneAt"}; "longDuration" is with every wait at its 90 % mark. Or
{"ok":false,"error":{"kind","stops","message","reason":{"zh","en"}}}.
Exact for 8 stops, and for more where their order leaves few choices; what is beyond is refused.

  --venue DIR         floor plan folder or zip
  --time-zone ZONE    IANA zone of the hall (Asia/Shanghai)`,
  async run(args) {
    const { flags } = readArguments(
      args,
      { venue: { type: 'string' }, 'time-zone': { type: 'string' } },
      { required: ['venue'] },
    );
    const timeZone = timeZoneOf(flags);
    const plan = loadPlan(textOf(flags, 'venue')!);
    return answerQueries((line) => answer(plan, line, timeZone));
  },
};

type Answer = WordedPlan | NoJourney | NoRoute;

function answer(plan: Plan, { text, tooLong }: NumberedLine, timeZone: string): Answer {
  const query = tooLong
    ? ({ ok: false, problem: 'longer than 1 MB' } as const)
    : decodeJourney(text, plan, timeZone);
  if (query.ok) return planned(plan.router, query);
  return { ok: false, error: { kind: 'bad-query', message: query.problem } };
}

/** The plan with a route for each step: walking times for the planner, ways for the walker. */
function planned(router: Router, { journey, start, places }: JourneyQuery): Answer {
  const keys = [...places.keys()];
  const { from: _, ...walker } = start;
  const times = router.durations(walker, [...places.values()]);
  if (!times.ok) return times;
  const plan = planBetween(journey, keys, times.seconds);
  if (!plan.ok) return withWhatBlocks(plan, journey, (to) => router.find({ ...start, to: places.get(to)! }));
  let here = start.from;
  const steps = plan.steps.map((step) => {
    const route = router.find({ ...start, from: here, to: places.get(step.place)! });
    here = endOf(route) ?? here;
    return { ...step, route };
  });
  return { ...plan, steps };
}

const endOf = (route: Route | NoRoute) => (route.ok ? route.destination.at : undefined);
