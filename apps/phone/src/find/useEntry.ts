import type { Demonstration, TicketView } from '@daoyin/protocol';
import { type EntryProblem, type Hall, resolveEntry } from '@daoyin/ui';
import { useCallback, useState } from 'react';
import { settings, useTrip } from '../state';

export interface EntryState {
  readonly text: string;
  readonly problem: EntryProblem | undefined;
  readonly busy: boolean;
  readonly setText: (text: string) => void;
  /** Starts the guidance to what was typed, or says what is wrong. */
  readonly submit: (text: string) => Promise<void>;
}

/** The one field of the first screen. */
export function useEntry(hall: Hall, demonstration: Demonstration | undefined | 'asking'): EntryState {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<EntryProblem | undefined>(undefined);
  const [busy, setBusy] = useState(false);

  const submit = useCallback(
    async (typed: string) => {
      setText(typed);
      setProblem(undefined);
      setBusy(true);
      const meant = await resolveEntry(typed, hall);
      setBusy(false);
      if (meant.kind === 'problem') return setProblem(meant.problem);
      setText('');
      if (meant.kind === 'goal') useTrip.setState({ goal: meant.goal });
      else startTicket(meant.ticket, demonstration);
    },
    [hall, demonstration],
  );
  const change = useCallback((next: string) => {
    setText(next);
    setProblem(undefined);
  }, []);
  return { text, problem, busy, setText: change, submit };
}

/** Follows a ticket; with the demonstration's own come its visitor's readings and way of walking. */
function startTicket({ number }: TicketView, demonstration: Demonstration | undefined | 'asking'): void {
  const shown = typeof demonstration === 'object' && demonstration.ticket === number;
  if (shown) settings.store.setState({ stepFree: demonstration.profile === 'step-free' });
  useTrip.setState({ ticket: number, ...(shown ? { session: demonstration.session } : {}) });
}
