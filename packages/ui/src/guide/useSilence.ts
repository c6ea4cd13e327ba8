import { useEffect, useState } from 'react';

/** Whether `value` has not changed for so many milliseconds; false before the first. */
export function useSilence(value: unknown, ms: number): boolean {
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    setSilent(false);
    if (value === undefined) return;
    const timer = setTimeout(() => setSilent(true), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return silent;
}
