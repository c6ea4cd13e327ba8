export { expectedArrivals, HALF_HOUR, type HalfHours } from './arrivals';
export { type ForecastSpan, forecastQueue, type QueueState } from './queue-forecast';
