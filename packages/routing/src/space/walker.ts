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

/** Clearances of issue 4: 0.3 m walking, 0.45 m for a wheelchair (and a pram, which is as wide). */
export function accessOf(profile: ProfileName, staff: boolean): Access {
  const wheels = profile === 'step-free' || profile === 'pram';
  return { clearance: wheels ? 0.45 : 0.3, wheels, staff };
}

export function isAllowed(passage: Passage, { staff, wheels }: Access): boolean {
  if (passage === 'staff') return staff;
  return passage === 'anyone' || (passage === 'no-wheels' && !wheels);
}

export function accessKey({ clearance, wheels, staff }: Access): string {
  return `${clearance}${wheels ? 'w' : ''}${staff ? 's' : ''}`;
}
