import { findWindow, type Venue } from '@daoyin/venue';
import { mix, signGround } from '../colour';
import type { Palette } from '../palette';
import type { HallSceneProps, SceneLanguage } from '../types';
import { type LabelSpec, label } from './label';

type PinProps = Pick<HallSceneProps, 'venue' | 'route' | 'highlightWindow' | 'here' | 'language'>;

const HERE = { zh: '您在此处', en: 'You are here' };

/** The labels that follow the visitor's own business: goal, own place, climbs of the route, and the storeys' names in the stack. */
export function pinLabels(
  { venue, route, highlightWindow, here, language = 'zh' }: PinProps,
  palette: Palette,
): readonly LabelSpec[] {
  const pins: LabelSpec[] = levelLabels(venue, palette);
  const goal = goalOf(venue, route, highlightWindow);
  if (goal) pins.push(label('goal', 'goal', { ...goal.at, height: 0.9 }, goal.text, palette.goal));
  if (here)
    pins.push(label('here', 'here', { ...here, height: 0.3 }, HERE[language], signGround(palette.here)));
  route?.legs.forEach((leg, i) => {
    if (leg.kind !== 'connector') return;
    pins.push(climb(`climb ${i}`, leg.from, arrow(venue, leg.from.level, leg.to.level, language), palette));
  });
  return pins;

  function climb(
    id: string,
    at: { x: number; y: number; level: string },
    text: string,
    { route: colour }: Palette,
  ) {
    return label('climb', id, { ...at, height: 1.8 }, text, signGround(colour));
  }
}

function arrow(venue: Venue, from: string, to: string, language: SceneLanguage): string {
  const ordinal = (name: string) => venue.levels.find(({ shortName }) => shortName === name)?.ordinal ?? 0;
  const up = ordinal(to) > ordinal(from);
  return language === 'zh' ? `${up ? '↑ 上' : '↓ 下'}至 ${to}` : `${up ? '↑' : '↓'} ${to}`;
}

function goalOf(venue: Venue, route: PinProps['route'], highlightWindow: string | undefined) {
  const window = highlightWindow ? findWindow(venue, highlightWindow) : undefined;
  if (window) {
    const ring = venue.fixtures.find(({ id }) => id === window.fixtureId)?.area[0]?.outer ?? [window.at];
    const mean = (pick: 'x' | 'y') => ring.reduce((sum, p) => sum + p[pick], 0) / ring.length;
    return { at: { x: mean('x'), y: mean('y'), level: window.at.level }, text: window.number };
  }
  return route && { at: route.destination.at, text: route.destination.window ?? '' };
}

/** At the western corner of each storey. */
function levelLabels(venue: Venue, palette: Palette): LabelSpec[] {
  return venue.levels.map(({ id, shortName, outline }) => {
    const points = outline.flatMap(({ outer }) => outer);
    const corner = points.reduce((a, b) => (b.x + b.y < a.x + a.y ? b : a), points[0] ?? { x: 0, y: 0 });
    const at = { x: corner.x, y: corner.y, level: shortName, height: 0.4 };
    return label('level', `level ${id}`, at, shortName, mix(palette.label, palette.connector, 0.6));
  });
}
