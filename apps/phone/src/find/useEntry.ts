import type { Demonstration, TicketView } from '@daoyin/protocol';
import { type EntryProblem, type Hall, resolveEntry } from '@daoyin/ui';
import { useCallback, useEffect, useState } from 'react';
import { followTicket, goTo, settings, useTrip } from '../state';
import type { PhoneKey } from '../words';

export interface EntryState {
  readonly text: string;
  readonly problem: EntryProblem | undefined;
  /** What the address that was opened asks for and the hall has not. */
  readonly complaint: Complaint | undefined;
  readonly busy: boolean;
  readonly setText: (text: string) => void;
  /** Starts the guidance to what was typed, or says what is wrong. */
  readonly submit: (text: string) => Promise<void>;
  readonly complain: (key: PhoneKey, values?: Complaint['values']) => void;
}

export interface Complaint {
  readonly key: PhoneKey;
  readonly values?: Readonly<Record<string, string>>;
}

/** The one field of the first screen. What is submitted before the hall's plan has come waits for it. */
export function useEntry(
  hall: Hall | undefined,
  demonstration: Demonstration | undefined | 'asking',
): EntryState {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<EntryProblem | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState<string | undefined>(undefined);
  const [complaint, setComplaint] = useState<Complaint | undefined>(undefined);

  const submit = useCallback(
    async (typed: string) => {
      setText(typed);
      setProblem(undefined);
      setComplaint(undefined);
      setBusy(true);
      setWaiting(hall === undefined ? typed : undefined);
      if (hall === undefined) return;
      const meant = await resolveEntry(typed, hall);
      setBusy(false);
      if (meant.kind === 'problem') return setProblem(meant.problem);
      setText('');
      if (meant.kind === 'goal') goTo(meant.goal);
      else startTicket(meant.ticket, demonstration);
    },
    [hall, demonstration],
  );
  const waits = hall !== undefined && waiting !== undefined;
  useEffect(() => {
    if (waits) void submit(waiting);
  }, [waits, waiting, submit]);

  const change = useCallback((next: string) => {
    setText(next);
    setProblem(undefined);
    setComplaint(undefined);
  }, []);
  const complain = useCallback<EntryState['complain']>(
    (key, values) => setComplaint({ key, ...(values === undefined ? {} : { values }) }),
    [],
  );
  return { text, problem, complaint, busy, setText: change, submit, complain };
}

/** Follows a ticket; with the demonstration's own come its visitor's readings and way of walking. */
function startTicket({ number }: TicketView, demonstration: Demonstration | undefined | 'asking'): void {
  const shown = typeof demonstration === 'object' && demonstration.ticket === number;
  if (shown) settings.store.setState({ stepFree: demonstration.profile === 'step-free' });
  followTicket(number);
  if (shown) useTrip.setState({ session: demonstration.session, watching: true });
}
