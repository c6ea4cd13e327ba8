import type { ProfileName } from '@daoyin/routing';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { changeLanguage, type Language } from '../language';
import { applyTheme, type ThemeName } from '../theme/theme';

/** How somebody walks who does not need a step-free way. */
export const GAITS = ['walk', 'slow', 'pram'] as const;
export type Gait = (typeof GAITS)[number];

/** What a device remembers of its user's wishes; nothing of who they are or where they go. */
export interface Settings {
  readonly language: Language;
  /** `auto` follows the device. */
  readonly theme: ThemeName | 'auto';
  readonly largeText: boolean;
  /** All text at twice its size. */
  readonly hugeText: boolean;
  readonly lowReach: boolean;
  readonly stepFree: boolean;
  readonly gait: Gait;
  readonly voice: boolean;
  /** Whether walks tell the hall how its beacons are: figures of beacons, never a place of the device. */
  readonly tellsBeacons: boolean;
  /** A kiosk's own place, `x,y,level` in the venue frame, where staff have set it. */
  readonly place?: string;
}

export const defaultSettings: Settings = {
  language: 'zh',
  theme: 'auto',
  largeText: false,
  hugeText: false,
  lowReach: false,
  stepFree: false,
  gait: 'walk',
  voice: true,
  tellsBeacons: true,
};

/** The router's walker. */
export function walkerOf({ stepFree, gait }: Settings): ProfileName {
  return stepFree ? 'step-free' : gait;
}

/** The settings as one store, kept under `name` on this device; `first` is what differs from the defaults until somebody chooses. */
export function createSettings(name: string, first: Partial<Settings> = {}) {
  const store = create<Settings>()(persist(() => ({ ...defaultSettings, ...first }), { name }));
  const show = (settings: Settings) => {
    applyTheme(settings);
    changeLanguage(settings.language);
  };
  return { store, show: () => show(store.getState()), stop: store.subscribe(show) };
}

export type SettingsStore = ReturnType<typeof createSettings>['store'];
