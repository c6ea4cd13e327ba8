import type { parseHours } from '@daoyin/services';
import { useEffect, useState } from 'react';

export type HoursReader = typeof parseHours | 'coming' | 'away';

let reader: HoursReader = 'coming';

/**
 * What reads hours: a hundred kilobytes, fetched when the first field for hours is shown. `away` where the line is broken: the check, which has
 * a reader of its own, says of hours that nobody can read.
 */
export function useHoursReader(): HoursReader {
  const [now, setNow] = useState(() => reader);
  useEffect(() => {
    if (typeof reader === 'function') return;
    const come = (next: HoursReader) => {
      reader = next;
      setNow(() => next);
    };
    void import('./parse-hours').then(
      (module) => come(module.parseHours),
      () => come('away'),
    );
  }, []);
  return now;
}
