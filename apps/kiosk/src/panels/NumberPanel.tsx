import { type Hall, Icon, Notice, NumberPad, resolveEntry, useSay } from '@daoyin/ui';
import { useMemo, useState } from 'react';
import { useVisit } from '../state';
import { useKioskWords } from '../words';

/** The number on the ticket or of the window, typed on large keys, or the ticket's code held to the scanner. */
export function NumberPanel({ hall }: { readonly hall: Hall }) {
  const { say } = useSay();
  const word = useKioskWords();
  const { typed, problem, scanProblem } = useVisit();
  const [busy, setBusy] = useState(false);
  const letters = useMemo(
    () => [...new Set(hall.services?.series.map(({ letter }) => letter) ?? [])].sort(),
    [hall],
  );
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    const meant = await resolveEntry(typed, hall);
    setBusy(false);
    const asked = useVisit.getState();
    if (asked.typed !== typed || asked.tab !== 'number') return;
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
      {problem !== undefined ? (
        <Notice tone="error">{say(problem.key, problem.values)}</Notice>
      ) : scanProblem !== undefined ? (
        <Notice tone="error" icon="scan">
          {word(scanProblem.key, scanProblem.values)}
        </Notice>
      ) : (
        <p className="number-scan">
          <Icon name="scan" />
          {word('scan.hint')}
        </p>
      )}
      <NumberPad
        value={typed}
        letters={letters}
        onChange={(next) => useVisit.setState({ typed: next, problem: undefined, scanProblem: undefined })}
      />
      <button type="submit" className="button button-primary number-go" aria-busy={busy}>
        {say('kiosk.confirm')}
        <Icon name="chevron-right" />
      </button>
    </form>
  );
}
