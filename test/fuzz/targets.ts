import type { FuzzTargets } from './target';
import { messageTargets } from './targets/messages';
import { planTargets } from './targets/plans';
import { radioTargets } from './targets/radio';

export const targets: FuzzTargets = { ...radioTargets, ...messageTargets, ...planTargets };
