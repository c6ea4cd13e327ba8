import { type Random, seededRandom } from '@daoyin/geometry';
import type { ServiceItem } from '@daoyin/services';
import { pick } from './pick';
import type { DayPlan, PlannedVisitor } from './plan';
import { extendedShifts, mergedShifts } from './shifts';

export interface AppointmentWishes {
  readonly seed: number;
  /** Share of the day's numbers that are taken by appointment. */
  readonly share: number;
  /** How many come in the hour after closing, on Tuesdays and Thursdays; all of them by appointment. */
  readonly extended: number;
}

const HOUR = 3600;
const SLOT = HOUR / 4;
/** Whose appointments fill most of the extended hour: housing fund, labour and social security, business registration. */
const EVENING_DEPARTMENTS = ['housing-fund', 'human-resources', 'social-insurance', 'commerce-registration'];
const EVENING_SHARE = 0.8;
/** How long before their time people come, at most. */
const EARLIEST = 12 * 60;

/** A day on which some come by appointment, and in the hour after closing all. */
export function withAppointments(
  plan: DayPlan,
  items: readonly Pick<ServiceItem, 'id' | 'departmentId'>[],
  { seed, share, extended }: AppointmentWishes,
): DayPlan {
  const random = seededRandom(seed);
  const visitors = plan.visitors.map((visitor) => (random() < share ? booked(visitor, random) : visitor));
  const evening = new Set(
    items.filter(({ departmentId }) => EVENING_DEPARTMENTS.includes(departmentId)).map(({ id }) => id),
  );
  const everybody = plan.visitors.map((visitor) => ({ visitor, weight: 1 }));
  const likely = everybody.filter(({ visitor }) => evening.has(visitor.serviceId));
  const late = Array.from({ length: extended }, () => {
    const among = likely.length > 0 && random() < EVENING_SHARE ? likely : everybody;
    return lateVisitor(pick(among, random).visitor, random);
  });
  const groups = new Map<string, PlannedVisitor[]>();
  for (const visitor of late) {
    const key = visitor.windows.join();
    groups.set(key, [...(groups.get(key) ?? []), visitor]);
  }
  const shifts = [...groups.values()].flatMap((group) => {
    const seconds = group.reduce((sum, { workSeconds }) => sum + workSeconds, 0) / group.length;
    return extendedShifts(group[0]!.windows, group.length, seconds);
  });
  return {
    visitors: [...visitors, ...late].sort((a, b) => a.atSeconds - b.atSeconds),
    shifts: mergedShifts([...plan.shifts, ...shifts]),
  };
}

/** Who would have come by chance comes before the next slot instead, where the session has one left. */
function booked(visitor: PlannedVisitor, random: Random): PlannedVisitor {
  const appointmentAt = Math.ceil(visitor.atSeconds / SLOT) * SLOT;
  if (appointmentAt === 12 * HOUR || appointmentAt === 17 * HOUR) return visitor;
  return { ...visitor, ...beforeSlot(appointmentAt, random) };
}

function lateVisitor(like: PlannedVisitor, random: Random): PlannedVisitor {
  const appointmentAt = 17 * HOUR + SLOT * Math.floor(4 * random());
  return { ...like, conduct: 'comes', priority: 'normal', ...beforeSlot(appointmentAt, random) };
}

const beforeSlot = (appointmentAt: number, random: Random) => ({
  appointmentAt,
  atSeconds: Math.round(appointmentAt - 60 - (EARLIEST - 60) * random()),
});
