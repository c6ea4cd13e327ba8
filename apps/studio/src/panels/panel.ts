import type { Language } from '@daoyin/ui';
import type { ComponentType } from 'react';
import type { GlyphName } from '../parts/Glyph';

/**
 * One tab of the dock at the right. To add one: write a component in a file of its own, which reads the document by
 * `useDocument()` or, where it is to follow a drag, `useShownDocument()` and changes it by `perform(action, name)`
 * (`store/studio.ts`), and name it in `panels/registry.ts`. What it draws on the plan is a layer (`layers/layer.ts`) that
 * shares a store with it.
 */
export interface Panel {
  readonly id: string;
  readonly glyph: GlyphName;
  readonly name: Readonly<Record<Language, string>>;
  readonly Content: ComponentType;
}
