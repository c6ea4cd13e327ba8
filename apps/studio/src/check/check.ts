import type { Issue } from '@daoyin/venue';
import { create } from 'zustand';
import { type StudioDocument, useStudio } from '../store/studio';
import type { Look } from './worker';

export interface CheckState {
  readonly issues: readonly Issue[];
  /** The document that they are about; another one is being looked at while it differs from the present. */
  readonly of: StudioDocument | undefined;
  readonly tookMs: number;
}

export const useCheck = create<CheckState>()(() => ({ issues: [], of: undefined, tookMs: 0 }));

const CALM_MS = 400;

/** Looks at every state of the document, as one types; the newest counts. */
export function startChecking(): () => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let [count, isBusy] = [0, false];
  let asked: StudioDocument | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const document = useStudio.getState().history.present;
    if (isBusy || document === asked) return;
    const isSamePlan = asked?.venue === document.venue;
    asked = document;
    isBusy = true;
    worker.postMessage({ id: ++count, document, isSamePlan } satisfies Look);
  };
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<{ issues: readonly Issue[]; tookMs: number }>) => {
      isBusy = false;
      useCheck.setState({ issues: data.issues, of: asked, tookMs: data.tookMs });
      look();
    },
  );
  const stop = useStudio.subscribe((now, before) => {
    if (now.history.present === before.history.present) return;
    clearTimeout(timer);
    timer = setTimeout(look, CALM_MS);
  });
  look();
  return () => {
    stop();
    clearTimeout(timer);
    worker.terminate();
  };
}
