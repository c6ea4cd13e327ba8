import type { Point, ScreenBox, ScreenPoint } from '@daoyin/geometry';
import { type RefObject, useMemo, useRef } from 'react';
import { Icon } from '../components/Icon';
import { useSay } from '../language';
import { PlanOverlay } from './PlanOverlay';
import { PlanStatic } from './PlanStatic';
import { placeLabels, planLabels } from './plan-labels';
import { selectAt } from './select';
import { textFactor } from './text-factor';
import type { HallMapProps, MapHandle } from './types';
import { usePlanGestures } from './usePlanGestures';
import { usePlanView } from './usePlanView';
import { useSize } from './useSize';
import { NORTH_UP, type PlanView, planToScreen, screenToPlan } from './view';
import './plan.css';

const DEGREES = 180 / Math.PI;

/** One level as a flat plan in SVG: what everybody sees first, and all there is where a device has no WebGL. */
export function FlatPlan(props: HallMapProps & { readonly handle?: RefObject<MapHandle | null> }) {
  const { venue, level, onSelect, onFollowInterrupted, follow, highlightWindow } = props;
  const { say, language } = useSay();
  const box = useRef<HTMLElement>(null);
  const size = useSize(box);
  const labels = useMemo(() => planLabels(venue, level, language), [venue, level, language]);
  const { view, take } = usePlanView(props, size, props.handle);
  const takeInHand = (next: PlanView) => {
    if (follow) onFollowInterrupted?.();
    take(next);
  };
  const gestures = usePlanGestures(box, view, size, takeInHand, (at) => {
    const point = screenToPlan(view, size, at);
    onSelect?.(selectAt(venue, { ...point, level }, 22 / view.scale));
  });
  const toScreen = (point: Point) => planToScreen(view, size, point);
  const textSize = 12.5 * textFactor();
  const placed = placeLabels(labels, toScreen, {
    scale: view.scale,
    width: size.width,
    height: size.height,
    textSize,
    always: highlightWindow === undefined ? undefined : `window-${highlightWindow}`,
    keepClear: signsOf(props, toScreen),
    covered: props.covered ?? [],
  });
  const turn = -(NORTH_UP - view.upHeading) * DEGREES;
  return (
    <section
      className="plan"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the plan.
      tabIndex={0}
      aria-label={`${say('map.label')} ${level}`}
      {...gestures}
    >
      <svg width={size.width} height={size.height} aria-hidden="true">
        <g
          transform={`translate(${size.width / 2} ${size.height / 2}) rotate(${turn}) scale(${view.scale}) translate(${-view.centre.x} ${view.centre.y})`}
        >
          <PlanStatic venue={venue} level={level} paint={props.paint} />
        </g>
        <g className="plan-labels" style={{ fontSize: textSize }}>
          {placed.map(({ id, kind, left, top, text, icon }) => (
            <g key={id} className={`plan-label plan-label-${kind}`} transform={`translate(${left} ${top})`}>
              {icon === undefined ? (
                <text dy="0.36em">{text}</text>
              ) : (
                <g>
                  <circle r={textSize * 0.9} />
                  <svg
                    x={-textSize * 0.65}
                    y={-textSize * 0.65}
                    width={textSize * 1.3}
                    height={textSize * 1.3}
                  >
                    <title>{text}</title>
                    <Icon name={icon} />
                  </svg>
                </g>
              )}
            </g>
          ))}
        </g>
        <PlanOverlay {...props} toScreen={toScreen} scale={view.scale} turn={turn} />
      </svg>
    </section>
  );
}

/** CSS pixels about the mark of who is here, and about the sign on the goal, which stands above its point. */
const MARK = 14;
const GOAL = { half: 20, height: 38 };

/** What the signs of the overlay take of the screen. */
function signsOf(
  { level, here, position, route, highlightWindow }: HallMapProps,
  toScreen: (point: Point) => ScreenPoint,
): readonly ScreenBox[] {
  const marks = [here, position].filter((at) => at?.level === level);
  const boxes = marks.map((at) => {
    const { left, top } = toScreen(at!);
    return { left: left - MARK, right: left + MARK, top: top - MARK, bottom: top + MARK };
  });
  const goal = route?.destination.at;
  if (goal === undefined || goal.level !== level || highlightWindow === undefined) return boxes;
  const { left, top } = toScreen(goal);
  return [...boxes, { left: left - GOAL.half, right: left + GOAL.half, top: top - GOAL.height, bottom: top }];
}
