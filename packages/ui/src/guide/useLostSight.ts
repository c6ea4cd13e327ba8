import { useEffect, useState } from 'react';

/** A page that was hidden for longer may have missed a whole corridor, or a lift. */
const UNSEEN_MS = 15_000;

/**
 * Whether a dot that the walker told and their steps carry on has lost them: a hidden page counts no steps, so after a while in a pocket,
 * or turned off in a lift, it says a place where they were. Until they tell another: `told` counts how often they did.
 */
export function useLostSight(carried: boolean, told: number): boolean {
  const [lost, setLost] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: found again each time that they tell.
  useEffect(() => setLost(false), [told]);
  useEffect(() => {
    if (!carried) return;
    let hiddenMs: number | undefined;
    const seen = () => {
      if (document.visibilityState === 'hidden') hiddenMs = Date.now();
      else if (hiddenMs !== undefined && Date.now() - hiddenMs > UNSEEN_MS) setLost(true);
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [carried]);
  return lost;
}
