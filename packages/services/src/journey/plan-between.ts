import { planJourney } from './plan-journey';
import type { Journey, JourneyPlan, JourneyStep, NoJourney } from './types';
import { journeyWords } from './words';

/** A step with the sentence that says why it comes here. */
export interface WordedStep extends JourneyStep {
  readonly text: { readonly zh: string; readonly en: string };
}

export type WordedPlan = Omit<JourneyPlan, 'steps'> & { readonly steps: readonly WordedStep[] };

/** Plans by a table of seconds between all places, in the order of `keys`, and says why. */
export function planBetween(
  journey: Journey,
  keys: readonly string[],
  seconds: readonly (readonly (number | undefined)[])[],
): WordedPlan | NoJourney {
  const number = new Map(keys.map((key, i) => [key, i]));
  const plan = planJourney(journey, (a, b) => seconds[number.get(a)!]![number.get(b)!]);
  if (!plan.ok) return plan;
  const [zh, en] = (['zh', 'en'] as const).map((language) => journeyWords(journey, plan, language));
  return { ...plan, steps: plan.steps.map((step, i) => ({ ...step, text: { zh: zh![i]!, en: en![i]! } })) };
}
