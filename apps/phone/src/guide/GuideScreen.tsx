import type { Position } from '@daoyin/positioning';
import type { ReadingLine } from '@daoyin/protocol';
import {
  type GuideStep,
  type Hall,
  HallMap,
  placeAlong,
  stepsOf,
  useFeed,
  useSay,
  useWalk,
  walkerOf,
} from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useEffect, useMemo, useRef, useState } from 'react';
import { JourneyPanel } from '../journey/JourneyPanel';
import { usePlannedOrder } from '../journey/usePlannedOrder';
import { SourcesPanel } from '../sources/SourcesPanel';
import { certaintyOf, hearsBeacons } from '../sources/source';
import { useSources } from '../sources/useSources';
import { keepPlace, settings, useTrip } from '../state';
import { useTicketNews } from '../ticket/news';
import { TicketPanel } from '../ticket/TicketPanel';
import { Arrival } from './Arrival';
import { Banner } from './Banner';
import { HerePanel } from './HerePanel';
import { Notices } from './Notices';
import { Sheet } from './Sheet';
import { TellsBeacons } from './TellsBeacons';
import { useAnnouncements } from './useAnnouncements';
import { useArrival } from './useArrival';
import { useGoal } from './useGoal';
import { useLeaving } from './useLeaving';

/** The guided walk: the next step large, the map, and below it where one is going. */
export function GuideScreen({ hall }: { readonly hall: Hall }) {
  const trip = useTrip();
  const { say, language } = useSay();
  const hear = useRef<(readings: readonly ReadingLine[]) => void>(() => undefined);
  const { ticket, connection } = useFeed(trip.ticket, trip.session, (readings) => hear.current(readings));
  const goal = useGoal(hall, trip, ticket);
  const news = useTicketNews(ticket);
  const wishes = settings.store();
  const walk = useWalk(hall, goal, walkerOf(wishes), trip.start, wishes.tellsBeacons);
  const { session, via, watching } = trip;
  const sources = useSources({ hear: walk.hear, session, via, watching });
  hear.current = sources.relayed;
  const certainty = certaintyOf(walk.position, walk.stale);
  usePlannedOrder(trip.journey, walk);
  useKeptPlace(walk.position);
  const { position, route, progress } = walk;

  const [level, setLevel] = useShownLevel(hall, position?.level, route?.path[0]?.level);
  const [follow, setFollow] = useState(true);
  const [focus, setFocus] = useState<GuideStep | undefined>(undefined);
  const [picking, setPicking] = useState(false);
  const [arrived, dismiss] = useArrival(progress, goal, route);
  const steps = useMemo(() => (route === undefined ? [] : stepsOf(route, language)), [route, language]);
  const goalName = goal === undefined ? '' : labelText(goal.name, language);
  const leaving = useLeaving(ticket, walk);
  const captions = useAnnouncements({ walk, steps, news, leaving, window: goal?.window, arrived, goalName });
  const heading = route && progress && placeAlong(route, progress.travelled + 0.5).heading;

  const choose = (step: GuideStep) => {
    setFollow(false);
    setFocus(step);
    setLevel(step.manoeuvre.at.level);
  };
  return (
    <div className="guide" data-arrived={arrived}>
      <Banner walk={walk} steps={steps} listening={trip.session !== undefined} captions={captions} />
      <section className="guide-map" aria-label={say('map.label')}>
        <HallMap
          mode={trip.map}
          onModeChange={(map) => useTrip.setState({ map })}
          venue={hall.venue}
          paint={hall.paint}
          level={level}
          onLevelChange={(next) => {
            setFollow(false);
            setLevel(next);
          }}
          route={route}
          travelled={progress?.travelled}
          position={position}
          stale={certainty === 'sign'}
          heading={heading}
          highlightWindow={route?.destination.window ?? goal?.window}
          follow={follow && !picking}
          focus={focus?.manoeuvre.at}
          onFollowInterrupted={() => setFollow(false)}
          onSelect={(target) => {
            if (!picking) return;
            if (target.at === undefined) return;
            walk.setHere(target.at);
            setPicking(false);
          }}
        />
        {position !== undefined && !follow ? (
          <FollowButton
            onPress={() => {
              setFollow(true);
              setFocus(undefined);
              setLevel(position.level);
            }}
          />
        ) : null}
        <Notices
          walk={walk}
          certainty={certainty}
          connection={connection}
          ticket={ticket}
          news={news}
          goal={goal}
          goalName={goalName}
          picking={picking}
        />
      </section>
      {arrived && route !== undefined ? (
        <Arrival route={route} goalName={goalName} ticket={ticket} journey={trip.journey} onDone={dismiss} />
      ) : (
        <Sheet
          hall={hall}
          walk={walk}
          goal={goal}
          goalName={goalName}
          steps={steps}
          onChoose={choose}
          head={ticket === undefined ? null : <TicketPanel ticket={ticket} leaving={leaving} />}
        >
          {trip.journey === undefined ? null : (
            <JourneyPanel journey={trip.journey} here={route?.destination.window} />
          )}
          <HerePanel
            hall={hall}
            walk={walk}
            listening={trip.session !== undefined}
            picking={picking}
            onPick={setPicking}
            lost={certainty === 'sign'}
            onTold={() => {
              // the tap in which iOS may be asked for the phone's motion
              if (sources.states.steps === 'off') sources.turnOn('steps');
            }}
          />
          <SourcesPanel sources={sources} />
          {hearsBeacons(sources.states) ? <TellsBeacons /> : null}
        </Sheet>
      )}
    </div>
  );
}

/** How often the walker's place is kept for a page that is killed. */
const KEEP_EVERY_MS = 5000;

function useKeptPlace(position: Position | undefined): void {
  const keptMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (position === undefined || performance.now() - keptMs.current < KEEP_EVERY_MS) return;
    keptMs.current = performance.now();
    keepPlace(position);
  }, [position]);
}

function FollowButton({ onPress }: { readonly onPress: () => void }) {
  const { say } = useSay();
  return (
    <button type="button" className="button follow" onClick={onPress}>
      {say('map.locate')}
    </button>
  );
}

/** The storey shown: the walker's, until another is chosen; again the walker's when that changes. */
function useShownLevel(hall: Hall, walker: string | undefined, start: string | undefined) {
  const ground = hall.venue.levels.find(({ ordinal }) => ordinal === 0) ?? hall.venue.levels[0];
  const [level, setLevel] = useState(ground?.shortName ?? '');
  const current = walker ?? start;
  useEffect(() => {
    if (current !== undefined) setLevel(current);
  }, [current]);
  return [level, setLevel] as const;
}
