import { type StudioState, selectedBeacons, selectedFeatures } from '../store/studio';
import type { Operation } from './operation';

type Reason = NonNullable<ReturnType<Operation['disabled']>>;

const READ_ONLY: Reason = { zh: '您的账号只能查看', en: 'Your account may only look' };

export const beaconsOf = ({ selection }: StudioState): readonly string[] => selectedBeacons(selection);
export const featuresOf = ({ selection }: StudioState): readonly string[] => selectedFeatures(selection);

export const always: Operation['disabled'] = () => undefined;

export const editable: Operation['disabled'] = ({ readOnly }) => (readOnly ? READ_ONLY : undefined);

/** Can be done by an editor with at least so many things of a kind selected; else `why` says what to select. */
export function needs(
  least: number,
  of: (state: StudioState) => readonly string[],
  why: Reason,
): Operation['disabled'] {
  return (state) => editable(state) ?? (of(state).length < least ? why : undefined);
}
