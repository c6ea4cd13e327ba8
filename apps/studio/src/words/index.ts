import { wordingOf } from '@daoyin/ui';
import { en } from './en';
import { type StudioKey, zh } from './zh';

export type { StudioKey };

/** The studio's own sentences in the language of the page. */
export const useStudioWords = wordingOf<StudioKey>({ zh, en });
