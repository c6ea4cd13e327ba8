import type { Services } from '@daoyin/services';
import { planDay } from '@daoyin/traces';
import type { Machines } from '../machines/machines';
import { openApiHall } from './api-hall';
import { playDay } from './play';

export interface DayOfDemonstration {
  readonly services: Pick<Services, 'series' | 'items'>;
  readonly machines: Pick<Machines, 'enrol'>;
  /** `http://127.0.0.1:8080`. */
  readonly at: string;
  readonly numbers: number;
  /** How many times faster than life. */
  readonly speed: number;
  readonly warn: (message: string) => void;
}

const OPENING_SECONDS = 9 * 3600;

/** Fills the hall with people, through its own API: a day begins now, and another one when it is over. */
export async function startDay(day: DayOfDemonstration): Promise<{ close: () => Promise<void> }> {
  const machine = 'day-simulator';
  const secret = await day.machines.enrol('demonstration', { id: machine, kind: 'calls' });
  const calls = `${machine}:${secret}`;
  let stopped = false;
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, ms).unref();
    });
  const play = async (seed: number) => {
    const began = performance.now();
    const hall = openApiHall({ at: day.at, calls, midnightMs: Date.now() - OPENING_SECONDS * 1000 });
    const until = async (seconds: number) => {
      const dueMs = ((seconds - OPENING_SECONDS) * 1000) / day.speed;
      await wait(Math.max(0, dueMs - (performance.now() - began)));
    };
    const plan = planDay(day.services, { seed, numbers: day.numbers });
    const failed = (error: Error) => {
      if (!stopped) day.warn(`the simulated day: ${error.message}`);
    };
    await playDay(plan, hall, { until }, () => stopped, failed);
  };
  const run = async () => {
    for (let seed = 1; !stopped; seed++) await play(seed);
  };
  void run();
  return {
    close: async () => {
      stopped = true;
    },
  };
}
