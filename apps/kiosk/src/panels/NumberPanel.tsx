import { type Hall, Icon, Notice, NumberPad, resolveEntry, useSay } from '@daoyin/ui';
import { useMemo, useState } from 'react';
import { useVisit } from '../state';

/** The number on the ticket or of the window, typed on large keys. */
export function NumberPanel({ hall }: { readonly hall: Hall }) {
  const { say } = useSay();
  const { typed, problem } = useVisit();
  const [busy, setBusy] = useState(false);
  const letters = useMemo(
    () => [...new Set(hall.services?.series.map(({ letter }) => letter) ?? [])].sort(),
    [hall],
  );
  const submit = async () => {
    setBusy(true);
    const meant = await resolveEntry(typed, hall);
    setBusy(false);
    if (meant.kind === 'problem') useVisit.setState({ problem: meant.problem });
    else if (meant.kind === 'goal') useVisit.setState({ goal: meant.goal, problem: undefined });
    else useVisit.setState({ ticket: meant.ticket.number, problem: undefined });
  };
  return (
    <form
      className="number"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1>{say('kiosk.number-title')}</h1>
      <output className="number-typed" data-empty={typed === ''} aria-live="polite">
        {typed === '' ? say('kiosk.number-hint') : typed}
      </output>
      {problem === undefined ? null : <Notice tone="error">{say(problem.key, problem.values)}</Notice>}
      <NumberPad
        value={typed}
        letters={letters}
        onChange={(next) => useVisit.setState({ typed: next, problem: undefined })}
      />
      <button type="submit" className="button button-primary number-go" disabled={busy}>
        {say('kiosk.confirm')}
        <Icon name="chevron-right" />
      </button>
    </form>
  );
}
