import { useEffect, useState } from 'react';
import type { Hall } from '../api/useHall';
import type { Goal } from './goal';
import { type Shut, shutGoal } from './opening';

const LOOK_EVERY_MS = 30_000;

/** Whether a goal serves nobody at this hour, looked at again while time passes. */
export function useShut(hall: Hall, goal: Goal | undefined): Shut | undefined {
  const [shut, setShut] = useState<Shut | undefined>(undefined);
  useEffect(() => {
    const look = () => setShut(goal && shutGoal(hall, goal, Date.now()));
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [hall, goal]);
  return shut;
}
