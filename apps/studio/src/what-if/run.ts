import { createRouter, type Router, type WalkIn, walksChange, walksIn } from '@daoyin/routing';
import {
  compareDays,
  type DayVisitor,
  replayDay,
  type ServedDay,
  servedDay,
  type WalkSeconds,
} from '@daoyin/services';
import { type DayPlan, planDay } from '@daoyin/traces';
import { entrancesByLot } from './entrances';
import type { Building, WhatIfReport, WhatIfRequest } from './messages';
import { movedWindows, windowsMoved } from './moved';

/** Ways found between two reports. */
const WAYS_BETWEEN_REPORTS = 25;
const SEED = 1;

/** Replays a day in the building as it was and as it would be; a step now and then, the last one is the result. */
export function* whatIf(request: WhatIfRequest): Generator<WhatIfReport> {
  const { before, after, services, tickets, numbers } = request;
  const offers = new Map(services.items.map(({ id, windows }) => [id, windows]));
  const day = tickets
    ? servedDay(tickets, (serviceId) => offers.get(serviceId) ?? [])
    : simulatedDay(planDay(services, { seed: SEED, numbers }));
  const moved = windowsMoved(before.venue, after.venue);
  const wanted = [...new Set([...day.visitors.flatMap(({ windows }) => windows), ...moved])];
  const routers = routersOf(before, after);
  if (routers[0].entrances().length === 0) return yield { type: 'no-entrance' };
  const parts = routers.map((router) => 2 * router.entrances().length * wanted.length);
  const of = parts[0]! + parts[1]!;
  const old = yield* found(routers[0], before, wanted, 0, of);
  const fresh = yield* found(routers[1], after, wanted, parts[0]!, of);
  const replays = [old, fresh].map((walks) => replayDay(day, walkSecondsOf(walks)));
  const waits = replays[0]!.flatMap(({ wait }) => wait ?? []);
  const change = compareDays(replays[0]!, replays[1]!);
  yield {
    type: 'done',
    result: {
      change,
      walks: walksChange(old, fresh),
      moved: movedWindows(moved, { before: old, after: fresh }, change),
      fidelity: tickets && { truly: meanOf(tickets.flatMap(waitOf)), replayed: meanOf(waits) },
    },
  };
}

/** One router where only what is shut differs. */
function routersOf(before: Building, after: Building): readonly [Router, Router] {
  const first = createRouter(before.venue, { prepare: [] });
  return [first, before.venue === after.venue ? first : createRouter(after.venue, { prepare: [] })];
}

function* found(
  router: Router,
  { closed }: Building,
  windows: readonly string[],
  before: number,
  of: number,
): Generator<WhatIfReport, readonly WalkIn[]> {
  const numbers = new Set(router.venue.windows.map(({ number }) => number));
  const walks: WalkIn[] = [];
  for (const walk of walksIn(router, { closed, windows: windows.filter((one) => numbers.has(one)) })) {
    walks.push(walk);
    if (walks.length % WAYS_BETWEEN_REPORTS === 0)
      yield { type: 'progress', done: before + walks.length, of };
  }
  return walks;
}

/** Visitors come in by lot; those who go first by law go without steps. */
function walkSecondsOf(walks: readonly WalkIn[]): WalkSeconds {
  const entranceOf = entrancesByLot(walks);
  const seconds = new Map(
    walks.map((walk) => [`${walk.entranceId} ${walk.window} ${walk.profile}`, walk.seconds]),
  );
  return ({ ordinal, priority }: DayVisitor, window) => {
    const profile = priority === 'priority' ? 'step-free' : 'walk';
    return seconds.get(`${entranceOf(ordinal, profile)} ${window} ${profile}`);
  };
}

/** A planned day in the form of one that was served. */
function simulatedDay({ visitors, shifts }: DayPlan): ServedDay {
  return {
    fromSeatMs: 45_000,
    visitors: visitors.map((visitor, ordinal): DayVisitor => {
      const { atSeconds, windows, priority, workSeconds, conduct } = visitor;
      return {
        number: String(ordinal),
        series: '',
        ordinal,
        priority,
        windows,
        takenAtMs: 1000 * atSeconds,
        holdsMs: 1000 * (conduct === 'misses' ? 90 : workSeconds),
        comes: conduct !== 'misses',
        ...(conduct === 'cancels' && { leavesAtMs: 1000 * (atSeconds + 600) }),
      };
    }),
    shifts: shifts.map(({ window, from, to }) => ({ window, fromMs: 1000 * from, toMs: 1000 * to })),
  };
}

const waitOf = ({ takenAtMs, calledAtMs }: { readonly takenAtMs: number; readonly calledAtMs?: number }) =>
  calledAtMs === undefined ? [] : [(calledAtMs - takenAtMs) / 1000];

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
