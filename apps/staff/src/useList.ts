import { request } from '@daoyin/ui';
import { useCallback, useEffect, useState } from 'react';

export interface List<T> {
  /** Undefined until the first answer. */
  readonly rows: readonly T[] | undefined;
  readonly failed: boolean;
  readonly refresh: () => void;
}

/** A list of the server, asked again every `everyMs` where that is given. What was last known stays while it cannot be asked. */
export function useList<T>(path: string, everyMs?: number): List<T> {
  const [rows, setRows] = useState<readonly T[] | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(() => {
    void request<readonly T[]>(path).then((answer) => {
      setFailed(!answer.ok);
      if (answer.ok) setRows(answer.value);
    });
  }, [path]);
  useEffect(() => {
    refresh();
    if (everyMs === undefined) return;
    const timer = setInterval(refresh, everyMs);
    return () => clearInterval(timer);
  }, [refresh, everyMs]);
  return { rows, failed, refresh };
}
