import { lazy, type RefObject, Suspense, useMemo, useRef, useState } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { Icon, type IconName } from '../components/Icon';
import { LevelSwitch } from '../components/LevelSwitch';
import { useSay } from '../language';
import { FlatPlan } from './FlatPlan';
import type { HallMapProps, MapHandle } from './types';
import { hasWebGl } from './webgl';
import './map.css';

const SolidHall = lazy(() => import('./SolidHall').then((module) => ({ default: module.SolidHall })));

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
  const props = { ...map, here: own };
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
        solid={solid}
        {...(possible ? { onModeChange: () => onModeChange(solid ? 'flat' : 'solid') } : {})}
      />
      {mode === 'solid' && !possible ? <p className="map-note">{say('map.no-3d')}</p> : null}
    </div>
  );
}

interface ButtonsProps extends HallMapProps {
  readonly handle: RefObject<MapHandle | null>;
  readonly solid: boolean;
  readonly onModeChange?: () => void;
}

/** Every gesture as a button. */
function MapButtons({ handle, solid, onModeChange, ...map }: ButtonsProps) {
  const { say } = useSay();
  const { venue, level, route, position, here, onLevelChange, insets } = map;
  const style = insets && { top: insets.top, bottom: insets.bottom, right: insets.right };
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
    <div className="map-buttons" {...(style ? { style } : {})}>
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
