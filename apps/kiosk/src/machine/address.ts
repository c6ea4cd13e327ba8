import type { Settings, ThemeName } from '@daoyin/ui';
import type { Machine } from './machine';

/** What an address of the kiosk's page sets on the machine that opens it. Where it stands is checked against the plan elsewhere. */
export type Asked = Partial<Omit<Machine, 'asked'>> & Pick<Settings, 'place'>;

const THEMES: readonly (ThemeName | 'auto')[] = ['auto', 'light', 'dark', 'contrast'];
const QUIET = { least: 20, most: 600 };

/** Reads `?at=…&quiet=75&theme=dark&language=en`; what it does not know sets nothing. */
export function askedBy(search: string): Asked {
  const values = new URLSearchParams(search);
  const [place, language] = [values.get('at'), values.get('language')];
  const theme = THEMES.find((one) => one === values.get('theme'));
  const quietSeconds = Number(values.get('quiet') ?? Number.NaN);
  return {
    ...(place === null ? {} : { place }),
    ...(quietSeconds >= QUIET.least && quietSeconds <= QUIET.most ? { quietSeconds } : {}),
    ...(theme === undefined ? {} : { theme }),
    ...(language === 'zh' || language === 'en' ? { language } : {}),
  };
}

/** The address that makes a machine what this one is: a kiosk whose disk is never written has it from there after a power cut. */
export function addressOf(page: string, place: string, { quietSeconds, theme, language }: Machine): string {
  const address = new URL(page);
  address.search = new URLSearchParams({ at: place, quiet: `${quietSeconds}`, theme, language }).toString();
  address.hash = '';
  return address.href;
}
