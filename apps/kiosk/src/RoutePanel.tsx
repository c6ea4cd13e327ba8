import type { TicketView } from '@daoyin/protocol';
import type { NoRoute, Route } from '@daoyin/routing';
import {
  type Goal,
  type GuideStep,
  Icon,
  Notice,
  RouteList,
  refusalOf,
  type Shut,
  ShutNotice,
  TicketCard,
  useSay,
  WalkerChoice,
} from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { PhoneCode } from './PhoneCode';
import { phoneAddress } from './phone-address';
import type { KioskPlace } from './place';
import { backToChoice, settings, useVisit } from './state';
import { Turned } from './Turned';
import type { AnimatedWalk } from './useAnimatedWalk';
import { useReadAloud } from './useReadAloud';
import { useKioskWords } from './words';

/** The way from here: how far, every step in words, the walk to watch, and a code to take it along. */
export function RoutePanel({
  goal,
  ticket,
  route,
  problem,
  shut,
  steps,
  walk,
  place,
  venue,
}: {
  readonly goal: Goal | undefined;
  readonly ticket: TicketView | undefined;
  readonly route: Route | undefined;
  readonly problem: NoRoute['error'] | undefined;
  readonly shut: Shut | undefined;
  readonly steps: readonly GuideStep[];
  readonly walk: AnimatedWalk;
  readonly place: KioskPlace | undefined;
  /** The venue's id. */
  readonly venue: string;
}) {
  const { say, language } = useSay();
  const word = useKioskWords();
  const voice = useReadAloud(steps, language);
  const { stepFree } = settings.store();
  const { taken, holder } = useVisit();
  const name = goal === undefined ? '' : labelText(goal.name, language);
  const window = route?.destination.window ?? goal?.window;
  return (
    <section className="route">
      <div className="route-head">
        <button type="button" className="button route-back" onClick={backToChoice}>
          <Icon name="arrow-left" />
          {say('kiosk.back')}
        </button>
        <span className="seal">{window ?? <Icon name="place" />}</span>
        <div className="route-facts">
          <h1>{name}</h1>
          {route === undefined ? null : (
            <p className="route-length">
              <strong data-testid="route-length">
                {say('guide.total', { metres: Math.max(1, Math.round(route.length)) })}
              </strong>
              <span>{minutes(route.duration)}</span>
              <span className="level-badge">{route.destination.at.level}</span>
            </p>
          )}
        </div>
      </div>
      {taken && ticket !== undefined ? (
        <p className="route-taken">
          {say('ticket.taken')} <strong>{ticket.number}</strong> <span>{say('ticket.keep')}</span>
        </p>
      ) : null}
      {ticket === undefined ? null : <TicketCard ticket={ticket} />}
      {problem === undefined || goal === undefined ? null : (
        <Notice tone="error">
          {say(refusalOf(problem, stepFree), { goal: name, reason: problem.reason?.[language] ?? '' })}
        </Notice>
      )}
      {shut === undefined ? null : <ShutNotice shut={shut} goalName={name} />}
      {route === undefined && problem === undefined && goal !== undefined ? (
        <p role="status">{word('route.loading')}</p>
      ) : null}
      <div className="route-tools">
        <WalkerChoice store={settings.store} />
        {route === undefined ? null : (
          <div className="route-shows">
            <button
              type="button"
              className="button button-primary"
              onClick={() => (walk.playing ? walk.stop() : walk.play())}
            >
              <Icon name={walk.playing ? 'stop' : 'play'} />
              {say(walk.playing ? 'kiosk.walk-stop' : 'kiosk.walk')}
            </button>
            {voice.possible ? (
              <button type="button" className="button" onClick={voice.toggle}>
                <Icon name={voice.reading ? 'stop' : 'voice'} />
                {word(voice.reading ? 'route.reading' : 'route.read')}
              </button>
            ) : null}
          </div>
        )}
      </div>
      <div className="route-body">
        <div className="route-steps">
          <Turned rows=".steps > li">
            <RouteList steps={steps} />
          </Turned>
        </div>
        {route === undefined ? null : (
          <PhoneCode
            title={say('kiosk.take-along')}
            hint={say('kiosk.take-along-hint')}
            address={(base) =>
              phoneAddress({
                base,
                ticket: ticket?.number,
                holder,
                route,
                place,
                venue,
                goal: goal?.name ?? {},
              })
            }
          />
        )}
      </div>
    </section>
  );

  function minutes(seconds: number): string {
    return seconds < 60
      ? say('guide.under-minute')
      : say('guide.minutes', { minutes: Math.round(seconds / 60) });
  }
}
