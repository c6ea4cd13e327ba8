import { wordingOf } from '@daoyin/ui';
import { en } from './en';
import { zh } from './zh';

export type { PhoneKey } from './zh';

/** The phone's own sentences, beside those that all pages share. */
export const useWords = wordingOf({ zh, en });

export type Words = ReturnType<typeof useWords>;
