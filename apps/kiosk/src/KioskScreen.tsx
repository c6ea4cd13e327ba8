import {
  type Hall,
  HallMap,
  Notice,
  stepsOf,
  useFeed,
  useSay,
  useWalk,
  walkerOf,
  windowGoal,
} from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useEffect, useMemo, useState } from 'react';
import { ChoicePanel } from './ChoicePanel';
import { Dock } from './Dock';
import { IdleGuard } from './IdleGuard';
import { MastHead } from './MastHead';
import type { KioskPlace } from './place';
import { RoutePanel } from './RoutePanel';
import { settings, useVisit } from './state';
import { useAnimatedWalk } from './useAnimatedWalk';

const unheard = () => undefined;

/** The map with "you are here", and beside or below it either the choice or the route. */
export function KioskScreen({
  hall,
  place,
}: {
  readonly hall: Hall;
  readonly place: KioskPlace | undefined;
}) {
  const { say, language } = useSay();
  const visit = useVisit();
  const wishes = settings.store();
  const { lowReach } = wishes;
  const { ticket, connection } = useFeed(visit.ticket, undefined, unheard);
  const window = ticket?.window ?? undefined;
  const goal = useMemo(
    () => (window === undefined ? visit.goal : windowGoal(hall.venue, window)),
    [hall, visit.goal, window],
  );
  const { route, problem, shut } = useWalk(hall, goal, walkerOf(wishes), place?.at);
  const shown = goal === undefined ? undefined : route;
  const steps = useMemo(() => (shown === undefined ? [] : stepsOf(shown, language)), [shown, language]);
  const walk = useAnimatedWalk(shown);
  const [level, setLevel] = useState(place?.at.level ?? hall.venue.levels[0]?.shortName ?? '');
  const home = place?.at.level;
  const step = walk.position?.level ?? home;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new route is shown from its start.
  useEffect(() => {
    if (step !== undefined) setLevel(step);
  }, [step, shown]);
  const chosen = visit.goal !== undefined || visit.ticket !== undefined;
  return (
    <div className="kiosk" data-reach={lowReach ? 'low' : 'normal'} data-view={chosen ? 'route' : 'choice'}>
      <MastHead title={labelText(hall.venue.name, language)} />
      <div className="kiosk-map">
        <HallMap
          mode={visit.map}
          onModeChange={(map) => useVisit.setState({ map })}
          venue={hall.venue}
          paint={hall.paint}
          level={level}
          onLevelChange={(next) => {
            walk.stop();
            setLevel(next);
          }}
          route={shown}
          travelled={walk.travelled}
          position={walk.position}
          heading={walk.heading}
          here={place?.at}
          upHeading={place?.facing}
          highlightWindow={shown?.destination.window}
        />
        <p className="kiosk-here">
          <span className="kiosk-here-mark" aria-hidden="true" />
          {say('kiosk.here')}
          {place === undefined || labelText(place.name, language) === ''
            ? ''
            : ` · ${labelText(place.name, language)}`}
          {home === undefined ? '' : ` · ${home}`}
        </p>
      </div>
      <main className="kiosk-panel">
        {connection === 'lost' ? (
          <Notice tone="warn" icon="offline">
            {say('net.lost')}
          </Notice>
        ) : null}
        {chosen ? (
          <RoutePanel
            hall={hall}
            goal={goal}
            ticket={ticket}
            route={shown}
            problem={problem}
            shut={ticket === undefined ? shut : undefined}
            steps={steps}
            walk={walk}
            place={place}
          />
        ) : (
          <ChoicePanel hall={hall} />
        )}
      </main>
      <Dock />
      <IdleGuard />
    </div>
  );
}
