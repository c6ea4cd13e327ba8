import type { TicketView } from '@daoyin/protocol';
import {
  type Goal,
  type GuideStep,
  type Hall,
  Icon,
  RouteList,
  SwitchRow,
  TicketCard,
  useSay,
  type Walk,
} from '@daoyin/ui';
import { type ReactNode, useState } from 'react';
import { settings } from '../state';

/** Below the map: the goal, how far, the ticket, the step-free switch, and all steps in words. */
export function Sheet({
  walk,
  goal,
  goalName,
  ticket,
  steps,
  onChoose,
  children,
}: {
  readonly hall: Hall;
  readonly walk: Walk;
  readonly goal: Goal | undefined;
  readonly goalName: string;
  readonly ticket: TicketView | undefined;
  readonly steps: readonly GuideStep[];
  readonly onChoose: (step: GuideStep) => void;
  readonly children: ReactNode;
}) {
  const { say } = useSay();
  const { stepFree } = settings.store();
  const [open, setOpen] = useState(false);
  const { progress, route } = walk;
  return (
    <main className={open ? 'sheet sheet-open' : 'sheet'}>
      <div className="sheet-goal">
        {goal?.window === undefined ? (
          <span className="seal">
            <Icon name="place" />
          </span>
        ) : (
          <span className="seal">{goal.window}</span>
        )}
        <div className="sheet-facts">
          <h1>{goalName}</h1>
          {progress === undefined || route === undefined ? null : (
            <p className="sheet-left">
              <strong data-testid="distance-left">
                {say('guide.left', { metres: Math.round(progress.distanceLeft) })}
              </strong>
              <span>{minutes(progress.durationLeft)}</span>
            </p>
          )}
        </div>
        {route === undefined ? null : <span className="level-badge">{route.destination.at.level}</span>}
      </div>
      {ticket === undefined ? null : <TicketCard ticket={ticket} />}
      {children}
      <SwitchRow
        icon="wheelchair"
        name={say('guide.step-free')}
        hint={say('guide.step-free-hint')}
        on={stepFree}
        onChange={(on) => settings.store.setState({ stepFree: on })}
      />
      {steps.length === 0 ? null : (
        <section>
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
    return seconds < 60 ? say('guide.under-minute') : say('guide.minutes', { minutes: Math.round(seconds / 60) });
  }
}
