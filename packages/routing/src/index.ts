export { type OpenedCapsule, openCapsule, type RouteCapsule, sealRoute } from './capsule/capsule';
export { metresTo, phrase, phrases } from './guidance/phrase';
export { progressOf } from './guidance/progress';
export type { LevelDrawing } from './route/debug';
export type { DurationsResult } from './route/durations';
export type { NearestResult } from './route/nearest';
export type { HoursReader } from './route/timetable';
export { type WalkIn, type WalksChange, type WalksInOptions, walksChange, walksIn } from './route/walks-in';
export {
  createRouter,
  type Router,
  type RouterOptions,
  reachabilityIssues,
} from './router';
export type * from './types';
