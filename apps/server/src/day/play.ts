import type { StaffAction, TicketView } from '@daoyin/protocol';
import type { DayPlan, PlannedVisitor } from '@daoyin/traces';
import { type Agenda, createAgenda } from './agenda';

/** The hall as the day's people use it: the HTTP API, or the same rules without storage. */
export interface HallOfDay {
  /** Books an appointment, in seconds since midnight; the code of it, or none where the time is taken. */
  book(serviceId: string, appointmentAt: number): Promise<string | undefined>;
  take(
    serviceId: string,
    priority: PlannedVisitor['priority'],
    appointment?: string,
  ): Promise<TakenNumber | undefined>;
  next(window: string): Promise<TicketView | undefined>;
  act(number: string, action: StaffAction): Promise<void>;
  /** What a ticket's holder does. */
  hold(
    taken: TakenNumber,
    action: { kind: 'cancel' | 'return' } | { kind: 'rate'; stars: number },
  ): Promise<void>;
  setWindow(window: string, open: boolean): Promise<void>;
}

export interface TakenNumber {
  readonly ticket: TicketView;
  readonly holderToken: string;
}

export interface DayClock {
  /** Resolves when the simulated time is `seconds` since the hall's midnight. */
  until(seconds: number): Promise<void>;
}

/** What the day shows of the ranges: what a number was told at its taking, and when it was called. */
export interface ToldWait {
  readonly number: string;
  readonly byAppointment: boolean;
  readonly takenAt: number;
  readonly told: NonNullable<TicketView['waitSeconds']>;
  calledAfter?: number;
}

/** From the end of a service to the next call, and between calls of one who does not come. */
const CLERK_SECONDS = 10;
const RECALL_SECONDS = 45;
/** Those who have an appointment have booked it by eight o'clock. */
const BOOKING_SECONDS = 8 * 3600;
/** What a visitor who is not of the plan is given at a window: somebody who looks at the demonstration. */
const GUEST_WALK_SECONDS = 180;
const GUEST_WORK_SECONDS = 120;

/** Plays a planned day: visitors take numbers, windows call, serve, hold, pass and move them. Gives what was told and came true. */
export async function playDay(
  plan: DayPlan,
  hall: HallOfDay,
  clock: DayClock,
  stopped: () => boolean = () => false,
  /** What goes wrong with one visitor; the day goes on. Without it the day ends with the error. */
  failed?: (error: Error) => void,
): Promise<readonly ToldWait[]> {
  const agenda = createAgenda();
  const day = openDay(hall, agenda);
  for (const { window, from, to } of plan.shifts) {
    agenda.add(from, () => day.openWindow(window, to));
    agenda.add(to, () => day.endShift(window));
  }
  for (const visitor of plan.visitors) {
    const { appointmentAt, serviceId } = visitor;
    if (appointmentAt === undefined) agenda.add(visitor.atSeconds, () => day.arrive(visitor));
    else
      agenda.add(BOOKING_SECONDS, async () => {
        const code = await hall.book(serviceId, appointmentAt);
        if (code !== undefined) agenda.add(visitor.atSeconds, () => day.arrive(visitor, code));
      });
  }
  for (let next = agenda.next(); next !== undefined && !stopped(); next = agenda.next()) {
    await clock.until(next.at);
    if (stopped()) break;
    await (failed ? next.run().catch(failed) : next.run());
  }
  return [...day.told.values()];
}

interface Expected {
  readonly visitor: PlannedVisitor;
  readonly taken: TakenNumber;
}

