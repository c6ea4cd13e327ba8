import { defaultSettings, type Language, type Settings, type ThemeName } from '@daoyin/ui';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { askedBy } from './address';

/** What staff have set on this kiosk: how it is when nobody stands in front of it. Where it stands is among the settings. */
export interface Machine {
  readonly quietSeconds: number;
  readonly theme: ThemeName | 'auto';
  readonly language: Language;
  /** The place that its address named when it was last taken from there; what staff choose after that stays. */
  readonly asked?: string;
}

export const QUIET_SECONDS = [45, 75, 120, 180] as const;

export const useMachine = create<Machine>()(
  persist((): Machine => ({ quietSeconds: 75, theme: 'auto', language: 'zh', ...fromAddress() }), {
    name: 'daoyin-kiosk-machine',
  }),
);

function fromAddress(): Partial<Machine> {
  const { place: _place, ...asked } = askedBy(globalThis.location?.search ?? '');
  return asked;
}

/** The wishes of nobody: as staff have set the machine. */
export function restingSettings(): Settings {
  const { theme, language } = useMachine.getState();
  return { ...defaultSettings, theme, language };
}
