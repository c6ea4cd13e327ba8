import type { Progress, Route } from '@daoyin/routing';
import type { Goal } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { endTrip } from '../state';

/** Once arrived, arrived: an uncertain dot does not take it back, only another goal does. */
export function useArrival(
  progress: Progress | undefined,
  goal: Goal | undefined,
  route: Route | undefined,
): readonly [boolean, () => void] {
  const [arrivedAt, setArrivedAt] = useState<Goal | undefined>(undefined);
  useEffect(() => {
    if (progress?.arrived && goal !== undefined && route !== undefined) setArrivedAt(goal);
  }, [progress, goal, route]);
  return [arrivedAt !== undefined && arrivedAt === goal, endTrip];
}
