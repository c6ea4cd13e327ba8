import type { Hall, ThemeName } from '@daoyin/ui';
import { useSay } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import type { ReactNode } from 'react';
import { usePhoneBase } from '../PhoneCode';
import type { KioskPlace } from '../place';
import { settings } from '../state';
import { Turned } from '../Turned';
import { type KioskKey, useKioskWords } from '../words';
import { addressOf } from './address';
import { QUIET_SECONDS, useMachine } from './machine';
import { placeText, turnPlace } from './place-text';

const FACINGS: readonly { readonly degrees: number; readonly name: KioskKey }[] = [
  { degrees: 90, name: 'staff.north' },
  { degrees: 0, name: 'staff.east' },
  { degrees: 270, name: 'staff.south' },
  { degrees: 180, name: 'staff.west' },
];

/** What staff set on this machine: where it stands and looks to, when it asks, how it is at rest. */
export function StaffPanel({
  hall,
  place,
  onDone,
}: {
  readonly hall: Hall;
  readonly place: KioskPlace | undefined;
  readonly onDone: () => void;
}) {
  const { language } = useSay();
  const word = useKioskWords();
  const machine = useMachine();
  const base = usePhoneBase();
  const setPlace = (text: string) => settings.store.setState({ place: text });
  const kiosks = hall.venue.kiosks.filter(({ name }) => labelText(name, language) !== '');
  const degrees =
    place?.facing === undefined ? undefined : Math.round((place.facing * 180) / Math.PI + 360) % 360;
  const placeName = place === undefined ? '—' : labelText(place.name, language) || placeText(place);
  return (
    <section className="staff">
      <h1>{word('staff.title')}</h1>
      <div className="staff-scroll">
        <Turned>
          <Group title={word('staff.place')}>
            <p>
              {word('staff.place-now', { place: placeName })} · {word('staff.place-tap')}
            </p>
            <Choices
              name={word('staff.place-kiosk')}
              chosen={settings.store.getState().place}
              choices={kiosks.map(({ id, name, level }) => [id, `${labelText(name, language)} ${level}`])}
              onChoose={setPlace}
            />
          </Group>
          <Group title={word('staff.facing')}>
            <Choices
              name={word('staff.facing')}
              chosen={degrees}
              choices={FACINGS.map((one) => [one.degrees, word(one.name)])}
              onChoose={(to) => place && setPlace(turnPlace(place, to))}
            />
          </Group>
          <Group title={word('staff.quiet')}>
            <Choices
              name={word('staff.quiet')}
              chosen={machine.quietSeconds}
              choices={QUIET_SECONDS.map((seconds) => [seconds, `${seconds}`])}
              onChoose={(quietSeconds) => useMachine.setState({ quietSeconds })}
            />
          </Group>
          <Group title={word('staff.theme')}>
            <Choices<ThemeName | 'auto'>
              name={word('staff.theme')}
              chosen={machine.theme}
              choices={[
                ['auto', word('staff.theme-auto')],
                ['light', word('staff.theme-light')],
                ['dark', word('staff.theme-dark')],
              ]}
              onChoose={(theme) => {
                useMachine.setState({ theme });
                settings.store.setState({ theme });
              }}
            />
          </Group>
          <Group title={word('staff.language')}>
            <Choices
              name={word('staff.language')}
              chosen={machine.language}
              choices={[
                ['zh', '中文'],
                ['en', 'English'],
              ]}
              onChoose={(to) => useMachine.setState({ language: to as 'zh' | 'en' })}
            />
          </Group>
          <Group title={word('staff.phone')}>
            <p>{base ?? word('staff.phone-none')}</p>
          </Group>
          {place === undefined ? null : (
            <Group title={word('staff.address')}>
              <p className="staff-address">{addressOf(location.href, placeText(place), machine)}</p>
              <p>{word('staff.address-hint')}</p>
            </Group>
          )}
          <Group title={word('staff.version')}>
            <p>{hall.version.slice(0, 12)}</p>
          </Group>
        </Turned>
      </div>
      <div className="idle-buttons">
        <button type="button" className="button button-primary" onClick={onDone}>
          {word('staff.done')}
        </button>
        <button type="button" className="button" onClick={() => location.reload()}>
          {word('staff.reload')}
        </button>
      </div>
    </section>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="staff-group">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

function Choices<T extends string | number>({
  name,
  chosen,
  choices,
  onChoose,
}: {
  readonly name: string;
  readonly chosen: T | undefined;
  readonly choices: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}) {
  return (
    <fieldset className="gaits" aria-label={name}>
      {choices.map(([value, text]) => (
        <button
          type="button"
          key={value}
          className="button gait"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
