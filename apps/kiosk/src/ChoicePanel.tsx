import { type Hall, Icon, type IconName, type MessageKey, useSay } from '@daoyin/ui';
import type { KeyboardEvent } from 'react';
import { FacilityPanel } from './panels/FacilityPanel';
import { NumberPanel } from './panels/NumberPanel';
import { PlacePanel } from './panels/PlacePanel';
import { SearchPanel } from './panels/SearchPanel';
import { TicketPanel } from './panels/TicketPanel';
import type { KioskPlace } from './place';
import { type Tab, useVisit } from './state';

const tabs: readonly { readonly tab: Tab; readonly icon: IconName; readonly name: MessageKey }[] = [
  { tab: 'number', icon: 'digits', name: 'kiosk.tab-number' },
  { tab: 'search', icon: 'search', name: 'kiosk.tab-search' },
  { tab: 'departments', icon: 'department', name: 'kiosk.tab-departments' },
  { tab: 'themes', icon: 'service', name: 'kiosk.tab-themes' },
  { tab: 'facilities', icon: 'toilet', name: 'kiosk.tab-facilities' },
  { tab: 'ticket', icon: 'ticket', name: 'kiosk.tab-ticket' },
];

/** "Where to?" in six ways, of which the first needs only the number on the ticket. */
export function ChoicePanel({
  hall,
  place,
}: {
  readonly hall: Hall;
  readonly place: KioskPlace | undefined;
}) {
  const { say } = useSay();
  const { tab: chosen } = useVisit();
  const possible = tabs.filter(({ tab }) => isPossible(tab, hall));
  return (
    <>
      <div className="tabs" role="tablist" aria-label={say('find.title')} onKeyDown={turnTabs}>
        {possible.map(({ tab, icon, name }) => (
          <button
            type="button"
            role="tab"
            key={tab}
            id={`tab-${tab}`}
            className="tab"
            aria-selected={tab === chosen}
            aria-controls="choice"
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() =>
              useVisit.setState({ tab, theme: undefined, problem: undefined, scanProblem: undefined })
            }
          >
            <Icon name={icon} />
            {say(name)}
          </button>
        ))}
      </div>
      <div className="choice" role="tabpanel" id="choice" aria-labelledby={`tab-${chosen}`}>
        <Chosen tab={chosen} hall={hall} place={place} />
      </div>
    </>
  );
}

/** Tabs are one stop of the keyboard; the arrows, Home and End go through them, as ARIA's practices have it. */
function turnTabs(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const now = all.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: all.length - 1 }[event.key];
  const next = to === undefined ? undefined : all.at(to % all.length);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.click();
}

function Chosen({
  tab,
  hall,
  place,
}: {
  readonly tab: Tab;
  readonly hall: Hall;
  readonly place: KioskPlace | undefined;
}) {
  switch (tab) {
    case 'number':
      return <NumberPanel hall={hall} />;
    case 'search':
      return <SearchPanel hall={hall} />;
    case 'departments':
      return <PlacePanel hall={hall} kind="department" place={place} />;
    case 'themes':
      return <PlacePanel hall={hall} kind="theme" place={place} />;
    case 'facilities':
      return <FacilityPanel hall={hall} />;
    case 'ticket':
      return <TicketPanel hall={hall} />;
  }
}

function isPossible(tab: Tab, { places, services }: Hall): boolean {
  if (tab === 'departments') return places.some(({ kind }) => kind === 'department');
  if (tab === 'themes') return places.some(({ kind }) => kind === 'theme');
  if (tab === 'facilities') return places.some(({ kind }) => kind === 'facility');
  return tab !== 'ticket' || services !== null;
}
