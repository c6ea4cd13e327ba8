import type { Bounds } from '@daoyin/geometry';
import { type Entity, entitiesOf } from '@daoyin/venue';
import { extentOf, type Located, united } from '../canvas/extent';
import { levelOf } from '../layers/selection';
import { useStudio } from '../store/studio';

/** The box about all that is selected, in metres of the venue frame; undefined where nothing with a place is. */
export function selectedBounds(): Bounds | undefined {
  const boxes = selectedEntities()
    .map((entity) => extentOf(entity as Located))
    .filter(({ minX }) => Number.isFinite(minX));
  return boxes.length === 0 ? undefined : boxes.reduce(united);
}

/** The storeys that something selected is on, as it was selected. */
export const selectedLevels = (): readonly string[] =>
  selectedEntities().flatMap((entity) => levelOf(entity) ?? []);

function selectedEntities(): readonly Entity[] {
  const { selection, history } = useStudio.getState();
  return selection.flatMap(({ collection, key }) =>
    entitiesOf(history.present, collection).filter(({ id }) => id === key),
  );
}
