export { itemSteps, type StepOptions, stopsOf } from './catalogue';
export { planBetween, type WordedPlan, type WordedStep } from './plan-between';
export { planJourney } from './plan-journey';
export type * from './types';
export { withWhatBlocks } from './what-blocks';
export { journeyWords, reasonText } from './words';
