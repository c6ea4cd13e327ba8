import { pointsAt, ringsOf, type VertexRef } from '@daoyin/venue';
import { create } from 'zustand';
import { invalidatePlan } from '../canvas/plan';
import { type Ref, type StudioDocument, useStudio } from '../store/studio';
import type { Outline } from './handles';

/** The corner that is chosen of the feature that is edited. */
export interface ShapeState {
  readonly corner: Pick<VertexRef, 'ring' | 'vertex'> | undefined;
}

export const useShape = create<ShapeState>()(() => ({ corner: undefined }));

useShape.subscribe(() => invalidatePlan());

export const chooseCorner = (corner: ShapeState['corner']): void => useShape.setState({ corner });

const SHAPED: ReadonlySet<string> = new Set([
  'levels',
  'units',
  'fixtures',
  'kiosks',
  'sections',
  'openings',
  'details',
]);

export const hasShape = ({ collection }: Ref): boolean => SHAPED.has(collection);

/** The one feature whose outline is edited: what alone is selected, if it has one. */
export function subjectOf(selection: readonly Ref[]): Ref | undefined {
  const [only] = selection;
  return selection.length === 1 && only && hasShape(only) ? only : undefined;
}

/** The outline of a feature on the level that is shown; undefined for one elsewhere. */
export function outlineOf({ venue }: StudioDocument, { collection, key }: Ref): Outline | undefined {
  const { level } = useStudio.getState();
  if (collection === 'levels') {
    const found = venue.levels.find(({ id }) => id === key);
    return found?.shortName === level ? { rings: ringsOf(found.outline), isRing: true } : undefined;
  }
  if (collection === 'openings' || collection === 'details') {
    const found = venue[collection].find(({ id }) => id === key);
    return found?.level === level ? { rings: [found.line], isRing: false } : undefined;
  }
  if (!SHAPED.has(collection)) return undefined;
  const areas = venue[collection as 'units'];
  const found = areas.find(({ id }) => id === key);
  return found?.level === level ? { rings: ringsOf(found.area), isRing: true } : undefined;
}

/** The chosen corner with its ring, as long as it is there. */
export function chosenCorner(document: StudioDocument, id: string, { corner }: ShapeState) {
  const shape = corner && pointsAt(document, { id, ring: corner.ring });
  const point = shape?.points[corner!.vertex];
  return shape && point ? { ...shape, at: { id, ...corner! }, point } : undefined;
}
