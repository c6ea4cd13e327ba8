import type { VenueBundle } from '@daoyin/protocol';
import { useEffect, useMemo, useState } from 'react';
import { type AreaPaint, areaPaintOf } from '../map/areas';
import { type Place, placesOf } from '../search/places';
import { fetchVenue } from './client';
import { onHallNews } from './hall-news';

/** The hall as a page needs it: its plan and beacons, what one can ask for, and its colours. */
export interface Hall extends VenueBundle {
  readonly places: readonly Place[];
  readonly paint: AreaPaint;
}

export type HallState =
  | { readonly kind: 'loading' }
  /** The server is away; the page goes on trying. */
  | { readonly kind: 'failed'; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly hall: Hall };

const RETRY_MS = 3000;

/**
 * The published venue: loaded as often as it takes, and again in its place when another version is published. What walks on
 * the page goes on.
 */
export function useHall(): HallState {
  const [bundle, setBundle] = useState<VenueBundle | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (bundle !== undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    void fetchVenue().then((result) => {
      if (!wanted) return;
      if (result.ok) return setBundle(result.value);
      setFailed(true);
      timer = setTimeout(() => setAttempt(attempt + 1), RETRY_MS);
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [bundle, attempt]);
  useEffect(() => {
    if (bundle === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const renew = async () => {
      const result = await fetchVenue();
      if (!isWanted) return;
      if (!result.ok) timer = setTimeout(() => void renew(), RETRY_MS);
      else if (result.value.version !== bundle.version) setBundle(result.value);
    };
    const stop = onHallNews((published) => {
      clearTimeout(timer);
      if (published !== bundle.version) void renew();
    });
    return () => {
      isWanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [bundle]);
  return useMemo(() => {
    if (bundle !== undefined) {
      const { venue, services } = bundle;
      return {
        kind: 'ready',
        hall: { ...bundle, places: placesOf(venue, services), paint: areaPaintOf(venue, services) },
      };
    }
    return failed ? { kind: 'failed', retry: () => setAttempt((n) => n + 1) } : { kind: 'loading' };
  }, [bundle, failed]);
}