function openDay(hall: HallOfDay, agenda: Agenda) {
  const told = new Map<string, ToldWait>();
  const expected = new Map<string, Expected>();
  const called = new Set<string>();
  /** Those whose odd conduct is behind them. */
  const settled = new Set<string>();
  /** Until when each open window's shift lasts, and the open windows at which nobody stands. */
  const shifts = new Map<string, number>();
  const idle = new Set<string>();
  const after = (seconds: number, run: () => Promise<unknown>) => agenda.add(agenda.now + seconds, run);

  const arrive = async (visitor: PlannedVisitor, appointment?: string) => {
    const taken = await hall.take(visitor.serviceId, visitor.priority, appointment);
    if (taken === undefined) return;
    const { number, waitSeconds } = taken.ticket;
    expected.set(number, { visitor, taken });
    const byAppointment = appointment !== undefined;
    if (waitSeconds !== null)
      told.set(number, { number, byAppointment, takenAt: agenda.now, told: waitSeconds });
    wake(visitor);
    if (visitor.conduct !== 'cancels') return;
    after(600, async () => {
      if (!called.has(number)) await hall.hold(taken, { kind: 'cancel' });
    });
  };

  /** A free window of those that take it notices after a while. */
  const wake = ({ windows, clerkSeconds }: PlannedVisitor) => {
    const window = windows.find((one) => idle.has(one));
    if (window === undefined) return;
    idle.delete(window);
    after(clerkSeconds, () => callNext(window));
  };

  const openWindow = async (window: string, to: number) => {
    shifts.set(window, to);
    await hall.setWindow(window, true);
    after(CLERK_SECONDS, () => callNext(window));
  };
  const endShift = async (window: string) => {
    if (idle.delete(window)) await hall.setWindow(window, false);
  };

  /** Whoever has a number is still served after the end; then the window closes. */
  const callNext = async (window: string): Promise<void> => {
    const ticket = await hall.next(window);
    if (ticket === undefined) {
      if (agenda.now >= (shifts.get(window) ?? 0)) await hall.setWindow(window, false);
      else idle.add(window);
      return;
    }
    const { number } = ticket;
    called.add(number);
    const wait = told.get(number);
    if (wait && wait.calledAfter === undefined) wait.calledAfter = agenda.now - wait.takenAt;
    const known = expected.get(number);
    if (known === undefined) after(GUEST_WALK_SECONDS, () => serve(number, GUEST_WORK_SECONDS, window));
    else if (known.visitor.conduct.startsWith('misses') && !settled.has(number)) await miss(known, window);
    else after(known.visitor.walkSeconds, () => receive(known, window));
  };

  const miss = async ({ visitor, taken }: Expected, window: string) => {
    const { number } = taken.ticket;
    settled.add(number);
    after(RECALL_SECONDS, () => hall.act(number, { kind: 'recall' }));
    after(2 * RECALL_SECONDS, async () => {
      await hall.act(number, { kind: 'pass' });
      after(CLERK_SECONDS, () => callNext(window));
    });
    if (visitor.conduct !== 'misses-and-returns') return;
    after(300, async () => {
      await hall.hold(taken, { kind: 'return' });
      wake(visitor);
    });
  };

  const receive = async ({ visitor, taken }: Expected, window: string) => {
    const { number } = taken.ticket;
    const other = visitor.conduct === 'moves-on' && visitor.windows.find((one) => idle.has(one));
    if (other) return moveOn({ visitor, taken }, window, other);
    if (visitor.conduct !== 'fetches-something' || settled.has(number)) {
      await serve(number, visitor.workSeconds, window, async () => {
        if (visitor.stars !== undefined) await hall.hold(taken, { kind: 'rate', stars: visitor.stars });
      });
      return;
    }
    settled.add(number);
    await hall.act(number, { kind: 'serve' });
    after(visitor.workSeconds / 3, async () => {
      await hall.act(number, { kind: 'hold' });
      after(CLERK_SECONDS, () => callNext(window));
      after(600, async () => {
        await hall.act(number, { kind: 'resume' });
        wake(visitor);
      });
    });
  };

  const moveOn = async ({ visitor, taken }: Expected, window: string, other: string) => {
    const { number } = taken.ticket;
    idle.delete(other);
    await hall.act(number, { kind: 'move', window: other });
    after(CLERK_SECONDS, () => callNext(window));
    after(visitor.walkSeconds, () => serve(number, visitor.workSeconds, other));
  };

  const serve = async (number: string, workSeconds: number, window: string, then = async () => {}) => {
    await hall.act(number, { kind: 'serve' });
    after(workSeconds, async () => {
      await hall.act(number, { kind: 'finish' });
      await then();
      after(CLERK_SECONDS, () => callNext(window));
    });
  };

  return { told, arrive, openWindow, endShift };
}
