import { defaultSettings, type Language, type Settings, type ThemeName } from '@daoyin/ui';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What staff have set on this kiosk: how it is when nobody stands in front of it. Where it stands is among the settings. */
export interface Machine {
  readonly quietSeconds: number;
  readonly theme: ThemeName | 'auto';
  readonly language: Language;
}

export const QUIET_SECONDS = [45, 75, 120, 180] as const;

export const useMachine = create<Machine>()(
  persist((): Machine => ({ quietSeconds: 75, theme: 'auto', language: 'zh' }), {
    name: 'daoyin-kiosk-machine',
  }),
);

/** The wishes of nobody: as staff have set the machine. */
export function restingSettings(): Settings {
  const { theme, language } = useMachine.getState();
  return { ...defaultSettings, theme, language };
}
