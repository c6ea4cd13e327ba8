import type { TicketView } from '@daoyin/protocol';
import type { Walk } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { type Leaving, leavingOf } from '../ticket/leaving';

const TICK_MS = 10_000;

/** When to get up for the ticket, told anew every ten seconds and with each word from the server. */
export function useLeaving(ticket: TicketView | undefined, { route, progress }: Walk): Leaving {
  const [told, setTold] = useState({ ticket, atMs: 0, nowMs: 0 });
  useEffect(() => {
    const atMs = performance.now();
    setTold({ ticket, atMs, nowMs: atMs });
    const timer = setInterval(() => setTold({ ticket, atMs, nowMs: performance.now() }), TICK_MS);
    return () => clearInterval(timer);
  }, [ticket]);
  if (ticket === undefined) return { kind: 'none' };
  const aged = told.ticket === ticket ? (told.nowMs - told.atMs) / 1000 : 0;
  return leavingOf(ticket, progress?.durationLeft ?? route?.duration, aged);
}
