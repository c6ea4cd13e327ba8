import type { ProfileName } from '../types';
import type { Passage } from './categories';

/** What of the floor a walker can use; walkers with equal access share one walkable space. */
export interface Access {
  /** Distance in metres that the walker's centre keeps from walls. */
  readonly clearance: number;
  /** Cannot climb a step or pass a revolving door. */
  readonly wheels: boolean;
  readonly staff: boolean;
}

const access = (clearance: number, wheels: boolean, staff: boolean): Access => ({ clearance, wheels, staff });

/** Clearances of issue 4: 0.3 m walking, 0.45 m for a wheelchair (and a pram, which is as wide). */
const ON_FOOT = { visitor: access(0.3, false, false), staff: access(0.3, false, true) };
const ON_WHEELS = { visitor: access(0.45, true, false), staff: access(0.45, true, true) };

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
