import type { Route } from '@daoyin/routing';
import { placeAlong, type ShownPosition } from '@daoyin/ui';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface AnimatedWalk {
  readonly playing: boolean;
  readonly position: ShownPosition | undefined;
  readonly heading: number | undefined;
  readonly travelled: number | undefined;
  readonly play: () => void;
  readonly stop: () => void;
}

/** A whole walk takes about so long, within walking speeds that the eye can follow, in seconds and metres a second. */
const WALK_SECONDS = 16;
const [SLOWEST, FASTEST] = [4, 14];
/** Metres that count for a ride however short it is, so that the change of storey is seen. */
const RIDE_METRES = 14;
/** Where motion is not wanted the walk goes in jumps, so many seconds apart. */
const JUMP_SECONDS = 2;

/** Walks along the route, storey by storey, when asked to. */
export function useAnimatedWalk(route: Route | undefined): AnimatedWalk {
  const [metres, setMetres] = useState<number | undefined>(undefined);
  const [playing, setPlaying] = useState(false);
  const total = route === undefined ? 0 : shownLength(route);
  const frame = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another route ends the walk along the last one.
  useEffect(() => {
    setMetres(undefined);
    setPlaying(false);
  }, [route]);

  useEffect(() => {
    if (!playing) return;
    const speed = Math.min(FASTEST, Math.max(SLOWEST, total / WALK_SECONDS));
    const jump = matchMedia('(prefers-reduced-motion: reduce)').matches ? JUMP_SECONDS : 0;
    let startedMs: number | undefined;
    const draw = (nowMs: number) => {
      startedMs ??= nowMs;
      const seconds = (nowMs - startedMs) / 1000;
      const at = (jump === 0 ? seconds : Math.floor(seconds / jump) * jump) * speed;
      setMetres(Math.min(at, total));
      if (at >= total) return setPlaying(false);
      frame.current = requestAnimationFrame(draw);
    };
    frame.current = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame.current);
  }, [playing, total]);

  const play = useCallback(() => setPlaying(true), []);
  const stop = useCallback(() => {
    setPlaying(false);
    setMetres(undefined);
  }, []);
  if (route === undefined || metres === undefined)
    return { playing, position: undefined, heading: undefined, travelled: undefined, play, stop };
  const travelled = alongRoute(route, metres);
  const { at, heading } = placeAlong(route, travelled);
  return { playing, position: { ...at, accuracy95: 0.6 }, heading, travelled, play, stop };
}

/** Metres shown of a leg: a ride counts for at least so many that its storeys can be seen. */
const shown = (leg: Route['legs'][number]) =>
  leg.kind === 'connector' ? Math.max(leg.length, RIDE_METRES) : leg.length;

const shownLength = ({ legs }: Route) => legs.reduce((sum, leg) => sum + shown(leg), 0);

/** Metres along the route of so many shown metres. */
function alongRoute({ legs }: Route, metres: number): number {
  let [left, along] = [metres, 0];
  for (const leg of legs) {
    const length = shown(leg);
    if (left < length) return along + (length === 0 ? 0 : (left / length) * leg.length);
    left -= length;
    along += leg.length;
  }
  return along;
}
