export { itemSteps, type StepOptions, stopsOf } from './catalogue';
export { planJourney } from './plan-journey';
export type * from './types';
export { journeyWords, reasonText } from './words';
