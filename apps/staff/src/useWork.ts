import type { ApiResult } from '@daoyin/ui';
import { statusOf } from '@daoyin/ui';
import { useState } from 'react';
import { type StaffKey, useStaffWords } from './words';

export interface Work {
  readonly busy: boolean;
  /** What went wrong last, in words. */
  readonly fault: string | undefined;
  /** That the last change was made, in words. */
  readonly done: string | undefined;
  /** Does one thing at a time; gives its value where it went well. */
  readonly run: <T>(task: () => Promise<ApiResult<T>>) => Promise<{ readonly value: T } | undefined>;
}

/** Doing something on the server and saying how it went. */
export function useWork(): Work {
  const word = useStaffWords();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [done, setDone] = useState<string | undefined>(undefined);
  return {
    busy,
    fault,
    done,
    run: async (task) => {
      setBusy(true);
      const answer = await task();
      setBusy(false);
      setDone(answer.ok ? word('done') : undefined);
      if (answer.ok) {
        setFault(undefined);
        return { value: answer.value };
      }
      const status = statusOf(answer.error);
      const detail = answer.error.kind === 'refused' ? answer.error.detail : '';
      setFault(word(faultKey(status), { status, detail }));
      return undefined;
    },
  };
}

const WORDED = new Set([0, 401, 403, 404, 409, 410, 422, 429]);

const faultKey = (status: number): StaffKey =>
  WORDED.has(status) ? (`fault.${status}` as StaffKey) : 'fault.other';
