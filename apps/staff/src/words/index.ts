import { wordingOf } from '@daoyin/ui';
import { en } from './en';
import { type StaffKey, zh } from './zh';

export type { StaffKey } from './zh';

/** The key of a sentence that is named by data; undefined where there is none. */
export const wordNamed = (key: string): StaffKey | undefined => (key in zh ? (key as StaffKey) : undefined);

/** The sentence for what the record says was done; undefined for an action that has none. */
export const auditKey = (action: string): StaffKey | undefined => wordNamed(`audit.of.${action}`);

/** The sentences that only the staff page says. */
export const useStaffWords = wordingOf({ zh, en });
