import type { GuideCallView } from '@daoyin/protocol';
import { type ConnectionState, openEventStream, request } from '@daoyin/ui';
import { useCallback, useEffect, useState } from 'react';

export interface GuideCallList {
  readonly rows: readonly GuideCallView[] | undefined;
  readonly connection: ConnectionState;
  /** Puts a call in as the server just gave it. */
  readonly take: (call: GuideCallView) => void;
}

const ASK_AGAIN_MS = 30_000;

/** All calls for a guide, live; asked for as a whole at each new connection and twice a minute. */
export function useGuideCalls(): GuideCallList {
  const [rows, setRows] = useState<readonly GuideCallView[] | undefined>(undefined);
  const [connection, setConnection] = useState<ConnectionState>('connecting');
  const take = useCallback((call: GuideCallView) => setRows((known) => withCall(known ?? [], call)), []);
  useEffect(() => {
    const ask = () =>
      void request<readonly GuideCallView[]>('/api/guide-calls').then((answer) => {
        if (answer.ok) setRows(answer.value);
      });
    const stream = openEventStream({
      call: 'all',
      onEvent: (event) => {
        if (event.type === 'guide-call') take(event.call);
      },
      onState: (state) => {
        setConnection(state);
        if (state === 'open') ask();
      },
    });
    const timer = setInterval(ask, ASK_AGAIN_MS);
    return () => {
      stream.close();
      clearInterval(timer);
    };
  }, [take]);
  return { rows, connection, take };
}

/** The list with a call as it is now; open calls first, the longest waiting on top. */
export function withCall(rows: readonly GuideCallView[], call: GuideCallView): readonly GuideCallView[] {
  const known = rows.find(({ id }) => id === call.id);
  if (known !== undefined && known.updatedAtMs > call.updatedAtMs) return rows;
  const rest = rows.filter(({ id }) => id !== call.id);
  return [...rest, call].toSorted(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || a.askedAtMs - b.askedAtMs,
  );
}

export const isOver = ({ state }: GuideCallView): boolean => state === 'done' || state === 'cancelled';
