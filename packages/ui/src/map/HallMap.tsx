import { lazy, type RefObject, Suspense, useMemo, useRef, useState } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { Icon, type IconName } from '../components/Icon';
import { LevelSwitch } from '../components/LevelSwitch';
import { useSilence } from '../guide/useSilence';
import { useSay } from '../language';
import { FlatPlan } from './FlatPlan';
import type { HallMapProps, MapHandle } from './types';
import { useSize } from './useSize';
import { hasWebGl } from './webgl';
import './map.css';

const SolidHall = lazy(() => import('./SolidHall').then((module) => ({ default: module.SolidHall })));

/** CSS pixels that nothing is framed within. */
const MARGIN = 12;

/** How long the note stays that there is no 3D here. */
const NOTE_MS = 6000;

export type MapMode = 'flat' | 'solid';

/** The map with its buttons: the flat plan at once, the hall in 3D when it is wanted, loaded and possible. */
export function HallMap({
  mode,
  onModeChange,
  here: own,
  ...map
}: HallMapProps & { readonly mode: MapMode; readonly onModeChange: (mode: MapMode) => void }) {
  const { say } = useSay();
  const handle = useRef<MapHandle | null>(null);
  const [unavailable, setUnavailable] = useState(false);
  const possible = useMemo(hasWebGl, []) && !unavailable;
  const solid = mode === 'solid' && possible;
  const noted = useSilence(possible, NOTE_MS);
  const buttons = useRef<HTMLDivElement>(null);
  const { width } = useSize(buttons);
  const insets = useMemo(
    () => ({ top: MARGIN, right: Math.max(MARGIN, width), bottom: MARGIN, left: MARGIN }),
    [width],
  );
  const props = { insets, ...map, here: own };
  const flat = <FlatPlan {...props} handle={handle} />;
  return (
    <div className="map" data-map={solid ? 'solid' : 'flat'}>
      {solid ? (
        <ErrorBoundary fallback={() => flat} onError={() => setUnavailable(true)}>
          <Suspense fallback={flat}>
            <SolidHall {...props} handle={handle} onUnavailable={() => setUnavailable(true)} />
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
        {...(possible ? { onModeChange: () => onModeChange(solid ? 'flat' : 'solid') } : {})}
      />
      {mode === 'solid' && !possible && !noted ? <p className="map-note">{say('map.no-3d')}</p> : null}
    </div>
  );
}

interface ButtonsProps extends HallMapProps {
  readonly handle: RefObject<MapHandle | null>;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly solid: boolean;
  readonly onModeChange?: () => void;
}

/** Every gesture as a button. */
function MapButtons({ handle, box, solid, onModeChange, ...map }: ButtonsProps) {
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
          shown={level}
          here={position?.level ?? here?.level}
          goal={route?.destination.at.level}
          onChange={(next) => onLevelChange?.(next)}
        />
      ) : null}
      <fieldset className="map-group" aria-label={say('map.label')}>
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
