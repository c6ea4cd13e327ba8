import { among, type Check, hasForm, isNumber, isRecord, isText, orNull } from './checks';
import type { GuideCallView } from './guide-call';
import { guideCallStates } from './guide-call-states';

const fields: Readonly<Record<keyof GuideCallView, Check>> = {
  id: isText,
  state: among(guideCallStates),
  by: orNull(isText),
  at: (value) => hasForm(value, { x: isNumber, y: isNumber, level: isText }),
  name: (value) => isRecord(value) && Object.values(value).every(isText),
  language: among(['zh', 'en']),
  stepFree: (value) => typeof value === 'boolean',
  askedAtMs: isNumber,
  updatedAtMs: isNumber,
};

/** Whether a page may take this for a call: what the schema `guideCallView` says of its form. */
export function isGuideCallView(value: unknown): value is GuideCallView {
  return hasForm(value, fields);
}
