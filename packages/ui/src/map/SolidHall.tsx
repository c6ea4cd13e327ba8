import type { Route } from '@daoyin/routing';
import { HallScene, type HallSceneHandle } from '@daoyin/scene';
import { type RefObject, useEffect, useImperativeHandle, useRef, useSyncExternalStore } from 'react';
import { useSay } from '../language';
import type { ThemeName } from '../theme/theme';
import { textFactor } from './text-factor';
import type { HallMapProps, MapHandle } from './types';

interface SolidHallProps extends HallMapProps {
  readonly handle: RefObject<MapHandle | null>;
  readonly onUnavailable: (reason: string) => void;
  /** All storeys, one above the other, instead of one. */
  readonly stacked: boolean;
}

/** The hall in 3D behind the same properties as the flat plan; its own chunk, because three.js is large. */
export function SolidHall({
  handle,
  paint,
  focus,
  follow = false,
  stale: _stale,
  stacked,
  ...map
}: SolidHallProps) {
  const { say, language } = useSay();
  const scene = useRef<HallSceneHandle>(null);
  const look = useLook();
  useImperativeHandle(handle, () => ({
    zoomBy: (factor) => scene.current?.zoomBy(factor),
    rotateBy: (angle) => scene.current?.rotateBy(angle),
    frameLevel: () => scene.current?.frameLevel(),
    frameRoute: () => scene.current?.frameRoute(),
    resetView: () => scene.current?.resetView(),
  }));
  useEffect(() => {
    if (focus !== undefined) scene.current?.flyTo(focus, 24);
  }, [focus]);
  const level = stacked ? undefined : map.level;
  useFramedRoute(scene, map.route, level, follow);
  return (
    <HallScene
      {...map}
      level={level}
      follow={follow}
      ref={scene}
      areas={paint}
      language={language}
      theme={look.theme}
      labelScale={look.labelScale}
      reducedMotion={look.reducedMotion}
      label={`${say('map.label')} ${map.level}`}
      className="solid-hall"
    />
  );
}

/** A new route, and its part on a new storey, is shown as large as it goes; without one the whole storey, or all of them. */
function useFramedRoute(
  scene: RefObject<HallSceneHandle | null>,
  route: Route | undefined,
  level: string | undefined,
  follow: boolean,
): void {
  const part = level !== undefined && route?.path.some((point) => point.level === level) ? route : undefined;
  const framed = useRef<Route>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another storey is framed though the route is the same.
  useEffect(() => {
    if (follow) return;
    if (part !== undefined) scene.current?.frameRoute();
    else if (framed.current !== undefined) scene.current?.resetView();
    framed.current = part;
  }, [scene, part, level, follow]);
}

interface Look {
  readonly theme: ThemeName;
  readonly labelScale: number;
  readonly reducedMotion: boolean;
}

let lastLook: Look | undefined;

/** The document's theme and text size, as they change. */
function useLook(): Look {
  return useSyncExternalStore(watchLook, readLook);
}

function watchLook(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-text', 'style'] });
  return () => observer.disconnect();
}

function readLook(): Look {
  const root = document.documentElement;
  const theme = (root.dataset.theme ?? 'light') as ThemeName;
  const labelScale = textFactor();
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const same =
    lastLook?.theme === theme &&
    lastLook.labelScale === labelScale &&
    lastLook.reducedMotion === reducedMotion;
  if (!same) lastLook = { theme, labelScale, reducedMotion };
  return lastLook!;
}
