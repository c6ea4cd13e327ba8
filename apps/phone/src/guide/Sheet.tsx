import type { VenuePoint } from '@daoyin/geometry';
import type { Route } from '@daoyin/routing';
import {
  type Goal,
  type GuideStep,
  type Hall,
  Icon,
  placeAlong,
  RouteList,
  useSay,
  type Walk,
  WalkerChoice,
} from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { endTrip, settings } from '../state';

/** Metres past a step at which it counts as done. */
const PAST_STEP = 1.5;

/** Below the map: the goal, how far, the ticket or the journey, the step-free switch, and all steps in words. */
export function Sheet({
  hall,
  walk,
  goal,
  goalName,
  steps,
  onChoose,
  head,
  children,
}: {
  readonly hall: Hall;
  readonly walk: Walk;
  readonly goal: Goal | undefined;
  readonly goalName: string;
  readonly steps: readonly GuideStep[];
  readonly onChoose: (step: GuideStep) => void;
  /** What comes right below the goal. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}) {
  const { say } = useSay();
  const [open, setOpen] = useState(false);
  const { progress, route, position } = walk;
  const asking = position === undefined;
  const duty = useDuty(hall, goal?.window);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'start' });
  }, [open]);
  const following = progress === undefined ? undefined : steps[progress.next];
  return (
    <main className={open ? 'sheet sheet-open' : asking ? 'sheet' : 'sheet sheet-walking'}>
      <div className="sheet-goal">
        {goal?.window === undefined ? (
          <span className="seal">
            <Icon name="place" />
          </span>
        ) : (
          <span className="seal">{goal.window}</span>
        )}
        <div className="sheet-facts">
          <h1>
            {duty === '' ? goalName : <span className="visually-hidden">{goalName} </span>}
            {duty}
          </h1>
          {progress === undefined || route === undefined ? null : (
            <p className="sheet-left">
              <strong data-testid="distance-left">
                {say('guide.left', { metres: Math.round(progress.distanceLeft) })}
              </strong>
              <span className="level-badge">{route.destination.at.level}</span>
              <span>{minutes(progress.durationLeft)}</span>
            </p>
          )}
        </div>
        <button type="button" className="button sheet-end" aria-label={say('guide.end')} onClick={endTrip}>
          <Icon name="close" />
        </button>
      </div>
      {head}
      {walk.told && following !== undefined && route !== undefined ? (
        <button
          type="button"
          className="button button-primary"
          onClick={() => walk.setHere(placeAfter(following, route))}
        >
          {say('here.next')}
        </button>
      ) : null}
      {children}
      {asking ? null : <WalkerChoice store={settings.store} />}
      {steps.length === 0 ? null : (
        <section ref={list}>
          <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? say('guide.close-steps') : say('guide.steps-count', { count: steps.length })}
            <Icon name={open ? 'chevron-down' : 'chevron-up'} />
          </button>
          {open ? (
            <RouteList
              steps={steps}
              current={progress?.next}
              onChoose={(step) => {
                setOpen(false);
                onChoose(step);
              }}
            />
          ) : null}
        </section>
      )}
    </main>
  );

  function minutes(seconds: number): string {
    return seconds < 60
      ? say('guide.under-minute')
      : say('guide.minutes', { minutes: Math.round(seconds / 60) });
  }
}

/** Where a walker is who has done a step: a little past it, or where the ride ends. */
function placeAfter({ manoeuvre }: GuideStep, route: Route): VenuePoint {
  const ride = manoeuvre.kind === 'take-connector' ? (manoeuvre.length ?? 0) : 0;
  return placeAlong(route, manoeuvre.distance + ride + PAST_STEP).at;
}

/** What the sign over a window says below its number. */
function useDuty(hall: Hall, window: string | undefined): string {
  const { language } = useSay();
  const duty = hall.services?.windows.find(({ number }) => number === window)?.duty;
  return duty === undefined ? '' : labelText(duty, language);
}
