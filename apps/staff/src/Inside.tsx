import { Icon, type IconName, may, type Role, type Session } from '@daoyin/ui';
import { type ReactNode, useEffect, useState } from 'react';
import { Accounts } from './sections/Accounts';
import { Audit } from './sections/Audit';
import { Beacons } from './sections/Beacons';
import { Calls } from './sections/Calls';
import { Counter } from './sections/Counter';
import { Machines } from './sections/Machines';
import { PrintLinks } from './sections/PrintLinks';
import { SiteSettings } from './sections/SiteSettings';
import { useGuideCalls } from './useGuideCalls';
import { useStaffWords } from './words';

const sections = [
  { id: 'calls', icon: 'bell', least: 'viewer' },
  { id: 'counter', icon: 'window', least: 'editor' },
  { id: 'beacons', icon: 'locate', least: 'viewer' },
  { id: 'print', icon: 'copy', least: 'viewer' },
  { id: 'site', icon: 'settings', least: 'admin' },
  { id: 'accounts', icon: 'people', least: 'viewer' },
  { id: 'machines', icon: 'terminal', least: 'admin' },
  { id: 'audit', icon: 'clock', least: 'admin' },
] as const satisfies readonly { id: string; icon: IconName; least: Role }[];

type SectionId = (typeof sections)[number]['id'];

/** What somebody of this role may see and do, a section at a time; the address remembers which. */
export function Inside({ session, onEnd }: { readonly session: Session; readonly onEnd: () => void }) {
  const word = useStaffWords();
  const calls = useGuideCalls();
  const allowed = sections.filter(({ least }) => may(session, least));
  const [wanted, setWanted] = useState(location.hash.slice(1));
  const shown = allowed.find(({ id }) => id === wanted)?.id ?? 'calls';
  useEffect(() => {
    const changed = () => setWanted(location.hash.slice(1));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  const waiting = calls.rows?.filter(({ state }) => state === 'waiting').length ?? 0;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${word(`${shown}.tab`)} · 导引`;
  });
  const contents: Readonly<Record<SectionId, () => ReactNode>> = {
    calls: () => <Calls session={session} calls={calls} />,
    counter: () => <Counter session={session} />,
    beacons: () => <Beacons />,
    print: () => <PrintLinks />,
    site: () => <SiteSettings session={session} />,
    accounts: () => <Accounts session={session} onEnd={onEnd} />,
    machines: () => <Machines session={session} />,
    audit: () => <Audit />,
  };
  return (
    <div className="inside">
      <nav className="sections" aria-label={word('sections')}>
        {allowed.map(({ id, icon }) => (
          <a key={id} href={`#${id}`} aria-current={id === shown ? 'page' : undefined}>
            <Icon name={icon} />
            {word(`${id}.tab`)}
            {id === 'calls' && waiting > 0 ? <strong className="badge">{waiting}</strong> : null}
          </a>
        ))}
        <a href="/studio/">
          <Icon name="place" />
          {word('studio.tab')}
        </a>
      </nav>
      <main className="section">{contents[shown]()}</main>
    </div>
  );
}
