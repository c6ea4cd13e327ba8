import type { ProfileName } from '../types';
import type { Passage } from './categories';

/** What of the floor a walker can use; walkers with equal access share one walkable space. */
export interface Access {
  /** Distance in metres that the walker's centre keeps from walls. */
  readonly clearance: number;
  /** The narrowest door in metres that is passed, in its middle, though it is narrower than twice the clearance. */
  readonly door: number;
  /** Cannot climb a step or pass a revolving door. */
  readonly wheels: boolean;
  readonly staff: boolean;
}

/** Clearances of issue 4: 0.3 m walking, 0.45 m for a wheelchair (and a pram, which is as wide). */
const FEET = { clearance: 0.3, door: 0.5, wheels: false };
/** A wheelchair passes doors of 0.8 m (GB 55019-2021, 2.5.4), with a centimetre for coordinates that were rounded. */
const WHEELS = { clearance: 0.45, door: 0.79, wheels: true };

const ON_FOOT = { visitor: { ...FEET, staff: false }, staff: { ...FEET, staff: true } };
const ON_WHEELS = { visitor: { ...WHEELS, staff: false }, staff: { ...WHEELS, staff: true } };

/** The same object for the same access. */
export function accessOf(profile: ProfileName, staff: boolean): Access {
  const walker = profile === 'step-free' || profile === 'pram' ? ON_WHEELS : ON_FOOT;
  return staff ? walker.staff : walker.visitor;
}

export function accessKey({ clearance, wheels, staff }: Access): string {
  return `${clearance}${wheels ? 'w' : ''}${staff ? 's' : ''}`;
}

export function isAllowed(passage: Passage, { staff, wheels }: Access): boolean {
  if (passage === 'staff') return staff;
  return passage === 'anyone' || (passage === 'no-wheels' && !wheels);
}
