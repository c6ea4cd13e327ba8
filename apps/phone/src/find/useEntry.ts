import type { Demonstration } from '@daoyin/protocol';
import { type ApiError, fetchTicket, type Hall, type MessageKey, readEntry, windowGoal } from '@daoyin/ui';
import { useCallback, useState } from 'react';
import { settings, useTrip } from '../state';

/** What is wrong with what was typed, to be worded where it is shown. */
export interface EntryProblem {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string>>;
}

export interface EntryState {
  readonly text: string;
  readonly problem: EntryProblem | undefined;
  readonly busy: boolean;
  readonly setText: (text: string) => void;
  /** Starts the guidance to what was typed, or says what is wrong; words are left to the search. */
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
      const entry = readEntry(typed, hall.venue);
      if (entry.kind === 'ticket') {
        setBusy(true);
        setProblem(await startTicket(entry.number, demonstration));
        setBusy(false);
        return;
      }
      if (entry.kind === 'window') return useTrip.setState({ goal: windowGoal(hall.venue, entry.window) });
      setProblem(problemOf(entry, hall));
    },
    [hall, demonstration],
  );
  const change = useCallback((next: string) => {
    setText(next);
    setProblem(undefined);
  }, []);
  return { text, problem, busy, setText: change, submit };
}

function problemOf(
  entry: Exclude<ReturnType<typeof readEntry>, { kind: 'ticket' | 'window' }>,
  hall: Hall,
): EntryProblem {
  if (entry.kind === 'empty') return { key: 'error.empty', values: {} };
  if (entry.kind === 'words') return { key: 'error.unknown', values: { text: entry.text } };
  return hall.venue.windows.length === 0
    ? { key: 'guide.no-windows', values: {} }
    : { key: 'guide.unknown-window', values: { window: entry.window } };
}

/** Opens a ticket; in the demonstration its visitor's readings come with it. */
async function startTicket(
  number: string,
  demonstration: Demonstration | undefined | 'asking',
): Promise<EntryProblem | undefined> {
  const result = await fetchTicket(number);
  if (!result.ok) return ticketProblem(result.error, number);
  const shown = typeof demonstration === 'object' && demonstration.ticket === result.value.number;
  if (shown) settings.store.setState({ stepFree: demonstration.profile === 'step-free' });
  useTrip.setState({
    ticket: result.value.number,
    ...(shown ? { session: demonstration.session } : {}),
  });
  return undefined;
}

function ticketProblem(error: ApiError, number: string): EntryProblem {
  switch (error.kind) {
    case 'not-found':
      return { key: 'error.unknown-ticket', values: { number } };
    case 'offline':
      return { key: 'error.offline', values: { number } };
    case 'refused':
    case 'server':
      return { key: 'error.server', values: { status: String(error.status) } };
  }
}
