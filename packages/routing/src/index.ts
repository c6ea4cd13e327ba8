export { metresTo, phrase, phrases } from './guidance/phrase';
export { progressOf } from './guidance/progress';
export {
  createRouter,
  type NearestResult,
  type Router,
  type RouterOptions,
  reachabilityIssues,
} from './router';
export type * from './types';
