import { useSyncExternalStore } from 'react';

const MOST_PIXELS = 6e6;

/**
 * Device pixels for one CSS pixel of the canvas and its labels: the screen's, up to 3; less, in quarters, where the window would
 * have more than 6 million.
 */
export function pixelRatio(): number {
  const affordable = Math.sqrt(MOST_PIXELS / Math.max(1, innerWidth * innerHeight));
  const ratio = Math.min(devicePixelRatio, 3);
  return ratio <= affordable ? Math.max(1, ratio) : Math.max(1, Math.floor(4 * affordable) / 4);
}

/** The ratio, as windows are resized, zoomed and moved to other screens. */
export function usePixelRatio(): number {
  return useSyncExternalStore(watch, pixelRatio);
}

function watch(changed: () => void): () => void {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}
