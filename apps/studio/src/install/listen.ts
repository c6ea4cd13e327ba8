import { identityKey, readAdvert } from '@daoyin/beacon-ingest';
import { startWebScan, type WebBluetooth } from '@daoyin/beacon-ingest/sources/web';
import { openEventStream } from '@daoyin/ui';
import { useEffect, useRef, useState } from 'react';
import { useStudio } from '../store/studio';
import { type Identity, known } from './identity';
import { createNearness, type Heard, type Nearest } from './near';

export type Ears = 'off' | 'hearing' | 'unsupported' | 'denied' | 'failed';

const LOOK_MS = 400;
/** What an unregistered device is taken to be at 1 m. */
const USUAL_POWER_DBM = -59;

/** Who is nearest, by this tablet's Bluetooth where its browser has it, and by a receiver that lends its ears to `session`. */
export function useEars(
  isOn: boolean,
  session: string,
): { readonly ears: Ears; readonly nearest: Nearest | undefined } {
  const [ears, setEars] = useState<Ears>('off');
  const [nearest, setNearest] = useState<Nearest | undefined>(undefined);
  const nearness = useRef(createNearness());
  useEffect(() => {
    if (!isOn) return setEars('off');
    nearness.current = createNearness();
    const hear = (heard: Heard | undefined) => heard && nearness.current.hear(heard);
    const stops = [hearBluetooth(hear, (state) => setEars(session === '' ? state : 'hearing'))];
    if (session !== '') stops.push(hearReceiver(session, hear));
    const timer = setInterval(() => setNearest(nearness.current.nearest(Date.now())), LOOK_MS);
    return () => {
      clearInterval(timer);
      setNearest(undefined);
      for (const stop of stops) stop();
    };
  }, [isOn, session]);
  return { ears, nearest };
}

const register = () => useStudio.getState().history.present.register;

function hearBluetooth(hear: (heard: Heard | undefined) => void, onState: (state: Ears) => void): () => void {
  const { bluetooth } = navigator as Navigator & { readonly bluetooth?: WebBluetooth };
  let stop: (() => void) | undefined;
  let isOver = false;
  void startWebScan(
    bluetooth,
    (advert) => {
      for (const name of readAdvert(advert).identities) {
        const identity: Identity | undefined =
          name.type === 'ibeacon'
            ? { uuid: name.uuid, major: name.major, minor: name.minor }
            : name.type === 'address'
              ? { address: name.address }
              : undefined;
        if (!identity) continue;
        return hear({
          ...heardFrom(identity),
          key: identityKey(name),
          identity,
          atMs: advert.atMs,
          rssiDbm: advert.rssiDbm,
        });
      }
    },
    Date.now,
  ).then((started) => {
    if (started.ok && isOver) return started.stop();
    if (started.ok) stop = started.stop;
    onState(started.ok ? 'hearing' : started.kind);
  });
  return () => {
    isOver = true;
    stop?.();
  };
}

/** Readings of a receiver are of registered beacons, on the receiver's clock: they count from when they come. */
function hearReceiver(session: string, hear: (heard: Heard | undefined) => void): () => void {
  const stream = openEventStream({
    session,
    onState: () => undefined,
    onEvent: (event) => {
      if (event.type !== 'readings') return;
      for (const { beacon: id, rssiDbm } of event.readings)
        hear({ key: id, id, identity: undefined, atMs: Date.now(), rssiDbm, powerDbm: powerOf(id) });
    },
  });
  return () => stream.close();
}

function heardFrom(identity: Identity): Pick<Heard, 'id' | 'powerDbm'> {
  const scanned = known(identity, register());
  const id = scanned.kind === 'beacon' ? scanned.id : undefined;
  return { id, powerDbm: powerOf(id) };
}

const powerOf = (id: string | undefined): number =>
  register().beacons.find((beacon) => beacon.id === id)?.measuredPowerDbm ?? USUAL_POWER_DBM;
