import { useSay } from '@daoyin/ui';
import { type Beacon, labelText, nextBeaconId } from '@daoyin/venue';
import { useState } from 'react';
import { localDay } from '../health/day';
import { perform, useDocument, useStudio } from '../store/studio';
import { CameraBox } from './CameraBox';
import { confirmInstalled, hangDevice, swapDevices } from './confirm';
import { type Identity, readScanned, type Scanned } from './identity';
import { NearBox } from './NearBox';
import { roomOf } from './round';
import { goTo, markDone, useRound } from './store';
import { type InstallKey, useInstallWords } from './words';

/** The beacon that one stands under: where it is, and what hangs there told by scanning, listening or typing. */
export function Stop({ beacon, before }: { readonly beacon: Beacon; readonly before: Beacon | undefined }) {
  const word = useInstallWords();
  const readOnly = useStudio((state) => state.readOnly);
  const { register } = useDocument();
  const { at } = useRound();
  const [way, setWay] = useState<'camera' | 'ears' | undefined>(undefined);
  const [said, setSaid] = useState<{ readonly scanned: Scanned; readonly text: string } | undefined>(
    undefined,
  );
  const isRight = (scanned: Scanned) => scanned.kind === 'beacon' && scanned.id === beacon.id;
  const settle = (scanned: Scanned, text: string) => {
    if (!isRight(scanned)) return setSaid({ scanned, text });
    perform(confirmInstalled(beacon.id, localDay()), 'beacon.installed');
    markDone(beacon.id);
  };
  const take = (text: string) => {
    setWay(undefined);
    settle(readScanned(text, register), text);
  };
  return (
    <section className="install-stop" aria-label={beacon.id}>
      <h2 className="install-id">{beacon.id}</h2>
      <Where beacon={beacon} before={before} />
      {said ? <Answer beacon={beacon} said={said} onClose={() => setSaid(undefined)} /> : null}
      {way === 'camera' ? <CameraBox onText={take} onClose={() => setWay(undefined)} /> : null}
      {way === 'ears' ? <NearBox onTake={(scanned) => settle(scanned, '')} /> : null}
      <div className="install-buttons">
        <button
          type="button"
          className="install-button"
          disabled={readOnly}
          aria-pressed={way === 'camera'}
          onClick={() => setWay(way === 'camera' ? undefined : 'camera')}
        >
          {word('scan')}
        </button>
        <button
          type="button"
          className="install-button"
          disabled={readOnly}
          aria-pressed={way === 'ears'}
          onClick={() => setWay(way === 'ears' ? undefined : 'ears')}
        >
          {word(way === 'ears' ? 'listen.stop' : 'listen')}
        </button>
      </div>
      <Typed disabled={readOnly} onTake={take} />
      <div className="install-buttons">
        <button
          type="button"
          className="install-button install-done"
          disabled={readOnly}
          onClick={() => settle({ kind: 'beacon', id: beacon.id }, '')}
        >
          ✓ {word('done')}
        </button>
      </div>
      <div className="install-buttons">
        <button type="button" className="install-button" disabled={at === 0} onClick={() => goTo(at - 1)}>
          {word('back')}
        </button>
        <button type="button" className="install-button" onClick={() => goTo(at + 1)}>
          {word('skip')}
        </button>
      </div>
    </section>
  );
}

function Typed({
  disabled,
  onTake,
}: {
  readonly disabled: boolean;
  readonly onTake: (text: string) => void;
}) {
  const word = useInstallWords();
  return (
    <form
      className="install-typed"
      onSubmit={(event) => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get('text')).trim();
        event.currentTarget.reset();
        if (text !== '') onTake(text);
      }}
    >
      <label className="field">
        <span>{word('typed')}</span>
        <input
          name="text"
          disabled={disabled}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={300}
        />
      </label>
      <button type="submit" className="install-button" disabled={disabled}>
        {word('take')}
      </button>
    </form>
  );
}

const WAYS = ['e', 'ne', 'n', 'nw', 'w', 'sw', 's', 'se'] as const;

function Where({ beacon, before }: { readonly beacon: Beacon; readonly before: Beacon | undefined }) {
  const word = useInstallWords();
  const { language } = useSay();
  const { venue } = useDocument();
  const { at, height, note } = beacon;
  if (!at) return null;
  const room = venue.units.find(({ id }) => id === roomOf(at, venue));
  const name = room ? labelText(room.name, language) : '';
  return (
    <p className="install-where">
      <strong>{at.level}</strong> {at.x.toFixed(1)}, {at.y.toFixed(1)} · {word('height', { height })}
      {name === '' ? '' : ` · ${word('room', { room: name })}`}
      <br />
      {before?.at?.level === at.level ? stretch(before.at, at) : word('go.first')}
      {note === undefined ? '' : ` · ${note}`}
    </p>
  );

  function stretch(
    from: { readonly x: number; readonly y: number },
    to: { readonly x: number; readonly y: number },
  ) {
    const [right, up] = [to.x - from.x, to.y - from.y];
    const eighth = (Math.round(Math.atan2(up, right) / (Math.PI / 4)) + 8) % 8;
    const way = word(`way.${WAYS[eighth]!}` as InstallKey);
    return word('go.next', { metres: Math.round(Math.hypot(right, up)), way });
  }
}

/** What was scanned is not what is registered here: what it is, and what can be done. */
function Answer({
  beacon,
  said: { scanned, text },
  onClose,
}: {
  readonly beacon: Beacon;
  readonly said: { readonly scanned: Scanned; readonly text: string };
  readonly onClose: () => void;
}) {
  const word = useInstallWords();
  const { register } = useDocument();
  const { order } = useRound();
  const other = scanned.kind === 'beacon' ? register.beacons.find(({ id }) => id === scanned.id) : undefined;
  if (other)
    return (
      <div className="install-answer" role="alert">
        <p>
          {word('is-other', {
            other: other.id,
            where: other.at ? `${other.at.level} ${other.at.x.toFixed(1)}, ${other.at.y.toFixed(1)}` : '–',
          })}
        </p>
        <button
          type="button"
          className="install-button"
          onClick={() => {
            onClose();
            perform(swapDevices(beacon, other, localDay()), 'beacon.swap');
            markDone(beacon.id);
          }}
        >
          {word('swap')}
        </button>
        {order.includes(other.id) ? (
          <button
            type="button"
            className="install-button"
            onClick={() => {
              onClose();
              goTo(order.indexOf(other.id));
            }}
          >
            {word('goto', { other: other.id })}
          </button>
        ) : null}
      </div>
    );
  if (scanned.kind !== 'device')
    return (
      <p className="install-answer" role="alert">
        {word('is-unknown', { text: text.slice(0, 60) })}
      </p>
    );
  return (
    <div className="install-answer" role="alert">
      <p>{word('is-device', { identity: worded(scanned.identity) })}</p>
      <button
        type="button"
        className="install-button"
        onClick={() => {
          const newId = beacon.installedOn === undefined ? beacon.id : nextBeaconId(register);
          onClose();
          perform(hangDevice(beacon, scanned.identity, localDay(), newId), 'beacon.hang');
          markDone(newId, beacon.id);
        }}
      >
        {beacon.installedOn === undefined ? word('hang') : word('hang.replace', { id: beacon.id })}
      </button>
    </div>
  );
}

const worded = (identity: Identity): string =>
  Object.values(identity)
    .filter((value) => value !== undefined)
    .join(' ');
