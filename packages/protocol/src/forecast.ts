import { z } from 'zod';

/** The wait of who takes a number before `untilMs` and after the span before, in seconds. */
const forecastSpan = z.object({ untilMs: z.number(), median: z.number(), p90: z.number() });

/** How the wait of a queue will develop; without spans no window of it will serve in the coming hours. */
const queueForecast = z.object({
  letter: z.string(),
  windows: z.array(z.string()),
  spans: z.array(forecastSpan),
});

export type QueueForecast = z.infer<typeof queueForecast>;

/** All queues as they are expected to go on from `atMs`. */
export const forecast = z.object({ atMs: z.number(), queues: z.array(queueForecast) });

export type Forecast = z.infer<typeof forecast>;
