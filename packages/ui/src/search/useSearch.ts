import { useEffect, useMemo, useRef, useState } from 'react';
import type { Place } from './places';
import type { SearchAnswer, SearchRequest } from './worker';

/**
 * The places that a query finds, best first; undefined while there is no query or no answer yet. The index with its pinyin is made in a worker the
 * first time that somebody types, and kept for as long as the venue stays the same.
 */
export function useSearch(places: readonly Place[], query: string, limit = 30): readonly Place[] | undefined {
  const byId = useMemo(() => new Map(places.map((place) => [place.id, place])), [places]);
  const [found, setFound] = useState<readonly Place[] | undefined>(undefined);
  const asked = useRef(0);
  const wanted = query.trim();

  useEffect(() => {
    asked.current += 1;
    const turn = asked.current;
    if (wanted === '') return setFound(undefined);
    void ask(places, wanted, limit).then((ids) => {
      if (turn === asked.current) setFound(ids.flatMap((id) => byId.get(id) ?? []));
    });
    return () => {
      asked.current += 1;
    };
  }, [wanted, places, byId, limit]);
  return found;
}

/** Those of the words that find anything in this venue; none until the index has answered. */
export function useFindable(places: readonly Place[], words: readonly string[]): readonly string[] {
  const [findable, setFindable] = useState<readonly string[]>([]);
  useEffect(() => {
    let wanted = true;
    void Promise.all(words.map((word) => ask(places, word, 1))).then((answers) => {
      if (wanted) setFindable(words.filter((_, at) => answers[at]!.length > 0));
    });
    return () => {
      wanted = false;
    };
  }, [places, words]);
  return findable;
}

interface Index {
  readonly places: readonly Place[];
  readonly worker: Worker;
  readonly waiting: Map<number, (ids: readonly string[]) => void>;
}

let open: Index | undefined;
let lastId = 0;

function ask(places: readonly Place[], query: string, limit: number): Promise<readonly string[]> {
  if (open?.places !== places) {
    open?.worker.terminate();
    open = openIndex(places);
  }
  const { worker, waiting } = open;
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker.postMessage({ type: 'find', id, query, limit } satisfies SearchRequest);
  });
}

function openIndex(places: readonly Place[]): Index {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting: Index['waiting'] = new Map();
  worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
    waiting.get(data.id)?.(data.ids);
    waiting.delete(data.id);
  });
  const findables = places.map(({ id, words, context, weight }) => ({ id, names: words, context, weight }));
  worker.postMessage({ type: 'open', findables } satisfies SearchRequest);
  return { places, worker, waiting };
}
