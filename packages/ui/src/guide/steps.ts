import type { VenuePoint } from '@daoyin/geometry';
import type { Manoeuvre, Route } from '@daoyin/routing';
import type { IconName } from '../components/Icon';
import type { Language } from '../language';

/** One step of a route as the page shows it. */
export interface GuideStep {
  readonly id: string;
  readonly kind: Manoeuvre['kind'];
  readonly icon: IconName;
  readonly text: string;
  readonly at: VenuePoint;
  readonly level: string;
  /** Metres to walk after it until the next one. */
  readonly length: number;
}

export function stepsOf(route: Route, language: Language): readonly GuideStep[] {
  return route.manoeuvres.map((manoeuvre, at) => ({
    id: `${at}-${manoeuvre.kind}`,
    kind: manoeuvre.kind,
    icon: iconOf(manoeuvre),
    text: `${manoeuvre.kind} ${language}`,
    at: manoeuvre.at,
    level: manoeuvre.at.level,
    length: (route.manoeuvres[at + 1]?.distance ?? manoeuvre.distance) - manoeuvre.distance,
  }));
}

export function iconOf(manoeuvre: Manoeuvre): IconName {
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
