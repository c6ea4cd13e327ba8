/** The colours of the plan, from the design's tokens. */
export interface Colours {
  readonly ground: string;
  readonly floor: string;
  readonly room: string;
  readonly closed: string;
  readonly empty: string;
  readonly wall: string;
  readonly counter: string;
  readonly counterLine: string;
  readonly connector: string;
  readonly toilet: string;
  readonly label: string;
  readonly line: string;
  readonly ink: string;
  readonly surface: string;
  readonly select: string;
  readonly selectSoft: string;
  readonly goal: string;
  readonly ok: string;
  readonly warn: string;
  readonly error: string;
  readonly beacon: string;
  readonly plant: string;
}

const TOKENS: Readonly<Record<keyof Colours, string>> = {
  ground: '--plan-ground',
  floor: '--plan-floor',
  room: '--plan-room',
  closed: '--plan-closed',
  empty: '--plan-void',
  wall: '--plan-wall',
  counter: '--plan-counter',
  counterLine: '--plan-counter-line',
  connector: '--brand-soft',
  toilet: '--route-soft',
  label: '--plan-label',
  line: '--line',
  ink: '--ink',
  surface: '--surface',
  select: '--route',
  selectSoft: '--route-soft',
  goal: '--goal',
  ok: '--ok',
  warn: '--warn',
  error: '--error',
  beacon: '--studio-beacon',
  plant: '--studio-plant',
};

/** The tokens as they are now: a canvas knows no CSS variables. */
export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]);
  return Object.fromEntries(entries);
}
