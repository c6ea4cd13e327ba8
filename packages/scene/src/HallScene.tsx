import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import { areaStyle } from './build/style';
import { attachGestures } from './camera/gestures';
import { focal, projector } from './camera/view';
import { mix, toCss } from './colour';
import { pinLabels } from './labels/pins';
import { venueLabels } from './labels/specs';
import { useLabelLayer } from './labels/useLabelLayer';
import { type Palette, paletteOf } from './palette';
import { usePixelRatio } from './pixel-ratio';
import { Stage } from './stage';
import type { HallSceneHandle, HallSceneProps } from './types';
import { useCanvasRoot } from './useCanvasRoot';
import { World } from './world/World';

/**
 * The hall in three dimensions. It draws what it is told and decides nothing: level, route, position and highlight are the
 * caller's. Fills its parent; draws a frame only when something changed.
 */
export function HallScene({ ref, ...props }: HallSceneProps & { readonly ref?: Ref<HallSceneHandle> }) {
  const {
    venue,
    level,
    theme = 'light',
    language = 'zh',
    areas,
    labelScale = 1,
    reducedMotion = false,
  } = props;
  const palette = paletteOf(theme);
  const style = useMemo(() => areaStyle(venue, palette, areas), [venue, palette, areas]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a stage belongs to a venue; its level is aimed at below
  const stage = useMemo(() => new Stage(venue, level), [venue]);
  stage.reducedMotion = reducedMotion;
  stage.labelScale = labelScale;
  stage.upHeading = props.upHeading;
  const layers = useLayers(props, stage, style, palette, labelScale, language);
  const latest = useRef(props);
  latest.current = props;
  const onFrame = useRef(props.onFrame);
  onFrame.current = props.onFrame;
  const host = useCanvasRoot(
    stage,
    latest,
    <World stage={stage} scene={props} palette={palette} style={style} layers={layers} onFrame={onFrame} />,
  );
  useWishes(stage, props);
  useGestures(stage, host, latest);
  useImperativeHandle(ref, () => handleOf(stage, latest), [stage]);
  return (
    <div
      ref={host}
      className={props.className}
      role="application"
      aria-label={props.label ?? (language === 'zh' ? '大厅三维地图' : '3D map of the hall')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the map takes keys: arrows pan, plus and minus zoom
      tabIndex={0}
      style={{
        position: 'relative',
        width: '100%',
        height: '100%',
        overflow: 'hidden',
        touchAction: 'none',
        background: backdrop(palette),
      }}
    />
  );
}

/** A little lighter behind the hall than at the edges. */
function backdrop({ background, night }: Palette): string {
  const middle = mix(background, 0xffffff, night ? 0.05 : 0.5);
  return `radial-gradient(120% 85% at 50% 46%, ${toCss(middle)}, ${toCss(background)})`;
}

type Latest = { readonly current: HallSceneProps };

function useLayers(
  props: HallSceneProps,
  stage: Stage,
  style: ReturnType<typeof areaStyle>,
  palette: Palette,
  scale: number,
  language: 'zh' | 'en',
) {
  const { venue, route, highlightWindow } = props;
  const here = useSteady(props.here);
  const ratio = usePixelRatio();
  const fixed = useMemo(
    () => venueLabels(venue, language, style, palette),
    [venue, language, style, palette],
  );
  const pins = useMemo(
    () => pinLabels({ venue, route, highlightWindow, here, language }, palette),
    [venue, route, highlightWindow, here, language, palette],
  );
  const fixedLayer = useLabelLayer(fixed, palette, ratio, scale);
  const pinLayer = useLabelLayer(pins, palette, ratio, scale);
  const layers = useMemo(() => [fixedLayer, pinLayer], [fixedLayer, pinLayer]);
  useLayoutEffect(() => {
    stage.labels.setLayers(layers);
    stage.invalidate();
  }, [stage, layers]);
  return layers;
}

/** What the caller wants of the camera: the storey, the walker to follow, the margins. */
function useWishes(
  stage: Stage,
  { level, follow, position, heading, insets, covered }: HallSceneProps,
): void {
  useEffect(() => stage.showLevel(level), [stage, level]);
  useEffect(() => stage.labels.reserve(position ? [position] : []), [stage, position]);
  useEffect(() => {
    stage.follow(follow && position ? position : undefined, heading);
  }, [stage, follow, position, heading]);
  useLayoutEffect(() => stage.setInsets(insets), [stage, insets]);
  useLayoutEffect(() => {
    stage.labels.cover(covered ?? []);
    stage.invalidate();
  }, [stage, covered]);
}

/** The same object while its contents are the same: a caller that writes `here={{…}}` would have labels drawn anew at each render. */
function useSteady<T>(value: T): T {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}

function useGestures(stage: Stage, host: { readonly current: HTMLElement | null }, latest: Latest): void {
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    return attachGestures(element, stage.rig, {
      onChange: () => {
        stage.taken();
        stage.invalidate();
      },
      onTake: () => {
        stage.taken();
        if (!stage.rig.following) return;
        stage.rig.follow(undefined);
        latest.current.onFollowInterrupted?.();
      },
      onTap: (pixel) => {
        const target = stage.select(pixel);
        if (target?.kind === 'level') latest.current.onLevelChange?.(target.level);
        else if (target) latest.current.onSelect?.(target);
      },
    });
  }, [stage, host, latest]);
}

function handleOf(stage: Stage, latest: Latest): HallSceneHandle {
  const { rig } = stage;
  const take = (change: () => void) => {
    if (rig.following) {
      rig.follow(undefined);
      latest.current.onFollowInterrupted?.();
    }
    change();
    stage.invalidate();
  };
  /** A button's step is a short flight from where the camera rests. */
  const nudge = (change: () => void) => {
    const from = rig.view;
    rig.view = rig.goal;
    change();
    const to = rig.view;
    rig.view = from;
    stage.fly(to, stage.reducedMotion ? 0 : 0.3);
  };
  return {
    flyTo: (point, span) => take(() => stage.flyTo(point, span)),
    frameRoute: () => take(() => latest.current.route && stage.frameRoute(latest.current.route)),
    frameLevel: () => take(() => stage.home()),
    resetView: () => take(() => stage.home()),
    resetNorth: () => take(() => stage.resetNorth()),
    zoomBy: (factor) => nudge(() => rig.zoom(factor)),
    rotateBy: (angle) => take(() => nudge(() => rig.rotate(angle))),
    tiltBy: (angle) => nudge(() => rig.tilt(angle)),
    panBy: (right, up) =>
      take(() =>
        nudge(() => {
          const { centre } = rig.lens;
          const scale = focal(rig.lens) / rig.view.distance;
          rig.pan(centre, { left: centre.left - right * scale, top: centre.top + up * scale });
        }),
      ),
    upHeading: () => rig.view.up,
    project: (point) => projector(rig.view, rig.lens)(stage.point3(point)),
    stats: () => stage.stats,
  };
}
