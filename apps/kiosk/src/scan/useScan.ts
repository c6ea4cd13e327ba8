import { featureGoal, type Hall, resolveEntry } from '@daoyin/ui';
import { usePhoneBase } from '../PhoneCode';
import { type ScanProblem, useVisit } from '../state';
import { readCode } from './read-code';
import { useScanner } from './useScanner';

/** What is scanned at the kiosk leads at once, whatever was on the screen before. */
export function useScan(hall: Hall): void {
  const base = usePhoneBase();
  const origins = base === undefined ? [location.origin] : [location.origin, base];
  useScanner(
    (text) => {
      const today = new Date().toLocaleDateString('sv-SE');
      void lead(readCode(text, { origins, today }), hall);
    },
    (typed) =>
      useVisit.setState(({ query }) => ({ query: query.slice(0, Math.max(0, query.length - typed)) })),
  );
}

const fresh = {
  typed: '',
  theme: undefined,
  goal: undefined,
  ticket: undefined,
  taken: false,
  problem: undefined,
  scanProblem: undefined,
} as const;

async function lead(code: ReturnType<typeof readCode>, hall: Hall): Promise<void> {
  switch (code.kind) {
    case 'entry': {
      const meant = await resolveEntry(code.text, hall);
      if (meant.kind === 'goal') useVisit.setState({ ...fresh, goal: meant.goal });
      else if (meant.kind === 'ticket') useVisit.setState({ ...fresh, ticket: meant.ticket.number });
      else useVisit.setState({ ...fresh, tab: 'number', typed: code.text, problem: meant.problem });
      return;
    }
    case 'feature': {
      const goal = featureGoal(hall, code.id);
      return goal === undefined ? refuse({ key: 'scan.strange' }) : useVisit.setState({ ...fresh, goal });
    }
    case 'theme': {
      const known = hall.services?.themes.some(({ id }) => id === code.id) === true;
      return known
        ? useVisit.setState({ ...fresh, tab: 'themes', theme: code.id })
        : refuse({ key: 'scan.strange' });
    }
    case 'other-hall':
      return refuse({ key: 'scan.other-hall', values: { host: code.host } });
    case 'old':
      return refuse({ key: 'scan.old', values: { day: code.day } });
    case 'strange':
      return refuse({ key: 'scan.strange' });
  }
}

const refuse = (scanProblem: ScanProblem): void =>
  useVisit.setState({ ...fresh, tab: 'number', scanProblem });
