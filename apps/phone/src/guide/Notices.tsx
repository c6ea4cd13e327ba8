import type { TicketView } from '@daoyin/protocol';
import {
  type ConnectionState,
  type Goal,
  Notice,
  refusalOf,
  ShutNotice,
  useSay,
  type Walk,
} from '@daoyin/ui';
import { useEffect, useRef, useState } from 'react';
import { settings } from '../state';

/** A ring wider than this many metres is said in words. */
const UNCERTAIN = 9;
const MOVED_SHOWN_MS = 15_000;

/** What the walker must know now, one sentence at a time, the most pressing first. */
export function Notices({
  walk,
  connection,
  ticket,
  goal,
  goalName,
  picking,
}: {
  readonly walk: Walk;
  readonly connection: ConnectionState;
  readonly ticket: TicketView | undefined;
  readonly goal: Goal | undefined;
  readonly goalName: string;
  readonly picking: boolean;
}) {
  const { say, language } = useSay();
  const { stepFree } = settings.store();
  const moved = useMovedWindow(ticket);
  const { position, problem, stale, progress } = walk;
  return <div className="notices">{notice()}</div>;

  function notice() {
    if (picking) return <Notice tone="info">{say('here.map-picking')}</Notice>;
    if (problem !== undefined) {
      const reason = problem.reason?.[language] ?? '';
      return <Notice tone="error">{say(refusalOf(problem, stepFree), { goal: goalName, reason })}</Notice>;
    }
    if (ticket !== undefined && ticket.window !== null && goal === undefined)
      return <Notice tone="error">{say('guide.unknown-window', { window: ticket.window })}</Notice>;
    if (moved !== undefined) return <Notice tone="warn">{say('ticket.moved', { window: moved })}</Notice>;
    if (connection === 'lost')
      return (
        <Notice tone="warn" icon="offline">
          {say('net.lost')}
        </Notice>
      );
    if (position !== undefined && stale)
      return <Notice tone="warn">{say('guide.lost', { goal: goalName })}</Notice>;
    if (progress?.offRoute) return <Notice tone="info">{say('guide.off-route')}</Notice>;
    if (walk.shut !== undefined && ticket === undefined)
      return <ShutNotice shut={walk.shut} goalName={goalName} />;
    if (position !== undefined && position.accuracy95 > UNCERTAIN)
      return (
        <Notice tone="info">{say('guide.uncertain', { metres: Math.round(position.accuracy95) })}</Notice>
      );
    return null;
  }
}

/** The window that a ticket was moved to, for a while after the move. */
function useMovedWindow(ticket: TicketView | undefined): string | undefined {
  const before = useRef<string | undefined>(undefined);
  const [moved, setMoved] = useState<string | undefined>(undefined);
  const window = ticket?.window ?? undefined;
  useEffect(() => {
    if (window === undefined) return;
    const last = before.current;
    before.current = window;
    if (last === undefined || last === window) return;
    setMoved(window);
    const timer = setTimeout(() => setMoved(undefined), MOVED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [window]);
  return moved;
}
