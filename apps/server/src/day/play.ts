import type { StaffAction, TicketView } from '@daoyin/protocol';
import type { DayPlan, PlannedVisitor } from '@daoyin/traces';
import { type Agenda, createAgenda } from './agenda';

/** The hall as the day's people use it: the HTTP API, or the same rules without storage. */
export interface HallOfDay {
  take(serviceId: string, priority: PlannedVisitor['priority']): Promise<TakenNumber | undefined>;
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
  readonly takenAt: number;
  readonly told: NonNullable<TicketView['waitSeconds']>;
  calledAfter?: number;
}

/** From the moment when a window is free until its clerk calls, and between calls of one who does not come. */
const CLERK_SECONDS = 12;
const RECALL_SECONDS = 45;
const IDLE_SECONDS = 15;

/** Plays a planned day: visitors take numbers, windows call, serve, hold, pass and move them. Gives what was told and came true. */
export async function playDay(
  plan: DayPlan,
  hall: HallOfDay,
  clock: DayClock,
  stopped: () => boolean = () => false,
): Promise<readonly ToldWait[]> {
  const day = openDay(hall);
  const agenda = createAgenda();
  for (const shift of plan.shifts) {
    agenda.add(shift.from, () => day.openWindow(agenda, shift.window, shift.from, shift.to));
  }
  for (const visitor of plan.visitors) agenda.add(visitor.atSeconds, () => day.arrive(agenda, visitor));
  for (let next = agenda.next(); next !== undefined && !stopped(); next = agenda.next()) {
    await clock.until(next.at);
    await next.run();
  }
  return [...day.told.values()];
}

function openDay(hall: HallOfDay) {
  const told = new Map<string, ToldWait>();
  const visitors = new Map<string, { readonly visitor: PlannedVisitor; readonly taken: TakenNumber }>();
  const missed = new Set<string>();
  const called = new Set<string>();

  const arrive = async (agenda: Agenda, visitor: PlannedVisitor) => {
    const taken = await hall.take(visitor.serviceId, visitor.priority);
    if (taken === undefined) return;
    const { number, waitSeconds } = taken.ticket;
    visitors.set(number, { visitor, taken });
    if (waitSeconds !== null) told.set(number, { number, takenAt: agenda.now, told: waitSeconds });
    if (visitor.conduct === 'cancels')
      agenda.add(agenda.now + 600, async () => {
        if (!called.has(number)) await hall.hold(taken, { kind: 'cancel' });
      });
  };

  const openWindow = async (agenda: Agenda, window: string, from: number, to: number) => {
    await hall.setWindow(window, true);
    agenda.add(from + CLERK_SECONDS, () => callNext(agenda, window, to));
  };

  /** Whoever has a number is still served after the end; then the window closes. */
  const callNext = async (agenda: Agenda, window: string, to: number): Promise<void> => {
    const ticket = await hall.next(window);
    if (ticket === undefined) {
      if (agenda.now >= to) await hall.setWindow(window, false);
      else agenda.add(agenda.now + IDLE_SECONDS, () => callNext(agenda, window, to));
      return;
    }
    const { number } = ticket;
    called.add(number);
    const wait = told.get(number);
    if (wait && wait.calledAfter === undefined) wait.calledAfter = agenda.now - wait.takenAt;
    const free = () => callNext(agenda, window, to);
    const known = visitors.get(number);
    if (known === undefined) return agenda.add(agenda.now + RECALL_SECONDS, () => pass(agenda, number, free));
    const { visitor, taken } = known;
    const misses = visitor.conduct === 'misses' || visitor.conduct === 'misses-and-returns';
    if (misses && !missed.has(number)) {
      missed.add(number);
      agenda.add(agenda.now + RECALL_SECONDS, () => hall.act(number, { kind: 'recall' }));
      agenda.add(agenda.now + 2 * RECALL_SECONDS, () => pass(agenda, number, free));
      if (visitor.conduct === 'misses-and-returns')
        agenda.add(agenda.now + 300, () => hall.hold(taken, { kind: 'return' }));
      return;
    }
    agenda.add(agenda.now + visitor.walkSeconds, () => serve(agenda, number, visitor, taken, free));
  };

  const pass = async (agenda: Agenda, number: string, free: () => Promise<void>) => {
    await hall.act(number, { kind: 'pass' });
    agenda.add(agenda.now + CLERK_SECONDS, free);
  };

  const serve = async (
    agenda: Agenda,
    number: string,
    visitor: PlannedVisitor,
    taken: TakenNumber,
    free: () => Promise<void>,
  ) => {
    await hall.act(number, { kind: 'serve' });
    const end = agenda.now + visitor.workSeconds;
    const fetches = visitor.conduct === 'fetches-something' && !missed.has(number);
    if (fetches) {
      missed.add(number);
      agenda.add(agenda.now + visitor.workSeconds / 3, async () => {
        await hall.act(number, { kind: 'hold' });
        agenda.add(agenda.now + 600, () => hall.act(number, { kind: 'resume' }));
        agenda.add(agenda.now + CLERK_SECONDS, free);
      });
      return;
    }
    agenda.add(end, async () => {
      await hall.act(number, { kind: 'finish' });
      if (visitor.stars !== undefined) await hall.hold(taken, { kind: 'rate', stars: visitor.stars });
      agenda.add(agenda.now + CLERK_SECONDS, free);
    });
  };

  return { told, arrive, openWindow };
}
