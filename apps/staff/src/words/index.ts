import { wordingOf } from '@daoyin/ui';
import { en } from './en';
import { zh } from './zh';

export type { StaffKey } from './zh';

/** The sentences that only the staff page says. */
export const useStaffWords = wordingOf({ zh, en });
