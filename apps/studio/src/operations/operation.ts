import type { Language } from '@daoyin/ui';
import type { StudioState } from '../store/studio';

/**
 * What one can do with what is selected: an action's face to people. `disabled` says why it cannot be done now, in words, or gives
 * undefined. It stands in the details, the command palette and the help sheet; to add one, name it in `operations/registry.ts`.
 */
export interface Operation {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  /** As shown, such as `Ctrl Z`; what it reacts to is in `keys.ts`. */
  readonly keys?: string;
  readonly group: 'edit' | 'beacons' | 'features' | 'view' | 'draft';
  readonly disabled: (state: StudioState) => Readonly<Record<Language, string>> | undefined;
  readonly run: () => void;
}
