import type { TicketView } from '@daoyin/protocol';
import type { Route } from '@daoyin/routing';
import { Icon, TicketCard, useSay } from '@daoyin/ui';
import { useEffect, useRef } from 'react';

/** The end of the walk: on which side the window is, and what the ticket says. */
export function Arrival({
  route,
  goalName,
  ticket,
  onDone,
}: {
  readonly route: Route;
  readonly goalName: string;
  readonly ticket: TicketView | undefined;
  readonly onDone: () => void;
}) {
  const { say } = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { window, side } = route.destination;
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
      <button type="button" className="button button-primary" onClick={onDone}>
        {say('guide.thanks')}
      </button>
    </main>
  );
}
