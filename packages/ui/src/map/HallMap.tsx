import { lazy, type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { Icon, type IconName } from '../components/Icon';
import { LevelSwitch } from '../components/LevelSwitch';
import { useSilence } from '../guide/useSilence';
import { useSay } from '../language';
import { FlatPlan } from './FlatPlan';
import type { HallMapProps, MapHandle } from './types';
import { type Covered, useCovered } from './useCovered';
import { useSize } from './useSize';
import { hasWebGl } from './webgl';
import './map.css';

const SolidHall = lazy(() => import('./SolidHall').then((module) => ({ default: module.SolidHall })));

/** CSS pixels that nothing is framed within. */
const MARGIN = 12;

/** Storeys beside one another, at the upper edge of a low map: whoever walks is not shown below them. */
const isWide = ({ left, right, top, bottom }: Covered): boolean => right - left > 1.5 * (bottom - top);

/** How long the note stays that there is no 3D here. */
const NOTE_MS = 6000;

export type MapMode = 'flat' | 'solid';

/**
 * The map with its buttons: the flat plan at once, the hall in 3D when it is wanted, loaded and possible; with `storeys` also all storeys one
 * above the other, and a way over several of them first as a whole.
 */
export function HallMap({
  mode,
  onModeChange,
  here: own,
  storeys = false,
  ...map
}: HallMapProps & {
  readonly mode: MapMode;
  readonly onModeChange: (mode: MapMode) => void;
  readonly storeys?: boolean;
}) {
  const { say } = useSay();
  const handle = useRef<MapHandle | null>(null);
  const [unavailable, setUnavailable] = useState(false);
  const possible = useMemo(hasWebGl, []) && !unavailable;
  const solid = mode === 'solid' && possible;
  const noted = useSilence(possible, NOTE_MS);
  const buttons = useRef<HTMLDivElement>(null);
  const { width } = useSize(buttons);
  const stack = useStack(storeys && solid, map);
  const covered = useCovered(stack.box);
  const isAbove = (box: Covered) => box.isSign || (map.follow === true && isWide(box));
  const above = Math.max(MARGIN, ...covered.filter(isAbove).map(({ bottom }) => bottom));
  const isColumn = covered.some((box) => !box.isSign && box.bottom - box.top > box.right - box.left);
  const insets = useMemo(
    () => ({ top: above, right: isColumn ? Math.max(MARGIN, width) : MARGIN, bottom: MARGIN, left: MARGIN }),
    [above, isColumn, width],
  );
  const props = { insets, covered, ...map, onLevelChange: stack.leave, here: own };
  const flat = <FlatPlan {...props} handle={handle} />;
  return (
    <div className="map" data-map={solid ? 'solid' : 'flat'} ref={stack.box}>
      {solid ? (
        <ErrorBoundary fallback={() => flat} onError={() => setUnavailable(true)}>
          <Suspense fallback={flat}>
            <SolidHall
              {...props}
              stacked={stack.shown}
              handle={handle}
              onUnavailable={() => setUnavailable(true)}
            />
          </Suspense>
        </ErrorBoundary>
      ) : (
        flat
      )}
      <MapButtons
        {...props}
        handle={handle}
        box={buttons}
        solid={solid}
        stack={stack}
        {...(possible ? { onModeChange: () => onModeChange(solid ? 'flat' : 'solid') } : {})}
      />
      {mode === 'solid' && !possible && !noted ? <p className="map-note">{say('map.no-3d')}</p> : null}
    </div>
  );
}

interface Stack {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly shown: boolean;
  readonly possible: boolean;
  readonly show: () => void;
  /** One storey is wanted again. */
  readonly leave: (level: string) => void;
}

/** A picture at least so high for its width has room for storeys above one another. */
const ROOMY = 0.6;

/** Whether all storeys are shown: when asked to, and for a way that changes storey where there is room; never while somebody walks. */
function useStack(possible: boolean, { route, position, onLevelChange, venue }: HallMapProps): Stack {
  const box = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(false);
  const climbs = route?.legs.some(({ kind }) => kind === 'connector') === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new way is shown as a whole first.
  useEffect(() => {
    const { clientWidth = 0, clientHeight = 0 } = box.current ?? {};
    setWanted(climbs && clientHeight > ROOMY * clientWidth);
  }, [route]);
  return {
    box,
    shown: wanted && possible && position === undefined,
    possible: possible && venue.levels.length > 1,
    show: () => setWanted(true),
    leave: (level) => {
      setWanted(false);
      onLevelChange?.(level);
    },
  };
}

interface ButtonsProps extends HallMapProps {
  readonly handle: RefObject<MapHandle | null>;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly solid: boolean;
  readonly stack: Stack;
  readonly onModeChange?: () => void;
}

/** Every gesture as a button. */
function MapButtons({ handle, box, solid, stack, onModeChange, ...map }: ButtonsProps) {
  const { say } = useSay();
  const { venue, level, route, position, here, onLevelChange } = map;
  const button = (icon: IconName, name: string, press: () => void, className = '') => (
    <button
      type="button"
      className={`map-button ${className}`}
      aria-label={name}
      title={name}
      onClick={press}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div className="map-buttons" ref={box}>
      {venue.levels.length > 1 ? (
        <LevelSwitch
          levels={venue.levels}
          shown={stack.shown ? undefined : level}
          here={position?.level ?? here?.level}
          goal={route?.destination.at.level}
          onChange={(next) => onLevelChange?.(next)}
          onAll={stack.possible ? stack.show : undefined}
        />
      ) : null}
      <fieldset className="map-group" data-on-map aria-label={say('map.label')}>
        {onModeChange === undefined ? null : (
          <button type="button" className="map-button map-mode" onClick={onModeChange}>
            {say(solid ? 'map.to-2d' : 'map.to-3d')}
          </button>
        )}
        {button('plus', say('map.zoom-in'), () => handle.current?.zoomBy(1.5), 'map-zoom')}
        {button('minus', say('map.zoom-out'), () => handle.current?.zoomBy(1 / 1.5), 'map-zoom')}
        {button('whole', say('map.whole'), () => handle.current?.frameLevel())}
      </fieldset>
    </div>
  );
}
