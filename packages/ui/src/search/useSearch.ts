import { useEffect, useMemo, useRef, useState } from 'react';
import type { Place } from './places';
import type { SearchAnswer, SearchRequest } from './worker';

/**
 * The places that a query finds, best first; undefined while there is no query or no answer yet. The index with its pinyin is made in a worker the
 * first time that somebody types.
 */
export function useSearch(places: readonly Place[], query: string, limit = 30): readonly Place[] | undefined {
  const byId = useMemo(() => new Map(places.map((place) => [place.id, place])), [places]);
  const worker = useRef<Worker | undefined>(undefined);
  const asked = useRef(0);
  const [found, setFound] = useState<readonly Place[] | undefined>(undefined);
  const wanted = query.trim();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another venue needs another index.
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = undefined;
    },
    [places],
  );

  useEffect(() => {
    asked.current += 1;
    if (wanted === '') return setFound(undefined);
    worker.current ??= startSearch(places);
    const id = asked.current;
    const listen = ({ data }: MessageEvent<SearchAnswer>) => {
      if (data.id !== id) return;
      setFound(data.ids.flatMap((placeId) => byId.get(placeId) ?? []));
    };
    const asking = worker.current;
    asking.addEventListener('message', listen);
    asking.postMessage({ type: 'find', id, query: wanted, limit } satisfies SearchRequest);
    return () => asking.removeEventListener('message', listen);
  }, [wanted, places, byId, limit]);
  return found;
}

function startSearch(places: readonly Place[]): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const findables = places.map(({ id, words, context, weight }) => ({ id, names: words, context, weight }));
  worker.postMessage({ type: 'open', findables } satisfies SearchRequest);
  return worker;
}
