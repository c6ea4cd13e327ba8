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
import type { Certainty } from '../sources/source';
import { settings } from '../state';
import { newsSentence, type TicketNews } from '../ticket/news';
import { useWords } from '../words';

/** What the walker must know now, one sentence at a time, the most pressing first. */
export function Notices({
  walk,
  certainty,
  connection,
  ticket,
  news,
  goal,
  goalName,
  picking,
}: {
  readonly walk: Walk;
  readonly certainty: Certainty | undefined;
  readonly connection: ConnectionState;
  readonly ticket: TicketView | undefined;
  readonly news: TicketNews | undefined;
  readonly goal: Goal | undefined;
  readonly goalName: string;
  readonly picking: boolean;
}) {
  const { say, language } = useSay();
  const { stepFree } = settings.store();
  const word = useWords();
  const { position, problem, stale, progress } = walk;
  return <div className="notices">{notice()}</div>;

  function notice() {
    if (picking) return <Notice tone="info">{say('here.map-picking')}</Notice>;
    if (problem !== undefined) {
      const reason = problem.reason?.[language] ?? '';
      return <Notice tone="error">{say(refusalOf(problem, stepFree), { goal: goalName, reason })}</Notice>;
    }
    if (news !== undefined)
      return <Notice tone={ticket?.state === 'done' ? 'ok' : 'warn'}>{newsSentence(news, say)}</Notice>;
    if (ticket?.state === 'passed' && goal !== undefined)
      return <Notice tone="warn">{word('ticket.passed-way')}</Notice>;
    if (ticket !== undefined && (ticket.state === 'done' || ticket.state === 'cancelled'))
      return <Notice tone="info">{word('ticket.over')}</Notice>;
    if (ticket !== undefined && ticket.window !== null && goal === undefined)
      return <Notice tone="error">{say('guide.unknown-window', { window: ticket.window })}</Notice>;
    if (connection === 'lost')
      return (
        <Notice tone="warn" icon="offline">
          {say('net.lost')}
        </Notice>
      );
    if (position !== undefined && stale)
      return <Notice tone="warn">{say('guide.lost', { goal: goalName })}</Notice>;
    if (certainty === 'sign')
      return <Notice tone="warn">{word('guide.look-for', { goal: goalName })}</Notice>;
    if (progress?.offRoute) return <Notice tone="info">{say('guide.off-route')}</Notice>;
    if (walk.shut !== undefined && ticket === undefined)
      return <ShutNotice shut={walk.shut} goalName={goalName} />;
    if (position !== undefined && certainty === 'area')
      return (
        <Notice tone="info">{say('guide.uncertain', { metres: Math.round(position.accuracy95) })}</Notice>
      );
    return null;
  }
}
