import { useStudio } from '../store/studio';
import { ofBeaconsSelected } from './beacons';
import { ofTheDraft } from './draft';
import { edits } from './edit';
import { ofFeaturesSelected, ofTheLevel } from './features';
import type { Operation } from './operation';
import { views } from './view';

export const operations: readonly Operation[] = [
  ...edits,
  ...ofBeaconsSelected,
  ...ofFeaturesSelected,
  ...ofTheLevel,
  ...views,
  ...ofTheDraft,
];

const operationNamed = (id: string): Operation | undefined => operations.find((one) => one.id === id);

/** Runs an operation where it can be done now; gives whether it was. */
export function runOperation(id: string): boolean {
  const operation = operationNamed(id);
  if (!operation || operation.disabled(useStudio.getState())) return false;
  operation.run();
  return true;
}
