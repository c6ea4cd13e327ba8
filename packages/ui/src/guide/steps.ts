import { type Manoeuvre, type NoRoute, phrase, phrases, type Route } from '@daoyin/routing';
import type { IconName } from '../components/Icon';
import type { Language, MessageKey } from '../language';

/** One step of a route as the page shows it. */
export interface GuideStep {
  readonly id: string;
  readonly icon: IconName;
  /** What to do there: "turn left". */
  readonly text: string;
  /** The same with the way to it: "about 20 m straight on, then turn left". */
  readonly listed: string;
  readonly manoeuvre: Manoeuvre;
}

export function stepsOf(route: Route, language: Language): readonly GuideStep[] {
  const listed = phrases(route.manoeuvres, language);
  return route.manoeuvres.map((manoeuvre, at) => ({
    id: `${at}-${manoeuvre.kind}`,
    icon: iconOf(manoeuvre),
    text: phrase(manoeuvre, language).text,
    listed: listed[at]!.text,
    manoeuvre,
  }));
}

/** What a voice says of a step so many metres before it. */
export function spokenStep({ manoeuvre }: GuideStep, metres: number, language: Language): string {
  return phrase(manoeuvre, language, { ahead: metres, live: true }).speech;
}

/** The sentence around the reason why there is no route. */
export function refusalOf({ kind }: NoRoute['error'], stepFree: boolean): MessageKey {
  return kind === 'unreachable' && stepFree ? 'guide.no-step-free' : 'guide.no-route';
}

function iconOf(manoeuvre: Manoeuvre): IconName {
  switch (manoeuvre.kind) {
    case 'depart':
    case 'arrive':
      return manoeuvre.kind;
    case 'turn':
      return manoeuvre.direction;
    case 'take-connector':
      if (manoeuvre.connector === 'elevator') return manoeuvre.up ? 'elevator-up' : 'elevator-down';
      return manoeuvre.connector;
  }
}
