export { itemSteps, type StepOptions, stopsOf } from './catalogue';
export { planBetween, type WordedPlan, type WordedStep } from './plan-between';
export { planJourney } from './plan-journey';
export type * from './types';
export { journeyWords, reasonText } from './words';
