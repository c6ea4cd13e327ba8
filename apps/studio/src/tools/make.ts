import type { Action, VenueCollection } from '@daoyin/venue';
import { perform, select, useStudio } from '../store/studio';

export const newId = (): string => crypto.randomUUID();
export const levelNow = (): string => useStudio.getState().level;

/** Draws, and selects what was drawn. */
export function make(action: Action, name: string, id: string, collection: VenueCollection): void {
  if (perform(action, name)) select([{ collection, key: id }]);
}
