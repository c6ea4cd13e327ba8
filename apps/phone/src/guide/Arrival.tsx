import type { TicketView } from '@daoyin/protocol';
import type { Route } from '@daoyin/routing';
import { Icon, TicketCard, useSay } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useEffect, useRef } from 'react';
import type { Journey } from '../journey/journey';
import { goToStep } from '../state';
import { useWords } from '../words';

/** The end of the walk: on which side the window is, what the ticket says, and what comes next on a journey. */
export function Arrival({
  route,
  goalName,
  ticket,
  journey,
  onDone,
}: {
  readonly route: Route;
  readonly goalName: string;
  readonly ticket: TicketView | undefined;
  readonly journey: Journey | undefined;
  readonly onDone: () => void;
}) {
  const { say, language } = useSay();
  const word = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { window, side } = route.destination;
  const next = journey?.steps[journey.at + 1];
  const where = say(`guide.side-${side ?? 'ahead'}`);
  return (
    <main className="sheet arrival" data-testid="arrival">
      <span className="arrival-mark">
        <Icon name="check" />
      </span>
      <h1 ref={heading} tabIndex={-1}>
        {say('guide.arrived')}
      </h1>
      <p className="arrival-where">
        {window === undefined
          ? say('guide.arrived-place', { name: goalName, side: where })
          : say('guide.arrived-window', { window, side: where })}
      </p>
      {window === undefined ? null : <span className="seal arrival-seal">{window}</span>}
      {ticket === undefined ? null : <TicketCard ticket={ticket} />}
      {journey === undefined ? (
        <button type="button" className="button button-primary" onClick={onDone}>
          {say('guide.thanks')}
        </button>
      ) : (
        <button type="button" className="button button-primary" onClick={() => goToStep(journey.at + 1)}>
          {next === undefined
            ? word('journey.finish')
            : word('journey.next', { name: labelText(next.name, language) })}
        </button>
      )}
    </main>
  );
}
