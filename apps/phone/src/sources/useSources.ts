import { createClockAlignment, type TimedLine } from '@daoyin/beacon-ingest/sources/clock';
import { lineOfAdvert } from '@daoyin/beacon-ingest/sources/heard-line';
import { motionNeedsTap, startMotion } from '@daoyin/beacon-ingest/sources/motion';
import { startWebScan, type WebBluetooth } from '@daoyin/beacon-ingest/sources/web';
import { useSilence } from '@daoyin/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SourceState, SourceStates } from './source';

export interface Sources {
  readonly states: SourceStates;
  /** Turns a source on; from a tap, since phones ask their owner then. */
  readonly turnOn: (name: 'bluetooth' | 'steps') => void;
  /** Readings that a server hands on. */
  readonly relayed: (lines: readonly TimedLine[]) => void;
}

export interface SourcesSettings {
  /** Takes lines as the positioning session reads them. */
  readonly hear: (lines: readonly unknown[]) => void;
  readonly session: string | undefined;
  /** Whose readings the session has: those of the visitor's own WeChat, or of a lent receiver. */
  readonly via: 'wechat' | 'receiver';
  /** The demonstration walks by itself: this phone's own steps are not its visitor's. */
  readonly watching: boolean;
}

const SILENT_MS = 6000;
/** Motion comes sixty times a second; the session need not be woken so often. */
const BATCH_MS = 250;

/** All that tells this phone where it is, poured into one positioning session on one clock. */
export function useSources({ hear, session, via, watching }: SourcesSettings): Sources {
  const pour = useRef(hear);
  pour.current = hear;
  const bluetooth = useOwnSource(async (take) => {
    const { bluetooth: radio } = navigator as Navigator & { readonly bluetooth?: WebBluetooth };
    return startWebScan(radio, (advert) => take([lineOfAdvert(advert) ?? []].flat()), Date.now);
  }, pour);
  const steps = useOwnSource((take) => startMotion(window, take, Date.now), pour);
  const clock = useMemo(createClockAlignment, []);
  const [relays, setRelays] = useState(0);
  const own = bluetooth.on || steps.on;
  const relayed = useCallback(
    (lines: readonly TimedLine[]) => {
      if (lines.length === 0) return;
      setRelays((count) => count + 1);
      pour.current(own ? clock.align(lines, Date.now()) : lines);
    },
    [own, clock],
  );
  const quiet = useSilence(relays === 0 ? undefined : relays, SILENT_MS);
  const lent: SourceState =
    session === undefined ? 'none' : relays === 0 ? 'asking' : quiet ? 'silent' : 'hearing';

  const { turnOn: walk } = steps;
  // where nobody has to be asked, steps count from the start
  useEffect(() => {
    if (!watching && !motionNeedsTap(window)) walk();
  }, [watching, walk]);
  return {
    states: {
      bluetooth: watching ? 'none' : bluetooth.state,
      wechat: via === 'wechat' ? lent : 'none',
      receiver: via === 'receiver' ? lent : 'none',
      steps: watching ? 'none' : steps.state,
      signs: 'off',
      map: 'off',
    },
    turnOn: (name) => (name === 'bluetooth' ? bluetooth.turnOn() : walk()),
    relayed,
  };
}

type Started =
  | { readonly ok: true; readonly stop: () => void }
  | { readonly ok: false; readonly kind: SourceState };

/** One of the phone's own sources: turned on once, its lines poured in batches, silent when nothing comes. */
function useOwnSource(
  start: (take: (lines: readonly unknown[]) => void) => Promise<Started>,
  pour: { readonly current: (lines: readonly unknown[]) => void },
) {
  const [state, setState] = useState<SourceState>('off');
  const [batches, setBatches] = useState(0);
  const begin = useRef(start);
  const started = useRef<Promise<Started> | undefined>(undefined);
  const waiting = useRef<unknown[]>([]);
  const on = state === 'hearing';

  const turnOn = useCallback(() => {
    if (started.current !== undefined) return;
    setState('asking');
    started.current = begin.current((lines) => void waiting.current.push(...lines));
    void started.current.then((result) => {
      setState(result.ok ? 'hearing' : result.kind);
      if (!result.ok) started.current = undefined;
    });
  }, []);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => {
      const lines = waiting.current.splice(0);
      if (lines.length === 0) return;
      setBatches((count) => count + 1);
      pour.current(lines);
    }, BATCH_MS);
    return () => clearInterval(timer);
  }, [on, pour]);
  useEffect(
    () => () => {
      void started.current?.then((result) => result.ok && result.stop());
      started.current = undefined;
    },
    [],
  );
  const quiet = useSilence(on ? batches : undefined, SILENT_MS);
  return { state: on && quiet ? ('silent' as const) : state, on, turnOn };
}
