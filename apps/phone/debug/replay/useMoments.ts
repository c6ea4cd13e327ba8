import { useEffect, useState } from 'react';
import type { Moment, ReplaySettings } from './moments';
import type { MomentBatch } from './worker';

/** The moments computed so far: the estimator runs in a worker, so that the page stays alive meanwhile. */
export function useMoments({ walk, register, estimator }: ReplaySettings): MomentBatch {
  const [batch, setBatch] = useState<MomentBatch>({ moments: [], done: false });
  useEffect(() => {
    setBatch({ moments: [], done: false });
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const moments: Moment[] = [];
    worker.addEventListener('message', ({ data }: MessageEvent<MomentBatch>) => {
      moments.push(...data.moments);
      setBatch({ moments: [...moments], done: data.done });
    });
    worker.postMessage({ walk, register, estimator } satisfies ReplaySettings);
    return () => worker.terminate();
  }, [walk, register, estimator]);
  return batch;
}
