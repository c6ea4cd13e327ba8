import type { BeaconEvidence } from '@daoyin/positioning';
import { type RefObject, useEffect } from 'react';
import { sendBeaconEvidence } from '../api/client';
import type { Guide } from './client';
import { putIn, takeOut } from './outbox';

const STORED = 'daoyin.beacon-evidence';
/** Between two pieces of evidence: drawn anew each time. */
const PAUSE_MS: readonly [number, number] = [8000, 24_000];

/** While a walker's page is open and they let it, tells the hall how its beacons are: one beacon at a time, never where anybody is or was. */
export function useEvidence(guide: RefObject<Guide | undefined>, willing: boolean): void {
  useEffect(() => {
    if (!willing) return store([]);
    let timer = 0;
    const next = () => {
      const [least, most] = PAUSE_MS;
      timer = window.setTimeout(
        () => void tell(guide.current).finally(next),
        least + (most - least) * Math.random(),
      );
    };
    next();
    return () => clearTimeout(timer);
  }, [guide, willing]);
}

async function tell(guide: Guide | undefined): Promise<void> {
  const evidence = await guide?.evidence(Math.random());
  if (evidence) store(putIn(stored(), evidence, Math.random()));
  const drawn = takeOut(stored(), Math.random());
  if (drawn && (await sendBeaconEvidence(drawn.evidence)).ok) store(drawn.rest);
}

function stored(): readonly BeaconEvidence[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(kept) ? (kept as readonly BeaconEvidence[]) : [];
  } catch {
    return [];
  }
}

function store(outbox: readonly BeaconEvidence[]): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(outbox));
  } catch {
    // no room or not allowed on this device: then nothing is told
  }
}
