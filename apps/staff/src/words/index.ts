import { wordingOf } from '@daoyin/ui';
import { en } from './en';
import { type StaffKey, zh } from './zh';

export type { StaffKey } from './zh';

/** The sentence for what the record says was done; undefined for an action that has none. */
export function auditKey(action: string): StaffKey | undefined {
  const key = `audit.of.${action}`;
  return key in zh ? (key as StaffKey) : undefined;
}

/** The sentences that only the staff page says. */
export const useStaffWords = wordingOf({ zh, en });
