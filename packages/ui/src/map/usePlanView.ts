import type { Point } from '@daoyin/geometry';
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { textFactor } from './text-factor';
import type { HallMapProps, MapHandle } from './types';
import { fitted, NORTH_UP, type PlanSize, type PlanView, zoomed } from './view';

const FOLLOW_SCALE = 13;
const MARGIN = 36;
/** A whole storey has nothing at its edge that stands out from it. */
const FLOOR_MARGIN = 10;
/** The sign on a route's end stands so high above it. */
const SIGN = 34;
/** A short way is shown with what is around it. */
const CLOSEST = 14;

/** The view of a plan: fits the route or the level, goes with the walker while it follows, and keeps still once taken in hand. */
export function usePlanView(
  props: HallMapProps,
  size: PlanSize,
  handle: RefObject<MapHandle | null> | undefined,
) {
  const { venue, level, route, position, heading, follow = false, focus, insets } = props;
  const up = props.upHeading ?? NORTH_UP;
  const [taken, setTaken] = useState<PlanView | undefined>(undefined);
  const storey = venue.levels.find(({ shortName }) => shortName === level);
  const floor = storey?.outline.flatMap(({ outer }) => outer) ?? [];
  const onLevel = route?.path.filter((point) => point.level === level) ?? [];
  const following = follow && position !== undefined && position.level === level;

  // A new level or route is shown whole again, whatever the visitor looked at before.
  const shown = `${level}/${route?.destination.at.x},${route?.destination.at.y},${route?.destination.at.level}`;
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    setTaken(undefined);
  }, [shown]);

  useEffect(() => {
    if (focus !== undefined) setTaken({ centre: focus, scale: FOLLOW_SCALE, upHeading: up });
  }, [focus, up]);

  const free = freeSize(size, insets);
  const fit = (points: readonly Point[], margin = MARGIN) =>
    shifted(fitted(points, free, margin, up, CLOSEST), insets);
  const automatic = following
    ? shifted({ centre: position, scale: FOLLOW_SCALE, upHeading: heading ?? up }, insets)
    : onLevel.length > 1
      ? fit(onLevel, MARGIN / 2 + SIGN * textFactor())
      : fit(floor, FLOOR_MARGIN);
  const view = following ? automatic : (taken ?? automatic);

  useImperativeHandle(handle, () => ({
    zoomBy: (factor) => setTaken(zoomed(view, size, factor, { left: size.width / 2, top: size.height / 2 })),
    rotateBy: (angle) => setTaken({ ...view, upHeading: view.upHeading - angle }),
    frameLevel: () => setTaken(fit(floor, FLOOR_MARGIN)),
    frameRoute: () => setTaken(undefined),
    resetView: () => setTaken(undefined),
  }));
  return { view, take: setTaken };
}

function freeSize(size: PlanSize, insets: HallMapProps['insets']): PlanSize {
  if (insets === undefined) return size;
  return {
    width: Math.max(80, size.width - insets.left - insets.right),
    height: Math.max(80, size.height - insets.top - insets.bottom),
  };
}

/** Moves what is in the middle of the view to the middle of what the panels leave free. */
function shifted(view: PlanView, insets: HallMapProps['insets']): PlanView {
  if (insets === undefined) return view;
  const right = (insets.right - insets.left) / 2 / view.scale;
  const down = (insets.bottom - insets.top) / 2 / view.scale;
  const turn = NORTH_UP - view.upHeading;
  return {
    ...view,
    centre: {
      x: view.centre.x + right * Math.cos(turn) - down * Math.sin(turn),
      y: view.centre.y - right * Math.sin(turn) - down * Math.cos(turn),
    },
  };
}
