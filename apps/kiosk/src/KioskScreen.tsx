import {
  featureGoal,
  type Goal,
  type Hall,
  HallMap,
  type HallMapProps,
  Notice,
  stepsOf,
  useFeed,
  useSay,
  useWalk,
  walkerOf,
  windowGoal,
} from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ChoicePanel } from './ChoicePanel';
import { GuideCall } from './call/GuideCall';
import { closeCall, useGuideCall } from './call/useGuideCall';
import { Dock } from './Dock';
import { IdleGuard } from './IdleGuard';
import { MastHead } from './MastHead';
import { PinDialog } from './machine/PinDialog';
import { movePlace } from './machine/place-text';
import { StaffPanel } from './machine/StaffPanel';
import type { KioskPlace } from './place';
import { RoutePanel } from './RoutePanel';
import { useScan } from './scan/useScan';
import { settings, useVisit } from './state';
import { Turned } from './Turned';
import { useAnimatedWalk } from './useAnimatedWalk';
import { useKeptFocus } from './useKeptFocus';

const unheard = () => undefined;

/** What is chosen on the map: a window or anything else that the lists have too. */
type Selected = Parameters<NonNullable<HallMapProps['onSelect']>>[0];

/** The map with "you are here", and beside or below it the choice, the route, or what staff set. */
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
  const [staff, setStaff] = useState<'away' | 'knocking' | 'here'>('away');
  const { ticket, connection } = useFeed(visit.ticket, undefined, unheard);
  const goal = useGoal(hall, visit.goal, ticket?.window ?? undefined);
  const { route, problem, shut } = useWalk(hall, goal, walkerOf(wishes), place?.at);
  const shown = goal === undefined ? undefined : route;
  const steps = useMemo(() => (shown === undefined ? [] : stepsOf(shown, language)), [shown, language]);
  const walk = useAnimatedWalk(shown);
  const home = place?.at.level;
  const [level, setLevel] = useShownLevel(hall, home, walk.position?.level, shown);
  useScan(hall);
  const panel = useRef<HTMLElement>(null);
  useKeptFocus(panel);
  const asked = useGuideCall(({ state }) => state.kind === 'asking' || state.kind === 'failed');
  const chosen = visit.goal !== undefined || visit.ticket !== undefined;
  const view = staff === 'here' ? 'staff' : chosen ? 'route' : 'choice';
  const select = (target: Selected) => {
    if (staff === 'here') {
      if (target.at !== undefined) settings.store.setState({ place: movePlace(place, target.at) });
      return;
    }
    const wanted = goalOf(hall, target);
    if (wanted !== undefined) useVisit.setState({ goal: wanted, ticket: undefined, taken: false });
  };
  return (
    <div
      className="kiosk"
      data-reach={wishes.lowReach ? 'low' : 'normal'}
      data-view={view}
      data-tab={visit.tab}
    >
      <MastHead title={labelText(hall.venue.name, language)} onStaff={() => setStaff('knocking')} />
      <section className="kiosk-map" aria-label={say('kiosk.here')}>
        <HallMap
          storeys
          mode={visit.map}
          onModeChange={(map) => useVisit.setState({ map })}
          venue={hall.venue}
          paint={hall.paint}
          level={level}
          onLevelChange={(next) => {
            walk.stop();
            setLevel(next);
          }}
          onSelect={select}
          route={shown}
          travelled={walk.travelled}
          position={walk.position}
          heading={walk.heading}
          here={place?.at}
          upHeading={place?.facing}
          highlightWindow={shown?.destination.window}
        />
        <Here place={place} />
      </section>
      <main className="kiosk-panel" ref={panel}>
        <Turned>
          <GuideCall hall={hall} place={place} />
          {connection === 'lost' ? (
            <Notice tone="warn" icon="offline">
              {say('net.lost')}
            </Notice>
          ) : null}
          {view === 'staff' ? (
            <StaffPanel hall={hall} place={place} onDone={() => setStaff('away')} />
          ) : view === 'route' ? (
            <RoutePanel
              venue={hall.venue.id}
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
            <ChoicePanel hall={hall} place={place} />
          )}
        </Turned>
      </main>
      <Dock />
      {staff === 'knocking' ? (
        <PinDialog onOpen={() => setStaff('here')} onClose={() => setStaff('away')} />
      ) : null}
      <IdleGuard
        busy={staff !== 'away' || asked}
        onLeave={() => {
          setStaff('away');
          if (asked) closeCall();
        }}
      />
    </div>
  );
}

function Here({ place }: { readonly place: KioskPlace | undefined }) {
  const { say, language } = useSay();
  const name = place === undefined ? '' : labelText(place.name, language);
  return (
    <p className="kiosk-here" data-on-map="sign">
      <span className="kiosk-here-mark" aria-hidden="true" />
      {say('kiosk.here')}
      {name === '' ? null : <span className="kiosk-here-name">· {name}</span>}
      {place === undefined ? null : <span>· {place.at.level}</span>}
    </p>
  );
}

/** The window that the ticket is called to, else what was chosen. */
function useGoal(hall: Hall, chosen: Goal | undefined, window: string | undefined): Goal | undefined {
  return useMemo(
    () => (window === undefined ? chosen : windowGoal(hall.venue, window)),
    [hall, chosen, window],
  );
}

function goalOf(hall: Hall, target: Selected): Goal | undefined {
  if (target.kind === 'window') return windowGoal(hall.venue, target.number);
  return target.kind === 'feature' ? featureGoal(hall, target.id) : undefined;
}

/** The storey on the map: where the kiosk stands, then where the walk is, or what was touched. */
function useShownLevel(hall: Hall, home: string | undefined, walked: string | undefined, route: unknown) {
  const [level, setLevel] = useState(home ?? hall.venue.levels[0]?.shortName ?? '');
  const step = walked ?? home;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new route is shown from its start.
  useEffect(() => {
    if (step !== undefined) setLevel(step);
  }, [step, route]);
  return [level, setLevel] as const;
}
