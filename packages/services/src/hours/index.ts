export type { Hours, LocalTime } from '@daoyin/venue';
export { hallClock } from './clock';
export { type HallState, hallStates, isOpen, parseHours, tableOf } from './hours';
export { localTime, minutesOf, timeAt } from './local-time';
export { type HallClock, type HoursTable, hoursOf, readerOf } from './table';
