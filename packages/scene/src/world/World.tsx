import { findWindow } from '@daoyin/venue';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { AreaStyle } from '../build/style';
import type { LabelLayer } from '../labels/engine';
import { isSeenBelow } from '../layout';
import type { Palette } from '../palette';
import type { Stage } from '../stage';
import type { FrameStats, HallSceneProps } from '../types';
import { Beacons } from './Beacons';
import { Director } from './Director';
import { Disc } from './Disc';
import { Ground } from './Ground';
import { Highlight } from './Highlight';
import { Labels } from './Labels';
import { RouteRibbon } from './RouteRibbon';
import { Storey } from './Storey';

export interface WorldProps {
  readonly stage: Stage;
  readonly scene: HallSceneProps;
  readonly palette: Palette;
  readonly style: AreaStyle;
  readonly layers: readonly LabelLayer[];
  readonly onFrame: RefObject<((stats: FrameStats) => void) | undefined>;
}

/** Everything inside the canvas. */
export function World({ stage, scene, palette, style, layers, onFrame }: WorldProps) {
  const {
    venue,
    level,
    route,
    travelled = 0,
    position,
    heading,
    stale = false,
    truth,
    beacons,
    here,
    highlightWindow,
  } = scene;
  const wanted = useSeenLevels(scene);
  const lowest = venue.levels.find(
    ({ shortName }) => level === undefined || shortName === level || isSeenBelow(venue, shortName, level),
  );
  const window = useMemo(
    () => (highlightWindow ? findWindow(venue, highlightWindow) : undefined),
    [venue, highlightWindow],
  );
  const start = route?.path[0];
  return (
    <>
      <Director stage={stage} onFrame={onFrame} />
      {lowest && <Ground stage={stage} level={lowest} palette={palette} />}
      {venue.levels
        .filter(({ shortName }) => wanted.has(shortName))
        .map((storey) => (
          <Storey
            key={storey.id}
            stage={stage}
            venue={venue}
            level={storey}
            palette={palette}
            style={style}
          />
        ))}
      {beacons && <Beacons stage={stage} venue={venue} register={beacons} palette={palette} />}
      {window && <Highlight stage={stage} venue={venue} window={window} palette={palette} />}
      {route && <RouteRibbon stage={stage} route={route} travelled={travelled} palette={palette} />}
      {start && !position && <Disc stage={stage} at={start} colour={palette.route} radius={6} order={28} />}
      {here && <Disc stage={stage} at={here} colour={palette.here} ring={1.6} radius={7} order={29} />}
      {truth && <Disc stage={stage} at={truth} colour={palette.truth} radius={5} order={31} glide={0.4} />}
      {position && (
        <Disc
          stage={stage}
          at={position}
          colour={stale ? palette.beaconRetired : palette.dot}
          ring={position.accuracy95}
          heading={heading}
          order={32}
          glide={0.9}
        />
      )}
      {layers.map((layer, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place: the venue's below the visitor's
        <Labels key={i} stage={stage} layer={layer} order={40 + i} />
      ))}
    </>
  );
}

const LATER_MS = 250;

/**
 * Storeys are built when first shown, and stay: levels already seen, with the present one. What is only seen through its voids
 * comes a moment later, so that the first picture does not wait for it.
 */
function useSeenLevels({ venue, level }: HallSceneProps): ReadonlySet<string> {
  const seen = useMemo(() => ({ venue, levels: new Set<string>() }).levels, [venue]);
  const [, setCount] = useState(0);
  if (level === undefined) for (const { shortName } of venue.levels) seen.add(shortName);
  else seen.add(level);
  useEffect(() => {
    if (level === undefined) return;
    const below = venue.levels.filter(({ shortName }) => isSeenBelow(venue, shortName, level));
    if (below.every(({ shortName }) => seen.has(shortName))) return;
    const later = setTimeout(() => {
      for (const { shortName } of below) seen.add(shortName);
      setCount(seen.size);
    }, LATER_MS);
    return () => clearTimeout(later);
  }, [venue, level, seen]);
  return seen;
}
